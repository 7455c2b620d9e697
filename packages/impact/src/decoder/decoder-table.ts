import type { AssignmentRule } from '@cte-align/contracts'

/** An authorization as far as the decoder knows it: `CTE/R4T/ANR`, and the one whose examination twin it is. */
export interface DecoderAuthorization {
  documentCode: string
  authorizationCode: string | null
  subjectCode: string | null
  twinOf: string | null
}

/** A row that does not say who is authorized: what is blank may stand for anybody whom the rest does not rule out. */
export interface UnreadRow {
  /** In the file, its first being 1; null where it is no row of a file. */
  row: number | null
  courseCode: string
  documentCode: string | null
  authorizationCode: string | null
  subjectCode: string | null
  /** What is missing: `document-blank`. */
  gaps: readonly string[]
}

/** A pair of which nobody can say whether the decoder admits it. */
export interface DoubtfulPair {
  courseCode: string
  authorization: string
  doubt: string
}

/** Everything by which a decoder admits or refuses, of one side of a comparison. */
export interface DecoderTable {
  /** In words, for those who read: "the decoder in force". */
  title: string
  rules: readonly AssignmentRule[]
  authorizations: readonly DecoderAuthorization[]
  /** Which sector a subject code stands for. */
  subjects: readonly { code: string; title: string; item: { framework: string; key: string } }[]
  unread?: readonly UnreadRow[]
  doubts?: readonly DoubtfulPair[]
}

/** A pair that a decoder admits, and by what. */
export interface AdmittedPair {
  authorization: string
  /** The rules that admit it, the surest way first. */
  rules: string[]
  by: 'direct' | 'wildcard' | 'twin'
}

const WILDCARD = '*'
type Codes = Pick<DecoderAuthorization, 'documentCode' | 'authorizationCode' | 'subjectCode'>

/** `CTE/R4T/ANR`; a code that the source leaves blank is `_`. */
export const authorizationKey = ({ documentCode, authorizationCode, subjectCode }: Codes): string =>
  `${documentCode}/${authorizationCode ?? '_'}/${subjectCode ?? '_'}`

/** `CTE/R4T/ANR`, `CTE/R4T/*`. */
export const ruleKey = (rule: Pick<AssignmentRule, 'documentCode' | 'authorizationCode' | 'subjectCode'>): string =>
  `${rule.documentCode}/${rule.authorizationCode}/${rule.subjectCode}`

/** Who satisfies which rule: looked up once for a side. A wildcard is satisfied by each subject of its document and authorization. */
export function holdersOf(authorizations: readonly DecoderAuthorization[]) {
  const keys = new Set(authorizations.map(authorizationKey))
  const twins = Map.groupBy(
    authorizations.filter(each => each.twinOf !== null),
    each => each.twinOf!,
  )
  const byPrefix = Map.groupBy(
    authorizations.filter(each => each.authorizationCode !== null),
    each => `${each.documentCode}/${each.authorizationCode}/`,
  )
  return (rule: AssignmentRule): { authorization: string; by: AdmittedPair['by'] }[] => {
    const key = ruleKey(rule)
    if (rule.subjectCode === WILDCARD)
      return (byPrefix.get(key.slice(0, -1)) ?? []).map(each => ({
        authorization: authorizationKey(each),
        by: 'wildcard',
      }))
    const own = keys.has(key) ? [{ authorization: key, by: 'direct' as const }] : []
    return [
      ...own,
      ...(twins.get(key) ?? []).map(each => ({ authorization: authorizationKey(each), by: 'twin' as const })),
    ]
  }
}

const SUREST = { direct: 0, wildcard: 1, twin: 2 } as const

/** The pairs that a side's rules admit, by course code and then by authorization. */
export function admittedPairs({ rules, authorizations }: DecoderTable): Map<string, Map<string, AdmittedPair>> {
  const holders = holdersOf(authorizations)
  const found = new Map<string, Map<string, AdmittedPair>>()
  for (const rule of rules) {
    const pairs = found.get(rule.courseCode) ?? new Map<string, AdmittedPair>()
    found.set(rule.courseCode, pairs)
    for (const { authorization, by } of holders(rule)) {
      const known = pairs.get(authorization)
      if (known === undefined) pairs.set(authorization, { authorization, rules: [rule.id], by })
      else if (!known.rules.includes(rule.id)) {
        known.rules = SUREST[by] < SUREST[known.by] ? [rule.id, ...known.rules] : [...known.rules, rule.id]
        if (SUREST[by] < SUREST[known.by]) known.by = by
      }
    }
  }
  return found
}

/** Whether what a row leaves blank may stand for this authorization. */
export function mayMean(row: UnreadRow, authorization: string): boolean {
  const codes = authorization.split('/')
  const said = [row.documentCode, row.authorizationCode, row.subjectCode === WILDCARD ? null : row.subjectCode]
  return said.every((code, place) => code === null || code === codes[place])
}
