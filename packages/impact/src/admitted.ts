import type { AssignmentRule } from '@cte-align/contracts'
import { authorizationKey, type DecoderTable, type ListedAuthorization } from './decoder-table.ts'
import { compareKeys, compareText } from './natural-order.ts'

export type AdmittedBy = 'direct' | 'twin' | 'wildcard'
/** An authorization that a course code admits, and by which rule. `listed` null: the catalogue does not have it. */
export type Admission = { key: string; listed: ListedAuthorization | null; rule: string; by: AdmittedBy }
/** What becomes of one course code. */
export type CodeChange = {
  courseCode: string
  gained: Admission[]
  lost: Admission[]
  /** Rules that admit the same as before and say something else of it. */
  revised: string[]
  /** How many authorizations it admits afterwards, manual review not counted. */
  before: number
  after: number
}

/** Whom a rule admits: whom it names, the examination twins of that one (inferred), or by a wildcard all of a prefix. */
export function admissionsBy(authorizations: readonly ListedAuthorization[]): (rule: AssignmentRule) => Admission[] {
  const listed = new Map(authorizations.map(row => [authorizationKey(row), row]))
  const twins = Map.groupBy(authorizations, row => row.twinOf)
  const byPrefix = Map.groupBy(authorizations, row => prefixOf(authorizationKey(row)))
  return rule => {
    const key = rule.id.slice(rule.courseCode.length + 1)
    const through = (row: ListedAuthorization, by: AdmittedBy): Admission => ({
      ...{ key: authorizationKey(row), listed: row, rule: rule.id, by },
    })
    if (rule.kind === 'wildcard') return (byPrefix.get(prefixOf(key)) ?? []).map(row => through(row, 'wildcard'))
    const direct: Admission = { key, listed: listed.get(key) ?? null, rule: rule.id, by: 'direct' }
    return [direct, ...(twins.get(key) ?? []).map(row => through(row, 'twin'))]
  }
}

/** Whom each course code admits. */
export function admittedIn({ rules, authorizations }: Pick<DecoderTable, 'rules' | 'authorizations'>) {
  const admissionsOf = admissionsBy(authorizations)
  const codes = new Map<string, Map<string, Admission>>()
  for (const rule of [...rules].sort((a, b) => compareText(a.id, b.id))) {
    const admitted = codes.get(rule.courseCode) ?? new Map<string, Admission>()
    codes.set(rule.courseCode, admitted)
    for (const admission of admissionsOf(rule)) {
      const known = admitted.get(admission.key)
      if (known === undefined || SURENESS[admission.by] < SURENESS[known.by]) admitted.set(admission.key, admission)
    }
  }
  return codes
}

/** Of several ways by which an authorization is admitted, the surest counts. */
const SURENESS: Record<AdmittedBy, number> = { direct: 0, wildcard: 1, twin: 2 }

/** Which course codes gain or lose an authorization between two tables, in the order of their codes. Pure. */
export function compareAdmitted(before: DecoderTable, after: DecoderTable): CodeChange[] {
  const [was, is] = [admittedIn(before), admittedIn(after)]
  const revised = Map.groupBy(revisedRules(before, after), rule => rule.courseCode)
  const codes = [...new Set([...was.keys(), ...is.keys()])].sort(compareKeys)
  return codes.flatMap(courseCode => {
    const [then, now] = [was.get(courseCode) ?? NONE, is.get(courseCode) ?? NONE]
    const gained = [...now.values()].filter(({ key }) => !then.has(key)).sort(byKey)
    const lost = [...then.values()].filter(({ key }) => !now.has(key)).sort(byKey)
    const otherwise = (revised.get(courseCode) ?? []).map(rule => rule.id)
    if (gained.length + lost.length + otherwise.length === 0) return []
    return [{ courseCode, gained, lost, revised: otherwise, before: then.size, after: now.size }]
  })
}

function revisedRules(before: DecoderTable, after: DecoderTable): AssignmentRule[] {
  const then = new Map(before.rules.map(rule => [rule.id, rule]))
  return after.rules.filter(rule => {
    const old = then.get(rule.id)
    return old !== undefined && SAID.some(field => old[field] !== rule[field])
  })
}
const SAID = ['authType', 'condition', 'verified'] as const

const NONE: ReadonlyMap<string, Admission> = new Map()
const byKey = (a: Admission, b: Admission): number => compareKeys(a.key, b.key)
/** `CTE/R4T/` of `CTE/R4T/ANR`. */
const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1)
