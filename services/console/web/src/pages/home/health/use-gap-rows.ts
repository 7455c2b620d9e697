import type { Answer } from '../../../data/use-answer.ts'
import type { Gap, GapService } from './gaps.ts'
import { useDeadLetters, useGaps, useManualReview } from './use-health.ts'

export type GapRow = Gap

/** Gaps, what must be looked at by hand, and messages given up on, in one list. */
export function useGapRows(service: GapService): Answer<GapRow[]> {
  const gaps = useGaps(service)
  const letters = useDeadLetters(service)
  const manual = useManualReview(service === 'credentials')
  const answers = service === 'credentials' ? [gaps, letters, manual] : [gaps, letters]
  const failed = answers.find(({ error }) => error !== null)
  const rows = gaps.data &&
    letters.data &&
    (service !== 'credentials' || manual.data) && [
      ...gaps.data.items,
      ...letters.data.items.map(({ id, error }) => ({ code: 'dead-letter', key: id, message: error.message })),
      ...(manual.data?.items ?? []).map(({ dependent, because }) => ({
        code: 'manual-review',
        key: dependent.key,
        message: `${dependent.title}: ${because}`,
      })),
    ]
  return {
    ...gaps,
    data: rows || undefined,
    error: failed?.error ?? null,
    again: () => {
      for (const each of answers) each.again()
    },
  }
}
