import type { BrowserContext, Page } from 'playwright-core'

export interface Steps {
  clicks: number
  keys: number
}

const counted = new WeakMap<BrowserContext, Steps>()

/** Counts what a person would do: presses of a button of the mouse, and of keys (Shift and its like, when held for another, are none). */
export async function countSteps(context: BrowserContext): Promise<void> {
  const steps: Steps = { clicks: 0, keys: 0 }
  counted.set(context, steps)
  await context.exposeBinding('__cteStep', (_, kind: keyof Steps) => {
    steps[kind] += 1
  })
  await context.addInitScript(() => {
    const step = (kind: string) => (Reflect.get(window, '__cteStep') as (kind: string) => void)(kind)
    const modifiers = ['Shift', 'Control', 'Alt', 'Meta']
    addEventListener('pointerdown', event => event.isTrusted && step('clicks'), true)
    addEventListener('keydown', event => event.isTrusted && !modifiers.includes(event.key) && step('keys'), true)
  })
}

/**
 * Clicks and keys since the page's test began, or since the last `resetSteps`. Text counts a key for each letter when it is typed
 * (`pressSequentially`, `keyboard.type`); `fill` puts it there without a key.
 */
export const stepsOf = (page: Page): Steps & { total: number } => {
  const { clicks, keys } = of(page)
  return { clicks, keys, total: clicks + keys }
}

export function resetSteps(page: Page): void {
  Object.assign(of(page), { clicks: 0, keys: 0 })
}

function of(page: Page): Steps {
  const steps = counted.get(page.context())
  if (!steps) throw new Error('Nobody counts the steps of this page: it was not opened by startConsole')
  return steps
}
