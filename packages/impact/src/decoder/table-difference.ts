import { fingerprint } from '@cte-align/contracts'
import { authorizationKey } from './decoder-table.ts'
import type { RowKind } from './rule-draft.ts'
import type { WholeDecoder } from './whole-decoder.ts'

/** A row of one kind as two tables have it; null where one does not. */
export type RowDifference<K extends RowKind = RowKind> = {
  [Kind in K]: { of: Kind; key: string; before: RowOf<Kind> | null; after: RowOf<Kind> | null }
}[K]
type RowOf<K extends RowKind> = {
  rule: WholeDecoder['rules'][number]
  authorization: WholeDecoder['authorizations'][number]
  subject: WholeDecoder['subjects'][number]
  grandfathering: WholeDecoder['grandfathering'][number]
}[K]

/** All rows of a table by kind and key: `rule 7100:CTE/R4T/ANR`. */
export function rowsOf(
  table: Omit<WholeDecoder, 'title'>,
): Map<string, { of: RowKind; key: string; row: RowOf<RowKind> }> {
  const rows = [
    ...table.subjects.map(row => ({ of: 'subject' as const, key: row.code, row })),
    ...table.authorizations.map(row => ({ of: 'authorization' as const, key: authorizationKey(row), row })),
    ...table.rules.map(row => ({ of: 'rule' as const, key: row.id, row })),
    ...table.grandfathering.map(row => ({ of: 'grandfathering' as const, key: row.id, row })),
  ]
  return new Map(rows.map(each => [`${each.of} ${each.key}`, each]))
}

/** What has to be written to make one table the other: subjects first, then authorizations, rules and grandfathering. Pure. */
export function tableDifference(before: WholeDecoder, after: WholeDecoder): RowDifference[] {
  const [then, now] = [rowsOf(before), rowsOf(after)]
  const names = [...new Set([...now.keys(), ...then.keys()])]
  return ORDER.flatMap(kind =>
    names.flatMap(name => {
      const [was, is] = [then.get(name), now.get(name)]
      const { of, key } = (is ?? was)!
      if (of !== kind || fingerprint(was?.row ?? null) === fingerprint(is?.row ?? null)) return []
      return [{ of, key, before: was?.row ?? null, after: is?.row ?? null } as RowDifference]
    }),
  )
}

const ORDER: readonly RowKind[] = ['subject', 'authorization', 'rule', 'grandfathering']
