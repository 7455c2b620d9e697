import type { ItemRef } from '@cte-align/contracts'
import { type Standing, standings } from './bound-operations.ts'
import type { BoundOperation } from './comment.ts'
import type { Comments, Unanswered } from './comments.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'

/** `people` counts those who said it, as the recorders counted them. */
interface Counted {
  comments: number
  people: number
}
export interface CommentSummary {
  total: number
  threads: number
  replies: number
  withdrawn: number
  redacted: number
  people: number
  /** Number of the newest comment. */
  last: number
  bySession: ({ name: string } & Counted)[]
  byRegion: ({ name: string | null } & Counted)[]
  byRole: ({ name: string } & Counted)[]
  byTarget: ({ name: string } & Counted)[]
  byItem: ({ item: Pick<ItemRef, 'id' | 'key' | 'title'> } & Counted)[]
  byOperation: ({ words: string; standing: Standing } & Counted)[]
  byDisposition: Unanswered['byDisposition']
  unanswered: number
}

/** Regions, items and operations of which a summary tells; the most commented first. */
const MOST = 500

/** Counts of what stands on a proposal. What was withdrawn is counted as withdrawn, and nowhere else. */
export async function summarizeComments(
  proposal: ProposalDoc,
  { Comment }: Models,
  comments: Comments,
): Promise<CommentSummary> {
  const sums = { comments: { $sum: 1 }, people: { $sum: '$count' } }
  const by = (_id: unknown, more: object = {}) => [
    { $group: { _id, ...more, ...sums } },
    { $sort: { comments: -1 as const, _id: 1 as const } },
    { $limit: MOST },
  ]
  const standing = { $match: { withdrawn: null } }
  const totals = {
    _id: null,
    total: { $sum: 1 },
    threads: { $sum: { $cond: [{ $eq: ['$parent', null] }, 1, 0] } },
    withdrawn: { $sum: { $cond: [{ $eq: ['$withdrawn', null] }, 0, 1] } },
    redacted: { $sum: { $cond: [{ $gt: [{ $size: '$redactions' }, 0] }, 1, 0] } },
    people: { $sum: { $cond: [{ $eq: ['$withdrawn', null] }, '$count', 0] } },
    last: { $max: '$number' },
  }
  const [found] = await Comment.aggregate<Found>([
    { $match: { proposal: proposal._id } },
    { $project: { text: 0 } },
    {
      $facet: {
        totals: [{ $group: totals }],
        session: [standing, ...by('$session.kind')],
        region: [standing, ...by('$region')],
        role: [standing, ...by('$role')],
        target: [standing, ...by('$about.on')],
        item: [
          standing,
          { $match: { 'about.on': 'item' } },
          ...by('$about.item.id', { about: { $last: '$about.item' } }),
        ],
        operation: [
          standing,
          { $match: { 'about.on': 'operation' } },
          ...by('$about.operation.fingerprint', { about: { $last: '$about.operation' } }),
        ],
      },
    },
  ])
  const { total = 0, threads = 0, withdrawn = 0, redacted = 0, people = 0, last = 0 } = found!.totals[0] ?? {}
  const { byDisposition, open } = await comments.unanswered(proposal)
  const stands = standings(proposal.operations)
  const named = <N>({ _id, ...counted }: Counted & { _id: N }) => ({ name: _id, ...counted })
  return {
    ...{ total, threads, replies: total - threads, withdrawn, redacted, people, last },
    bySession: found!.session.map(named),
    byRegion: found!.region.map(named),
    byRole: found!.role.map(named),
    byTarget: found!.target.map(named),
    byItem: found!.item.map(({ about: { id, key, title }, comments, people }) => ({
      item: { id, key, title },
      comments,
      people,
    })),
    byOperation: found!.operation.map(({ about, comments, people }) => ({
      words: about.words,
      standing: stands(about),
      comments,
      people,
    })),
    byDisposition,
    unanswered: open,
  }
}

type Row<N> = Counted & { _id: N }
interface Found {
  totals: Partial<Pick<CommentSummary, 'total' | 'threads' | 'withdrawn' | 'redacted' | 'people' | 'last'>>[]
  session: Row<string>[]
  region: Row<string | null>[]
  role: Row<string>[]
  target: Row<string>[]
  item: (Row<string> & { about: ItemRef })[]
  operation: (Row<string> & { about: BoundOperation })[]
}
