import { courseCodes, credentials, standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import type { GapService } from './gaps.ts'

export const useGaps = (service: GapService) =>
  useAnswer([service, 'gaps'], signal =>
    service === 'credentials' ? credentials.GET('/gaps', { signal }) : courseCodes.GET('/gaps', { signal }),
  )

/** Authorizations to which no sector leads, so that nothing can be computed for them. */
export const useManualReview = (enabled = true) =>
  useAnswer(['credentials', 'manual-review'], signal => credentials.GET('/manual-review', { signal }), { enabled })

/** How many items of the frameworks somebody has verified. */
export const useVerifiedItems = () =>
  useAnswer(['standards', 'home', 'verified'], signal =>
    standards.GET('/items', { params: { query: { limit: 1 } }, signal }),
  )
