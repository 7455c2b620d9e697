import { Day, fingerprint, idFrom } from '@cte-align/contracts'
import type { Tree } from '@cte-align/impact'
import { CteError, type FieldError, findPersonal } from '@cte-align/service'
import { z } from 'zod'
import { COMMENTER_ROLES, type CommentDoc, SESSION_KINDS } from './comment.ts'
import { resolveAbout } from './comment-target.ts'
import type { NewComment } from './comments.ts'
import type { ProposalDoc } from './proposal.ts'

/** An empty cell says nothing; whatever else must be as the column has it. */
const optional = <T extends z.ZodType<unknown, string>>(cell: T) =>
  z
    .string()
    .trim()
    .default('')
    .transform(text => (text === '' ? null : text))
    .pipe(cell.nullable())
const short = (most: number) => optional(z.string().max(most))

/** A row of the CSV that staff fill after a session; columns that are not needed may be left out. */
export const CommentRow = z.strictObject({
  ref: short(64).describe('The number that the sender gave it; needed to reply to it in the same file'),
  replyTo: short(64).describe('A ref of an earlier row, or the id of a comment'),
  on: z.enum(['proposal', 'item', 'operation']),
  item: short(170),
  operation: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be an index, from 0')
      .transform(Number),
  ),
  text: z.string().trim().min(1).max(8000),
  session: z.enum(SESSION_KINDS),
  sessionName: short(200),
  day: optional(Day),
  place: short(200),
  region: short(80),
  role: z.enum(COMMENTER_ROLES),
  count: optional(
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/, 'must be a whole number from 1')
      .transform(Number),
  ),
})
export type CommentRow = z.infer<typeof CommentRow>

export interface CommentPlan {
  added: NewComment[]
  unchanged: number
  faults: FieldError[]
}

/**
 * A comment that a file brought has an id made of what the file says, so that the same row is the same comment. A ref counts
 * within its session: the lists of two town halls may both begin at 1.
 */
export function rowId(proposal: string, row: CommentRow): string {
  const { ref, session, sessionName, day, place } = row
  if (ref === null) return idFrom('comment-row', proposal, said(row))
  return idFrom('comment-ref', proposal, session, sessionName ?? '', day ?? '', place ?? '', ref)
}

/** Without the empty cells, so that a column that is left out is an empty one. */
const said = (row: CommentRow): string =>
  fingerprint(Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null)))

/** Rows that are there already are left as they are, whatever became of what they are about since. */
export function planCommentImport(
  proposal: ProposalDoc,
  rows: CommentRow[],
  {
    trees,
    known,
    today,
    by,
  }: {
    trees: readonly Tree[]
    /** Those of the proposal that the rows bring again or reply to. */
    known: ReadonlyMap<string, Pick<CommentDoc, '_id' | 'text' | 'redactions'>>
    today: string
    by: Pick<CommentDoc, 'recordedBy' | 'recordedAt'>
  },
): CommentPlan {
  const plan: CommentPlan = { added: [], unchanged: 0, faults: [] }
  const seen = new Map<string, number>()
  const refs = new Map<string, { id: string; row: number }>()
  rows.forEach((row, index) => {
    const fault = (field: string, message: string) =>
      plan.faults.push({ path: `/rows/${index + 1}${field === '' ? '' : `/${field}`}`, message })
    const _id = rowId(proposal._id, row)
    const sameRef = row.ref === null ? undefined : refs.get(row.ref)
    const earlier = sameRef?.row ?? seen.get(_id)
    if (earlier !== undefined) {
      if (row.ref === null)
        fault('', `is the same as row ${earlier}: count says how many people said it, ref tells them apart`)
      else fault('ref', `${row.ref} is in row ${earlier} already`)
      return
    }
    const parent = parentOf(row, refs, known)
    seen.set(_id, index + 1)
    if (row.ref !== null) refs.set(row.ref, { id: _id, row: index + 1 })
    const before = known.get(_id)
    if (before !== undefined) {
      if (before.text !== row.text && before.redactions.length === 0)
        fault('ref', `${row.ref} was imported with another text; what was said is never edited: give it another ref`)
      else plan.unchanged++
      return
    }
    if (parent === undefined) fault('replyTo', `No ref ${row.replyTo} in an earlier row, and no such comment`)
    if (row.day !== null && row.day > today) fault('day', `the session has not been held yet; today is ${today}`)
    for (const field of ['text', 'sessionName', 'place', 'region', 'ref'] as const) {
      const personal = row[field] === null ? null : findPersonal(row[field])
      if (personal)
        fault(field, `seems to hold ${personal.what} at ${personal.place}: write "name removed" in its place`)
    }
    const about = aboutOf(proposal, row, trees, fault)
    if (about === null) return
    const session = { kind: row.session, name: row.sessionName, day: row.day, place: row.place }
    const { ref, text, region, role } = row
    plan.added.push({
      _id,
      parent: parent ?? null,
      about,
      text,
      session,
      region,
      role,
      count: row.count ?? 1,
      ref,
      ...by,
    })
  })
  return plan
}

/** Null where it is no reply, undefined where there is nothing to reply to. */
function parentOf(
  { replyTo }: CommentRow,
  refs: ReadonlyMap<string, { id: string }>,
  known: ReadonlyMap<string, unknown>,
): string | null | undefined {
  if (replyTo === null) return null
  return refs.get(replyTo)?.id ?? (known.has(replyTo) ? replyTo : undefined)
}

function aboutOf(
  proposal: ProposalDoc,
  { on, item, operation }: CommentRow,
  trees: readonly Tree[],
  fault: (field: string, message: string) => void,
) {
  if (item !== null && on !== 'item') fault('item', `on says ${on}`)
  if (operation !== null && on !== 'operation') fault('operation', `on says ${on}`)
  if (on === 'proposal') return { on }
  if (on === 'item' ? item === null : operation === null) {
    fault(on, 'is needed, as on says')
    return null
  }
  try {
    return resolveAbout(proposal, on === 'item' ? { on, item: item! } : { on, operation: operation! }, trees)
  } catch (error) {
    if (!(error instanceof CteError)) throw error
    fault(on, error.message)
    return null
  }
}

/** Every id that planning asks for. */
export const idsNamed = (proposal: string, rows: CommentRow[]): string[] =>
  rows.flatMap(row => [rowId(proposal, row), ...(row.replyTo === null ? [] : [row.replyTo])])
