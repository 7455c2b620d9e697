import { type Actor, idFrom } from '@cte-align/contracts'
import { type ClientSession, type Database, inBatches, type Outbox } from '@cte-align/service'
import { bindOperation, standings } from './bound-operations.ts'
import type { CommentDoc, Disposition, DispositionWord, Redactable } from './comment.ts'
import { commentProblem } from './comment-errors.ts'
import { commentAnswered, commentReceived } from './comment-events.ts'
import { treesOf } from './comment-target.ts'
import type { Heads } from './draft-release.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Trees } from './trees.ts'

/** A comment before it has its number and its place in a thread. */
export type NewComment = Pick<
  CommentDoc,
  '_id' | 'parent' | 'text' | 'about' | 'session' | 'region' | 'role' | 'count' | 'ref' | 'recordedBy' | 'recordedAt'
>

/** Somebody acts on a comment that they have read. */
export interface Acting {
  actor: Actor
  at: Date
  correlationId: string
  /** Compares the caller's If-Match with the version found; throws where they differ. */
  match: (version: number) => void
}

export interface Unanswered {
  open: number
  /** Comments that began a thread and were not withdrawn; `lapsed` had a disposition whose operation no longer stands. */
  byDisposition: Record<DispositionWord | 'none' | 'lapsed', number>
  /** Those without a disposition that stands, in the order of their numbers. */
  ids: string[]
}

interface Parts {
  models: Models
  db: Database
  outbox: Outbox
  trees: Trees
  heads: Heads
}

const PIECE = 250
const CLOSED: ReadonlySet<string> = new Set(['publishing', 'published', 'withdrawn'])

