import type { AssignmentRule } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'
import type { TouchedRow } from './apply-rule-operations.ts'
import { authorizationKey, holdersOf } from './decoder-table.ts'
import type { RuleFinding, RuleFindingCode } from './rule-draft.ts'
import type { WholeDecoder } from './whole-decoder.ts'

/** What to look at in the table that a draft leads to. What was so before is not the draft's doing, and not told. Pure. */
export function ruleFindings(before: WholeDecoder, after: WholeDecoder, touched: readonly TouchedRow[]): RuleFinding[] {
  const [then, now] = [found(before), found(after)]
  const byRow = new Map(touched.map(({ of, key, operations }) => [`${of} ${key}`, operations]))
  const codes = new Set(after.rules.map(rule => rule.courseCode))
  const gone = new Set(before.rules.flatMap(rule => (codes.has(rule.courseCode) ? [] : [rule.courseCode])))
  const emptied = [...gone].map((code): Found => {
    const rows = before.rules.flatMap(rule => (rule.courseCode === code ? [`rule ${rule.id}`] : []))
    return { code: 'code-without-rules', key: code, rows, message: `No rule of ${code} is left: nobody may teach it` }
  })
  const fresh = [...now].flatMap(([name, each]) => (then.has(name) ? [] : [each]))
  return [...emptied, ...fresh]
    .map(({ rows, ...finding }) => {
      const operations = new Set(rows.flatMap(row => byRow.get(row) ?? []))
      return { ...finding, operations: [...operations].sort((a, b) => a - b) }
    })
    .sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.code, b.code))
}

type Found = Omit<RuleFinding, 'operations'> & { rows: string[] }

/** Findings by code and key, each with the rows that it rests on. */
function found(table: WholeDecoder): Map<string, Found> {
  const all = [...satisfiable(table), ...redundant(table), ...endedSubjects(table)]
  return new Map(all.map(each => [`${each.code} ${each.key}`, each]))
}

function* satisfiable({ rules, authorizations }: WholeDecoder): Generator<Found> {
  const holders = holdersOf(authorizations)
  const closed = new Set(authorizations.filter(row => row.status === 'closed').map(authorizationKey))
  for (const rule of rules) {
    const keys = holders(rule).map(each => each.authorization)
    if (keys.some(key => !closed.has(key))) continue
    const rows = [`rule ${rule.id}`, ...keys.map(key => `authorization ${key}`)]
    const [code, message]: [RuleFindingCode, string] =
      keys.length === 0
        ? ['grown-empty', `${rule.id}: no authorization of the catalogue satisfies it`]
        : ['only-closed', `${rule.id}: all that satisfy it are closed`]
    yield { code, key: rule.id, message, rows }
  }
}

function* redundant({ rules }: WholeDecoder): Generator<Found> {
  const wildcards = Map.groupBy(
    rules.filter(rule => rule.kind === 'wildcard'),
    rule => rule.courseCode,
  )
  for (const rule of rules) {
    if (rule.kind === 'wildcard') continue
    const covering = wildcards.get(rule.courseCode)?.find(wildcard => sameCodes(wildcard, rule))
    if (covering === undefined) continue
    const message = `${rule.id}: ${covering.id} admits it already`
    yield { code: 'wildcard-covers-rule', key: rule.id, message, rows: [`rule ${rule.id}`, `rule ${covering.id}`] }
  }
}

function* endedSubjects({ subjects, authorizations }: WholeDecoder): Generator<Found> {
  for (const { code, ended } of subjects) {
    if (!ended) continue
    const using = authorizations
      .filter(row => row.subjectCode === code && row.status === 'current')
      .map(authorizationKey)
    if (using.length === 0) continue
    const message = `Subject ${code} is ended, and current: ${using.join(', ')}`
    yield { code: 'ended-subject-in-use', key: code, message, rows: [`subject ${code}`] }
  }
}

const sameCodes = (a: AssignmentRule, b: AssignmentRule): boolean =>
  a.documentCode === b.documentCode && a.authorizationCode === b.authorizationCode
