import { fingerprint } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, holding } from '@cte-align/service'
import { z } from 'zod'
import type { CommentDoc, CommenterRole, DispositionWord, SessionKind } from './comment.ts'
import type { Comments } from './comments.ts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'

export interface CommentFilter {
  on?: 'proposal' | 'item' | 'operation' | undefined
  /** Id or natural key. */
  item?: string | undefined
  /** Index among the operations as they are now. */
  operation?: number | undefined
  session?: SessionKind | undefined
  region?: string | undefined
  role?: CommenterRole | undefined
  disposition?: DispositionWord | 'none' | undefined
  unanswered?: boolean | undefined
  q?: string | undefined
  /** Any comment's id that began a thread: the thread, in the order of arrival. */
  thread?: string | undefined
}
interface Page {
  limit: number
  cursor?: string | undefined
}
export interface Thread {
  root: CommentDoc
  /** In reading order: each after what it replies to. The first ones where there are many. */
  replies: CommentDoc[]
  replyCount: number
}

export const REPLIES_INSIDE = 100
const AT_ONCE = 100

/** Comments as they are read: page by page, thread by thread, or all of them for the docket. */
export function createCommentLists({ Comment }: Models, comments: Comments) {
  async function query(proposal: ProposalDoc, filter: CommentFilter): Promise<Record<string, unknown>[]> {
    const { on, item, operation, session, region, role, disposition, unanswered, q, thread } = filter
    const all: Record<string, unknown>[] = [{ proposal: proposal._id }]
    if (on !== undefined) all.push({ 'about.on': on })
    if (item !== undefined) all.push({ $or: [{ 'about.item.key': item }, { 'about.item.id': item }] })
    if (operation !== undefined) {
      const meant = proposal.operations[operation]
      if (meant === undefined) throw problem('CTE_NO_SUCH_OPERATION', { operation, count: proposal.operations.length })
      all.push({ 'about.operation.fingerprint': fingerprint(meant) })
    }
    if (session !== undefined) all.push({ 'session.kind': session })
    if (region !== undefined) all.push({ region })
    if (role !== undefined) all.push({ role })
    if (disposition !== undefined)
      all.push(
        disposition === 'none'
          ? { disposition: null, parent: null, withdrawn: null }
          : { 'disposition.disposition': disposition },
      )
    if (unanswered !== undefined) {
      const { ids } = await comments.unanswered(proposal)
      all.push({ _id: unanswered ? { $in: ids } : { $nin: ids } })
    }
    if (q !== undefined) all.push(holding(q, ['text']))
    if (thread !== undefined) all.push({ root: thread })
    return all
  }

  async function page(conditions: Record<string, unknown>[], { limit, cursor }: Page) {
    const after = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
    const found = await Comment.find({ $and: [...conditions, { number: { $gt: after } }] })
      .sort({ number: 1 })
      .limit(limit + 1)
      .lean<CommentDoc[]>()
    const docs = found.slice(0, limit)
    return { docs, next: found.length > limit ? encodeCursor(docs.at(-1)!.number) : null }
  }

  /** The replies of these threads; of each no more than `most`, the earliest ones, so that no reply lacks its parent. */
  async function repliesTo(roots: CommentDoc[], most: number): Promise<Map<string, Thread>> {
    const threads = new Map(roots.map(root => [root._id, { root, replies: [] as CommentDoc[], replyCount: 0 }]))
    const replies = Comment.find({ root: { $in: [...threads.keys()] }, parent: { $ne: null } })
      .sort({ root: 1, number: 1 })
      .lean<CommentDoc[]>()
      .cursor()
    for await (const reply of replies) {
      const thread = threads.get(reply.root)!
      if (thread.replyCount++ < most) thread.replies.push(reply as CommentDoc)
    }
    for (const thread of threads.values()) thread.replies = inReadingOrder(thread.root, thread.replies)
    return threads
  }

  return {
    /** In the order of arrival. */
    async flat(proposal: ProposalDoc, filter: CommentFilter, at: Page) {
      return page(await query(proposal, filter), at)
    },

    /** Threads by their beginnings, to which the filter applies, each with its replies. */
    async threads(proposal: ProposalDoc, filter: CommentFilter, at: Page) {
      const { docs, next } = await page([...(await query(proposal, filter)), { parent: null }], at)
      return { threads: [...(await repliesTo(docs, REPLIES_INSIDE)).values()], next }
    },

    /** The comments of the docket: the unanswered threads first, each whole; a hundred threads are held at a time. */
    async *docket(proposal: ProposalDoc, unanswered: readonly string[], upTo: number): AsyncGenerator<CommentDoc> {
      for (const _id of [{ $in: unanswered }, { $nin: unanswered }])
        for (let after = 0; ; ) {
          const roots = await Comment.find({
            $and: [{ proposal: proposal._id, parent: null, number: { $gt: after, $lte: upTo } }, { _id }],
          })
            .sort({ number: 1 })
            .limit(AT_ONCE)
            .lean<CommentDoc[]>()
          if (roots.length === 0) break
          after = roots.at(-1)!.number
          for (const { root, replies } of (await repliesTo(roots, Number.POSITIVE_INFINITY)).values())
            yield* [root, ...replies]
        }
    },
  }
}
export type CommentLists = ReturnType<typeof createCommentLists>

/** Depth first, and without recursion: a thread may be as deep as it is long. */
function inReadingOrder(root: CommentDoc, replies: CommentDoc[]): CommentDoc[] {
  const below = new Map<string, CommentDoc[]>()
  for (const reply of replies) {
    const siblings = below.get(reply.parent!)
    if (siblings === undefined) below.set(reply.parent!, [reply])
    else siblings.push(reply)
  }
  const ordered: CommentDoc[] = []
  const open = [...(below.get(root._id) ?? [])].reverse()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    ordered.push(next)
    open.push(...[...(below.get(next._id) ?? [])].reverse())
  }
  return ordered
}
