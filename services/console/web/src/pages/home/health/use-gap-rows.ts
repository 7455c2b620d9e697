import type { Answer } from '../../../data/use-answer.ts'
import type { Gap, GapService } from './gaps.ts'
import { useGaps, useManualReview } from './use-health.ts'

export type GapRow = Gap

/** Gaps, and what must be looked at by hand, in one list. */
export function useGapRows(service: GapService): Answer<GapRow[]> {
  const gaps = useGaps(service)
  const manual = useManualReview(service === 'credentials')
  const whole = service === 'course-codes' || manual.data
  return {
    ...gaps,
    data: gaps.data && whole ? [...gaps.data.items, ...(manual.data?.items ?? []).map(asGap)] : undefined,
    error: gaps.error ?? manual.error,
    again: () => {
      for (const each of [gaps, manual]) if (each.error) each.again()
    },
  }
}

type Manual = NonNullable<ReturnType<typeof useManualReview>['data']>['items'][number]
const asGap = ({ dependent, because }: Manual): GapRow => ({
  code: 'manual-review',
  key: dependent.key,
  message: `${dependent.title}: ${because}`,
})
