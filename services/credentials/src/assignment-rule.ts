import type { AssignmentRule, Provenance } from '@cte-align/contracts'
import { ruleKey } from '@cte-align/impact'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** A row of CTC's decoder. Its id is the course code and the authorization it admits; `*` admits every sector. */
export type RuleContent = Omit<AssignmentRule, 'verified'> & { provenance: Provenance }
/** Why a rule is no longer in force. The row stays, so that no import brings it back and everybody can read its end. */
export interface RuleEnd {
  /** The rule edition that dropped it. */
  edition: string
  /** The first day on which it no longer holds; null: unknown. */
  on: string | null
  at: Date
  reason: string
}
export type StoredRule = StoredRow<RuleContent> & {
  /** Null or absent: in force. */
  ended?: RuleEnd | null

  /** Fingerprint of what was last said of the rule, authorization and twins included; absent until it is said. */
  announced?: string
}

export const WILDCARD = '*'

/** Of the rows, those that are in force. */
export const IN_FORCE = { ended: null } as const
export const isInForce = ({ ended }: { ended?: RuleEnd | null }): boolean => ended == null

/** `CTE/R4T/ANR`, `CTE/R4T/*`. */
export const admittedKey = ruleKey

/** The rule in the contract's words. */
export const toRule = (rule: RuleContent): AssignmentRule => ({
  id: rule.id,
  courseCode: rule.courseCode,
  authType: rule.authType,
  documentCode: rule.documentCode,
  authorizationCode: rule.authorizationCode,
  subjectCode: rule.subjectCode,
  kind: rule.kind,
  condition: rule.condition,
  verified: rule.provenance.verified,
})

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredRule>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    id: String,
    courseCode: String,
    authType: String,
    documentCode: String,
    authorizationCode: String,
    subjectCode: String,
    kind: String,
    condition: String,
    provenance: Mixed,
    imported: Mixed,
    announced: String,
    ended: Mixed,
  },
  // mongoose's own virtual `id` would hide the rule's.
  { collection: 'assignment_rules', versionKey: false, minimize: false, id: false },
)
schema.index({ courseCode: 1 })
schema.index({ documentCode: 1, authorizationCode: 1, subjectCode: 1 })

export const assignmentRuleModel = ({ connection }: Database): Model<StoredRule> =>
  connection.models.AssignmentRule ?? connection.model<StoredRule>('AssignmentRule', schema)
