// Waits until every service has heard what the others have to say.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Urls } from './load.ts'

const PATIENCE_MS = 120_000

/**
 * Resolves when every service has worked with the last event of the others, seen twice. An import answers when its own service
 * is done; the others learn of it over the bus, a little later, and until then a preview would not yet know every assignment rule.
 */
export async function untilLevel(urls: Urls): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  for (let seen = 0; seen < 2; await sleep(100)) {
    const waiting = await underWay(urls)
    seen = waiting.length === 0 ? seen + 1 : 0
    if (Date.now() > end) throw new Error(`After two minutes there is still under way: ${waiting.join('; ')}`)
  }
}

const SOURCES = { standards: '/cte/standards', credentials: '/cte/credentials', courseCodes: '/cte/course-codes' } as const

/** Which service has not yet worked with the last event of which other one, from their metrics. */
async function underWay(urls: Urls): Promise<string[]> {
  const names = ['standards', 'credentials', 'courseCodes'] as const
  const texts = await Promise.all(names.map(async name => (await fetch(`${urls[name]}/metrics`)).text()))
  const metrics = { standards: texts[0]!, credentials: texts[1]!, courseCodes: texts[2]! }
  const last = (name: keyof typeof SOURCES) => valueOf(metrics[name], /^cte_outbox_last_sequence\{.*\} (\d+)/m)
  const heard = (name: keyof typeof SOURCES, source: string) =>
    valueOf(metrics[name], new RegExp(`^cte_consumer_position\\{.*source="${source}".*\\} (\\d+)`, 'm'))
  const listeners = [
    ['credentials', 'standards'],
    ['credentials', 'courseCodes'],
    ['courseCodes', 'standards'],
    ['courseCodes', 'credentials'],
  ] as const
  return listeners
    .filter(([listener, teller]) => heard(listener, SOURCES[teller]) < last(teller))
    .map(([listener, teller]) => `${listener} is at ${heard(listener, SOURCES[teller])} of ${last(teller)} of ${teller}`)
}

const valueOf = (text: string, line: RegExp): number => Number(line.exec(text)?.[1] ?? 0)