/** Comments are only added. What people do with them (answer, withdraw, redact) is kept beside the text. */
export function createComments({ models, db, outbox, trees, heads }: Parts) {
  const { Comment, CommentDisposition, CommentCount, Proposal } = models

  async function get(proposal: string, id: string, session?: ClientSession): Promise<CommentDoc> {
    const found = await Comment.findOne({ _id: id, proposal })
      .session(session ?? null)
      .lean<CommentDoc>()
    if (found === null) throw commentProblem('CTE_NO_SUCH_COMMENT', { comment: id, proposal })
    return found
  }

  /** All or none, in their order: a reply may follow what it replies to. Those that are there already are passed over. */
  async function add(proposal: ProposalDoc, given: NewComment[], correlationId: string): Promise<CommentDoc[]> {
    return db.transaction(async session => {
      const now = await Proposal.findById(proposal._id, { state: 1 }).session(session).lean<ProposalDoc>()
      mustTakeComments(now === null ? proposal : { _id: proposal._id, state: now.state })
      const there = await Comment.find({ _id: { $in: given.map(({ _id }) => _id) } }, { _id: 1 })
        .session(session)
        .lean()
      const known = new Set(there.map(({ _id }) => _id))
      const fresh = given.filter(({ _id }) => !known.has(_id))
      if (fresh.length === 0) return []
      // Written first: whoever holds it commits before anybody else gets a number on this proposal.
      const counter = await CommentCount.findOneAndUpdate(
        { _id: proposal._id },
        { $inc: { value: fresh.length } },
        { session, upsert: true, returnDocument: 'after' },
      ).lean<{ value: number }>()
      const first = counter!.value - fresh.length + 1
      const docs = await threaded(proposal._id, fresh, first, session)
      await Comment.insertMany(docs, { session })
      await outbox.append(
        session,
        docs.map(doc => commentReceived(doc, proposal, correlationId)),
      )
      return docs
    })
  }

  async function threaded(
    proposal: string,
    fresh: NewComment[],
    first: number,
    session: ClientSession,
  ): Promise<CommentDoc[]> {
    const named = fresh.flatMap(({ parent }) => (parent === null ? [] : [parent]))
    const there = await Comment.find({ _id: { $in: named }, proposal })
      .session(session)
      .lean<CommentDoc[]>()
    const above = new Map(there.map(comment => [comment._id, comment]))
    const made = new Map<string, CommentDoc>()
    for (const [index, comment] of fresh.entries()) {
      const { parent: id } = comment
      const parent = id === null ? null : (made.get(id) ?? above.get(id))
      if (parent === undefined) throw commentProblem('CTE_NO_SUCH_COMMENT', { comment: id!, proposal })
      made.set(comment._id, {
        ...comment,
        proposal,
        number: first + index,
        root: parent === null ? comment._id : parent.root,
        depth: parent === null ? 0 : parent.depth + 1,
        version: 1,
        disposition: null,
        withdrawn: null,
        redactions: [],
      })
    }
    return [...made.values()]
  }

  /** Changes a comment as it was read in the same transaction; whoever came second is told by `match`. */
  async function change(found: CommentDoc, changes: Partial<CommentDoc>, session: ClientSession): Promise<CommentDoc> {
    const next = { ...found, ...changes, version: found.version + 1 }
    await Comment.replaceOne({ _id: found._id, version: found.version }, next, { session })
    return next
  }

  return {
    get,
    add,

    /**
     * A whole file of them, in pieces of one transaction each: MongoDB ends one that takes too long. What a crash or the end of
     * commenting cuts short is a beginning of the file; the same file again adds the rest.
     */
    async addAll(proposal: ProposalDoc, given: NewComment[], correlationId: string): Promise<number> {
      let added = 0
      for (const piece of inBatches(given, PIECE)) added += (await add(proposal, piece, correlationId)).length
      return added
    },

    /** Every disposition the comment was given, the first one first. */
    history: (comment: string) =>
      CommentDisposition.find({ comment }).sort({ number: 1 }).lean<(Disposition & { number: number })[]>(),

    /** Answers the thread that the comment began. Given again, the new one stands and the old one is kept. */
    async dispose(
      proposal: ProposalDoc,
      id: string,
      given: Pick<Disposition, 'disposition' | 'reason' | 'noOperation'> & { operations: number[] },
      { actor, at, correlationId, match }: Acting,
    ): Promise<CommentDoc> {
      const { disposition, noOperation } = given
      const indices = [...new Set(given.operations)]
      const expected = disposition === 'accepted' || disposition === 'partly'
      if (indices.length > 0 ? noOperation !== null : expected && noOperation === null)
        throw commentProblem('CTE_DISPOSITION_LEADS_NOWHERE', { disposition })
      const known = indices.length === 0 ? [] : await treesOf(proposal, trees, heads)
      const operations = indices.map(index => bindOperation(proposal, index, known))
      const made: Disposition = { ...given, operations, by: actor, at }
      return db.transaction(async session => {
        const found = await get(proposal._id, id, session)
        match(found.version)
        if (found.parent !== null)
          throw commentProblem('CTE_REPLY_HAS_NO_DISPOSITION', { number: found.number, root: found.root })
        mustStand(found)
        const answered = await change(found, { disposition: made }, session)
        const beside = { _id: idFrom('disposition', id, answered.version), comment: id, number: answered.version }
        await CommentDisposition.create([{ ...beside, ...made }], { session })
        await outbox.append(session, [commentAnswered(answered, proposal, correlationId)])
        return answered
      })
    },

    /** By who recorded it, while the proposal takes comments. It stays, marked, and needs no answer. */
    async withdraw(
      proposal: ProposalDoc,
      id: string,
      reason: string,
      { actor, at, match }: Acting,
    ): Promise<CommentDoc> {
      return db.transaction(async session => {
        const found = await get(proposal._id, id, session)
        match(found.version)
        mustTakeComments(proposal)
        mustStand(found)
        if (found.recordedBy.id !== actor.id || found.recordedBy.agency !== actor.agency)
          throw commentProblem('CTE_NOT_RECORDER', { actor: actor.id, number: found.number })
        return change(found, { withdrawn: { by: actor, at, reason } }, session)
      })
    },

    /** Takes out what should not have been written down. At any time; who, when, why and what is kept, the words are not. */
    async redact(
      proposal: ProposalDoc,
      id: string,
      { what, reason }: { what: Redactable[]; reason: string },
      { actor, at, match }: Acting,
    ): Promise<CommentDoc> {
      return db.transaction(async session => {
        const found = await get(proposal._id, id, session)
        match(found.version)
        const before = new Set(found.redactions.flatMap(redaction => redaction.what))
        const news = what.filter(part => !before.has(part))
        if (news.length === 0) throw commentProblem('CTE_COMMENT_REDACTED', { number: found.number })
        const redactions = [...found.redactions, { by: actor, at, reason, what: news }]
        return change(found, { ...without(found, news), redactions }, session)
      })
    },

    /** What the approval waits for: begun threads, not withdrawn, without a disposition that stands. */
    async unanswered(proposal: Pick<ProposalDoc, '_id' | 'operations'>): Promise<Unanswered> {
      const standing = standings(proposal.operations)
      const roots = await Comment.find(
        { proposal: proposal._id, parent: null, withdrawn: null },
        { number: 1, 'disposition.disposition': 1, 'disposition.operations': 1 },
      )
        .sort({ number: 1 })
        .lean<{ _id: string; disposition?: Disposition }[]>()
      const byDisposition = { accepted: 0, partly: 0, declined: 0, 'out-of-scope': 0, none: 0, lapsed: 0 }
      const ids: string[] = []
      for (const { _id, disposition } of roots) {
        const state = disposition === undefined ? 'none' : hasLapsed(disposition, standing) ? 'lapsed' : null
        byDisposition[state ?? disposition!.disposition]++
        if (state !== null) ids.push(_id)
      }
      return { open: ids.length, byDisposition, ids }
    },
  }
}
export type Comments = ReturnType<typeof createComments>

/** An answer that names operations holds as long as each of them stands word for word. */
export const hasLapsed = (
  { operations }: Pick<Disposition, 'operations'>,
  standing: ReturnType<typeof standings>,
): boolean => operations.some(bound => standing(bound).state !== 'stands')

export function mustTakeComments({ _id, state }: Pick<ProposalDoc, '_id' | 'state'>): void {
  if (CLOSED.has(state)) throw commentProblem('CTE_COMMENTS_CLOSED', { proposal: _id, state })
}

function mustStand({ withdrawn, number }: CommentDoc): void {
  if (withdrawn !== null) throw commentProblem('CTE_COMMENT_WITHDRAWN', { number })
}

function without({ session }: CommentDoc, what: Redactable[]): Partial<CommentDoc> {
  return {
    ...(what.includes('text') && { text: 'removed' }),
    ...(what.includes('region') && { region: 'removed' }),
    ...(what.includes('session') && { session: { ...session, name: 'removed', place: 'removed' } }),
  }
}
