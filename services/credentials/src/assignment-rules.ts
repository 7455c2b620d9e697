import { holding, pageByKey } from '@cte-align/service'
import type { Model } from 'mongoose'
import { IN_FORCE, type StoredRule, WILDCARD } from './assignment-rule.ts'
import type { StoredAuthorization } from './authorization.ts'

export interface RuleFilter {
  courseCode?: string | undefined
  document?: string | undefined
  authorization?: string | undefined
  subject?: string | undefined
  kind?: string | undefined
  q?: string | undefined
  /** Default: what is in force. */
  standing?: RuleStanding | undefined
}
/** In force, dropped by a published edition, or both. */
export type RuleStanding = 'in-force' | 'dropped' | 'all'
export type AdmittedBy = 'direct' | 'twin' | 'wildcard'

export function createAssignmentRuleStore(rules: Model<StoredRule>) {
  return {
    page: (filter: RuleFilter, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(rules, queryOf(filter), page),
    all: (filter: RuleFilter) => rules.find(queryOf(filter)).sort({ _id: 1 }).lean().cursor(),
    /** The rules that admit an authorization: by its own key, by the one it is a twin of (inferred), or by a wildcard. */
    async admitting(authorization: StoredAuthorization): Promise<{ rule: StoredRule; by: AdmittedBy }[]> {
      const { documentCode, authorizationCode, twinOf, _id } = authorization
      const named = (key: string) => {
        const [document, code, subject] = key.split('/')
        return { documentCode: document!, authorizationCode: code!, subjectCode: subject! }
      }
      const ways: Record<string, string>[] = [named(_id)]
      if (twinOf !== null) ways.push(named(twinOf))
      if (authorizationCode !== null) ways.push({ documentCode, authorizationCode, subjectCode: WILDCARD })
      const found = await rules
        .find({ $or: ways, ...IN_FORCE })
        .sort({ _id: 1 })
        .lean()
      return found.map(rule => ({ rule, by: byOf(rule, _id) }))
    },
  }
}
export type AssignmentRuleStore = ReturnType<typeof createAssignmentRuleStore>

function byOf(rule: StoredRule, key: string): AdmittedBy {
  if (rule.kind === 'wildcard') return 'wildcard'
  return rule._id.endsWith(`:${key}`) ? 'direct' : 'twin'
}

function queryOf({
  courseCode,
  document,
  authorization,
  subject,
  kind,
  q,
  standing = 'in-force',
}: RuleFilter): Record<string, unknown> {
  return {
    ...STANDING[standing],
    ...(courseCode !== undefined && { courseCode }),
    ...(document !== undefined && { documentCode: document }),
    ...(authorization !== undefined && { authorizationCode: authorization }),
    ...(subject !== undefined && { subjectCode: subject }),
    ...(kind !== undefined && { kind }),
    ...(q !== undefined && holding(q, ['_id', 'condition'])),
  }
}

const STANDING: Record<RuleStanding, Record<string, unknown>> = {
  'in-force': IN_FORCE,
  dropped: { ended: { $ne: null } },
  all: {},
}
