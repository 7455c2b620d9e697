import type { Actor, ItemRef } from '@cte-align/contracts'
import mongoose from 'mongoose'

export const SESSION_KINDS = ['town-hall', 'convening', 'online', 'letter', 'staff'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

export const COMMENTER_ROLES = [
  'teacher',
  'counselor',
  'administrator',
  'industry',
  'college-faculty',
  'parent-or-guardian',
  'student',
  'community',
  'agency-staff',
  'other',
] as const
export type CommenterRole = (typeof COMMENTER_ROLES)[number]

export const DISPOSITIONS = ['accepted', 'partly', 'declined', 'out-of-scope'] as const
export type DispositionWord = (typeof DISPOSITIONS)[number]

/** An operation as it was when somebody pointed at it. Indices move, so the fingerprint is what binds. */
export interface BoundOperation {
  fingerprint: string
  index: number
  op: string
  /** The item it works on, as the operation names it; null where it works on none. */
  target: string | null
  /** Natural key of that item. */
  key: string | null
  words: string
}

export type About =
  | { on: 'proposal' }
  | { on: 'item'; item: ItemRef; tree: 'base' | 'proposed' }
  | { on: 'operation'; operation: BoundOperation }

export interface CommentSession {
  kind: SessionKind
  name: string | null
  /** In California, `YYYY-MM-DD`. */
  day: string | null
  place: string | null
}

export interface Disposition {
  disposition: DispositionWord
  reason: string
  operations: BoundOperation[]
  /** Why it led to no operation, where one would be expected. */
  noOperation: string | null
  by: Actor
  at: Date
}

interface Act {
  by: Actor
  at: Date
  reason: string
}

export const REDACTABLE = ['text', 'session', 'region'] as const
export type Redactable = (typeof REDACTABLE)[number]

export interface CommentDoc {
  _id: string
  proposal: string
  /** Within the proposal from 1, in the order of arrival. A parent's is lower than its replies'. */
  number: number
  /** The comment that began the thread; its own id there. */
  root: string
  parent: string | null
  depth: number
  text: string
  about: About
  session: CommentSession
  region: string | null
  role: CommenterRole
  /** How many people said it. */
  count: number
  /** The sender's own number for it, where a file brought it. */
  ref: string | null
  recordedBy: Actor
  recordedAt: Date
  /** Grows with every act on it; the ETag. */
  version: number
  /** The one that stands; those before it are kept beside. */
  disposition: Disposition | null
  withdrawn: Act | null
  redactions: (Act & { what: Redactable[] })[]
}

/** Every disposition a comment was ever given. Only added to. */
export interface CommentDispositionDoc extends Disposition {
  _id: string
  comment: string
  number: number
}

const Mixed = mongoose.Schema.Types.Mixed
const commentSchema = new mongoose.Schema<CommentDoc>(
  {
    _id: String,
    proposal: String,
    number: Number,
    root: String,
    parent: { type: String, default: null },
    depth: Number,
    text: String,
    about: Mixed,
    session: Mixed,
    region: { type: String, default: null },
    role: String,
    count: Number,
    ref: { type: String, default: null },
    recordedBy: Mixed,
    recordedAt: Date,
    version: Number,
    disposition: { type: Mixed, default: null },
    withdrawn: { type: Mixed, default: null },
    redactions: [Mixed],
  },
  { collection: 'comments', versionKey: false, minimize: false },
)
commentSchema.index({ proposal: 1, number: 1 }, { unique: true })
commentSchema.index({ proposal: 1, parent: 1, number: 1 })
commentSchema.index({ root: 1, number: 1 })

const dispositionSchema = new mongoose.Schema<CommentDispositionDoc>(
  {
    _id: String,
    comment: String,
    number: Number,
    disposition: String,
    reason: String,
    operations: [Mixed],
    noOperation: { type: String, default: null },
    by: Mixed,
    at: Date,
  },
  { collection: 'comment_dispositions', versionKey: false, minimize: false },
)
dispositionSchema.index({ comment: 1, number: 1 }, { unique: true })

/** The last number given on each proposal. */
const countSchema = new mongoose.Schema<{ _id: string; value: number }>(
  { _id: String, value: Number },
  { collection: 'comment_counts', versionKey: false },
)

export const commentModel = (connection: mongoose.Connection) => connection.model<CommentDoc>('Comment', commentSchema)
export const commentDispositionModel = (connection: mongoose.Connection) =>
  connection.model<CommentDispositionDoc>('CommentDisposition', dispositionSchema)
export const commentCountModel = (connection: mongoose.Connection) => connection.model('CommentCount', countSchema)
