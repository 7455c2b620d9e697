import { Actor, Agency, Day, ItemRef, writtenText } from '@cte-align/contracts'
import { z } from 'zod'
import type { Standing } from '../bound-operations.ts'
import {
  type BoundOperation,
  COMMENTER_ROLES,
  type CommentDoc,
  DISPOSITIONS,
  type Disposition,
  REDACTABLE,
  SESSION_KINDS,
} from '../comment.ts'
import { hasLapsed } from '../comments.ts'

/** Whoever heard it may record it; CDE answers. */
export const RECORDERS = {
  agencies: Agency.options,
  roles: ['commenter', 'editor', 'approver', 'publisher', 'administrator'],
} as const
export const REDACTORS = { agencies: ['CDE'], roles: ['administrator'] } as const

export const CommentParams = z.strictObject({ id: z.string().max(64), comment: z.string().max(64) })
export const ProposalParams = z.strictObject({ id: z.string().max(64) })
const moment = z.iso.datetime()
const shortText = (most: number) => writtenText(1, most).nullable().default(null)

export const SessionInput = z.strictObject({
  kind: z.enum(SESSION_KINDS),
  name: shortText(200),
  day: Day.nullable().default(null),
  place: shortText(200),
})
export const SessionView = z.object({
  kind: z.enum(SESSION_KINDS),
  name: z.string().nullable(),
  day: Day.nullable(),
  place: z.string().nullable(),
})

const StandingView = z.object({
  state: z.enum(['stands', 'changed', 'gone']).meta({
    description: 'Against the operations as they are now: word for word there, another on the same item, or gone',
  }),
  index: z.int().nullable().meta({ description: 'Where it, or what took its place, is now' }),
})
const OperationView = z.object({
  op: z.string(),
  words: z.string().meta({ description: 'What it did when somebody pointed at it' }),
  item: z.string().nullable().meta({ description: 'Natural key of the item it works on' }),
  fingerprint: z.string(),
  at: z.int().meta({ description: 'Its index then' }),
  now: StandingView,
})
const AboutView = z.discriminatedUnion('on', [
  z.object({ on: z.literal('proposal') }),
  z.object({ on: z.literal('item'), item: ItemRef, tree: z.enum(['base', 'proposed']) }),
  z.object({ on: z.literal('operation'), operation: OperationView }),
])
const DispositionView = z.object({
  disposition: z.enum(DISPOSITIONS),
  reason: z.string(),
  operations: z.array(OperationView),
  noOperation: z.string().nullable(),
  by: Actor,
  at: moment,
})
const act = z.object({ by: Actor, at: moment, reason: z.string() })

export const CommentView = z.object({
  id: z.string(),
  proposal: z.string(),
  number: z.int(),
  thread: z.string().meta({ description: 'The comment that began the thread' }),
  replyTo: z.string().nullable(),
  depth: z.int(),
  about: AboutView,
  text: z.string(),
  session: SessionView,
  region: z.string().nullable(),
  role: z.enum(COMMENTER_ROLES),
  count: z.int().meta({ description: 'How many people said it' }),
  ref: z.string().nullable(),
  recordedBy: Actor,
  recordedAt: moment,
  version: z.int().meta({ description: 'Also the ETag' }),
  unanswered: z.boolean(),
  disposition: DispositionView.nullable(),
  withdrawn: act.nullable(),
  redactions: z.array(act.extend({ what: z.array(z.enum(REDACTABLE)) })),
})
export const CommentHistoryView = CommentView.extend({
  history: z.array(DispositionView).meta({ description: 'Every disposition it was given, the first one first' }),
})
export const ThreadView = CommentView.extend({
  replies: z.array(CommentView).meta({ description: 'In reading order, the first hundred; `depth` says how deep' }),
  replyCount: z.int(),
})

type StandingOf = (bound: BoundOperation) => Standing

export function commentView(doc: CommentDoc, standing: StandingOf): z.infer<typeof CommentView> {
  const { _id, root, parent, about, disposition, withdrawn, redactions, recordedAt, ...rest } = doc
  return {
    ...rest,
    id: _id,
    thread: root,
    replyTo: parent,
    about: about.on === 'operation' ? { on: about.on, operation: operationView(about.operation, standing) } : about,
    recordedAt: recordedAt.toISOString(),
    unanswered: isUnanswered(doc, standing),
    disposition: disposition && dispositionView(disposition, standing),
    withdrawn: withdrawn && { ...withdrawn, at: withdrawn.at.toISOString() },
    redactions: redactions.map(redaction => ({ ...redaction, at: redaction.at.toISOString() })),
  }
}

export const dispositionView = (
  { disposition, reason, operations, noOperation, by, at }: Disposition,
  standing: StandingOf,
): z.infer<typeof DispositionView> => ({
  disposition,
  reason,
  operations: operations.map(bound => operationView(bound, standing)),
  noOperation,
  by,
  at: at.toISOString(),
})

const operationView = (bound: BoundOperation, standing: StandingOf): z.infer<typeof OperationView> => {
  const { op, words, key, fingerprint, index } = bound
  return { op, words, item: key, fingerprint, at: index, now: standing(bound) }
}

/** The same question as `Comments.unanswered` asks of all. */
function isUnanswered({ parent, withdrawn, disposition }: CommentDoc, standing: StandingOf): boolean {
  if (parent !== null || withdrawn !== null) return false
  return disposition === null || hasLapsed(disposition, standing)
}
