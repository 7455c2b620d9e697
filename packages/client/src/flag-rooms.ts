import type { Services } from './answers.ts'

type Room =
  | '/flags'
  | '/flags/summary'
  | '/flags/groups'
  | '/flags/export'
  | '/flags/bulk'
  | '/flags/decisions'
  | '/flags/causes'
  | '/flags/{id}'
  | '/flags/{id}/causes'
  | '/flags/{id}/transitions'
  | '/flags/{id}/undo'
  | '/flags/{id}/attestations'
  | '/bulk-actions'
  | '/bulk-actions/{id}'
  | '/bulk-actions/{id}/undo'
  | '/views'
  | '/views/{id}'
  | '/dispositions'
  | '/flag-states'
  | '/releases/{id}/assessment'

/** The review of flags, as credentials and course-codes both have it. */
export type FlagRooms = Same<Pick<Services['credentials'], Room>, Pick<Services['course-codes'], Room>>

/** The one where it is also the other; where they part, nothing that uses it compiles any more. */
type Same<A, B> = A extends B ? (B extends A ? A : never) : never
