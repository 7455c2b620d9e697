// One page under Lighthouse, as it is delivered: the production build through the gateway.
import lighthouse, { desktopConfig } from 'lighthouse'
import { freePort } from '../system/program.ts'
import { launchBrowser } from './launch.ts'

export const FORMS = ['desktop', 'mobile'] as const
export type Form = (typeof FORMS)[number]
export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
export type Category = (typeof CATEGORIES)[number]

export interface Measured {
  /** Out of a hundred. */
  scores: Record<Category, number>
  /** What kept a score below a hundred, heaviest first. */
  lost: string[]
  /** Milliseconds, simulated as Lighthouse does for this form. */
  interactive: number
  largestPaint: number
}

interface MeasureOptions {
  form: Form
  /** Of somebody who has signed in. */
  cookie: string | undefined
}

/** In a browser of its own. Lighthouse sometimes loses the beginning of a trace, on a busy machine above all; then once more. */
export async function measurePage(url: string, options: MeasureOptions, tries = 3): Promise<Measured> {
  const port = await freePort()
  const browser = await launchBrowser([`--remote-debugging-port=${port}`])
  try {
    return await measure(url, port, options)
  } catch (error) {
    if (tries === 1) throw error
    console.log(`  once more: ${(error as Error).message}`)
  } finally {
    await browser.close()
  }
  return measurePage(url, options, tries - 1)
}

async function measure(url: string, port: number, { form, cookie }: MeasureOptions): Promise<Measured> {
  const flags = {
    port,
    logLevel: 'error' as const,
    onlyCategories: [...CATEGORIES],
    ...(cookie !== undefined && { extraHeaders: { Cookie: cookie } }),
  }
  const result = await lighthouse(url, flags, form === 'desktop' ? desktopConfig : undefined)
  if (!result) throw new Error(`Lighthouse said nothing of ${url}`)
  const { audits, categories, runtimeError } = result.lhr
  if (runtimeError) throw new Error(`Lighthouse could not measure ${url}: ${runtimeError.message}`)
  const score = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100)
  const refs = CATEGORIES.flatMap(category => categories[category]?.auditRefs ?? [])
  const lost = refs
    .map(({ id, weight }) => ({ audit: audits[id], weight }))
    .filter(
      ({ audit, weight }) => weight > 0 && audit?.score !== null && audit?.score !== undefined && audit.score < 0.9,
    )
    .sort((a, b) => b.weight * (1 - b.audit!.score!) - a.weight * (1 - a.audit!.score!))
    .map(({ audit }) => `${audit!.title}${audit!.displayValue ? ` (${audit!.displayValue})` : ''}`)
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
    },
    lost,
    interactive: Math.round(audits.interactive?.numericValue ?? Number.NaN),
    largestPaint: Math.round(audits['largest-contentful-paint']?.numericValue ?? Number.NaN),
  }
}
