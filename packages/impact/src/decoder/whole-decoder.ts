import type {
  AssignmentRule,
  AuthorizationStatus,
  CteRelation,
  Day,
  GrandfatheringRule,
  Provenance,
  SubjectSpelling,
  SubjectTitle,
} from '@cte-align/contracts'
import type { z } from 'zod'
import type { DecoderTable } from './decoder-table.ts'

/** An item that the data itself says an authorization covers. Links that a person makes are not listed here. */
export interface Cover {
  framework: string
  item: string
  verified: boolean
  basis: string
}

export type AuthorizationGap = 'authorization-code-blank' | 'no-subject' | 'unverified'

/** What a document may carry: document, authorization and subject code together, never one alone. */
export interface ListedAuthorization {
  documentCode: string
  authorizationCode: string | null
  subjectCode: string | null
  title: string
  subjectTitle: string | null
  notes: string | null
  cteRelation: CteRelation
  status: AuthorizationStatus
  /** Key of the authorization whose holders passed no examination; that both count alike is inferred. */
  twinOf: string | null
  covers: Cover[]
  gaps: AuthorizationGap[]
  provenance: Provenance
}

/** A sector as CTC codes it, and the item it stands for. Five codes equal the item's; the others do not. */
export interface ListedSubject {
  code: string
  title: string
  /** Every title it ever had, the present one included: the code stays where the title changes. */
  titles: SubjectTitle[]
  spellings: SubjectSpelling[]
  item: { framework: string; key: string }
  provenance: Provenance
  /** No longer printed on new documents; `on` is the last day, null where nobody knows. Absent: in use. */
  ended?: { on: z.infer<typeof Day> | null }
}

/** A decoder with all that an edition of it may change: what a comparison needs, and the words and dates beside. */
export interface WholeDecoder extends DecoderTable {
  rules: AssignmentRule[]
  authorizations: ListedAuthorization[]
  subjects: ListedSubject[]
  grandfathering: GrandfatheringRule[]
}
