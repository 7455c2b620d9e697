import type { CodeSetRow } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'

/** What may differ of a code that two editions have. */
export const CODE_SET_FIELDS = [
  'title',
  'description',
  'level',
  'sectorName',
  'pathwayName',
  'pathwayCode',
  'effectiveFrom',
  'effectiveTo',
] as const
export type CodeSetField = (typeof CODE_SET_FIELDS)[number]

export interface FieldDifference {
  code: string
  field: CodeSetField
  /** Null is unknown. */
  from: string | null
  to: string | null
}
export interface CodeSetComparison {
  added: CodeSetRow[]
  gone: CodeSetRow[]
  changed: FieldDifference[]
  unchanged: number
  counts: Record<CodeSetField, number>
}

/** What differs between two editions, in the order of the codes. Total; the order of rows does not matter; the other way round it mirrors. */
export function compareCodeSets(from: Iterable<CodeSetRow>, to: Iterable<CodeSetRow>): CodeSetComparison {
  const before = byCode(from)
  const after = byCode(to)
  const changed: FieldDifference[] = []
  let unchanged = 0
  for (const [code, old] of before) {
    const row = after.get(code)
    if (row === undefined) continue
    const fields = CODE_SET_FIELDS.filter(field => old[field] !== row[field])
    if (fields.length === 0) unchanged++
    for (const field of fields) changed.push({ code, field, from: old[field], to: row[field] })
  }
  const counts = Object.fromEntries(
    CODE_SET_FIELDS.map(field => [field, changed.filter(each => each.field === field).length]),
  ) as Record<CodeSetField, number>
  const missingIn = (rows: Map<string, CodeSetRow>, other: Map<string, CodeSetRow>) =>
    [...rows.values()].filter(({ code }) => !other.has(code))
  return { added: missingIn(after, before), gone: missingIn(before, after), changed, unchanged, counts }
}

const byCode = (rows: Iterable<CodeSetRow>): Map<string, CodeSetRow> =>
  new Map([...rows].sort((a, b) => compareKeys(a.code, b.code)).map(row => [row.code, row]))
