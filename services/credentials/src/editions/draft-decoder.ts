import { fingerprint } from '@cte-align/contracts'
import {
  applyRuleOperations,
  type RowKind,
  type RuleFinding,
  rowsOf,
  type TouchedRow,
  type WholeDecoder,
} from '@cte-align/impact'
import type { Decoder } from '../decoder/decoder-sides.ts'
import { problem } from '../errors.ts'
import type { Print, RuleDraftDoc } from './rule-draft.ts'

type Drafted = Pick<RuleDraftDoc, '_id' | 'title' | 'operations'>
export interface AppliedDraft {
  decoder: Decoder
  touched: TouchedRow[]
  findings: RuleFinding[]
}

/** A decoder as a draft's operations leave it. Throws CTE_OPERATION_REFUSED, naming the operation that does not fit and why. */
export function applyDraft(draft: Drafted, base: Decoder): AppliedDraft {
  const applied = applyRuleOperations(base, draft.operations, { source: sourceOf(draft) })
  if (applied.ok) {
    const decoder = { ...applied.table, side: `edition:${draft._id}`, title: `the draft edition “${draft.title}”` }
    return { decoder, touched: applied.touched, findings: applied.findings }
  }
  const { index, code, message } = applied.fault
  throw problem(
    'CTE_OPERATION_REFUSED',
    { detail: `Operation ${index + 1}: ${message} (${code})` },
    { errors: [{ path: `/operations/${index}`, message }] },
  )
}

/** What a row that a draft adds names as its source. */
export const sourceOf = ({ _id, title }: Pick<RuleDraftDoc, '_id' | 'title'>): string => `Rule edition ${_id}: ${title}`

/** The rows that a draft touches, as a decoder has them. */
export function printsOf(touched: readonly TouchedRow[], decoder: Omit<WholeDecoder, 'title'>): Print[] {
  const rows = rowsOf(decoder)
  return touched.map(({ of, key }) => {
    const found = rows.get(`${of} ${key}`)
    return { row: `${of} ${key}`, print: found === undefined ? null : printOf(of, found.row) }
  })
}

/** What of a row decides whether it is still the one that was drafted on: nothing that only the store knows. */
const SAID: Record<RowKind, readonly string[]> = {
  rule: ['id', 'authType', 'condition'],
  authorization: ['title', 'subjectTitle', 'notes', 'cteRelation', 'status', 'twinOf'],
  subject: ['title', 'item', 'ended'],
  grandfathering: ['title', 'authorization', 'courseCodes', 'date', 'before', 'through'],
}

const printOf = (of: RowKind, row: object): string =>
  fingerprint(SAID[of].map(field => (row as Record<string, unknown>)[field] ?? null))

/** The rows of which the decoder in force says something else than the draft's base did; each by its name. */
export function movedRows(draft: Pick<RuleDraftDoc, 'prints'>, live: readonly Print[]): string[] {
  const then = new Map(draft.prints.map(({ row, print }) => [row, print]))
  return live.flatMap(({ row, print }) => (then.has(row) && then.get(row) === print ? [] : [row]))
}
