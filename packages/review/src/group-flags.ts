import { type Dependent, Severity } from '@cte-align/contracts'
import { itemInWords, itemsOnTheWay, topLevelOf } from '@cte-align/impact'
import { decodeCursor, encodeCursor } from '@cte-align/service'
import type { QueryFilter } from 'mongoose'
import { z } from 'zod'
import type { FlagFilter } from './flag-filter.ts'
import { GROUPS, type GroupBy } from './group-key.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import { changeKey } from './queue-fields.ts'
import { FlagState } from './state-machine.ts'

interface FirstFlag {
  id: string
  dependent: Dependent
  severity: Severity
  state: FlagState
  due: string
}

export interface FlagGroup {
  _id: string
  flags: number
  rank: number
  due: string
  first: FirstFlag[]
  counts: Record<Severity | FlagState, number>
}

const Place = z.strictObject({ rank: z.int(), key: z.string() })
const FIRST = 3
const WORDS = [
  ...Severity.options.map(word => ['$severity', word] as const),
  ...FlagState.options.map(word => ['$state', word] as const),
]
const counts = Object.fromEntries(WORDS.map(([, word]) => [word, `$${word}`]))

/**
 * A page of groups, those with the gravest flags first, by month where it is due; the key decides. Counted in the
 * database: what is read of a flag does not grow with its causes.
 */
export async function groupFlags(
  { Flag }: ReviewModels,
  query: QueryFilter<FlagDoc>,
  { by, asked, limit, cursor }: { by: GroupBy; asked: FlagFilter; limit: number; cursor?: string | undefined },
): Promise<{ groups: FlagGroup[]; next: string | null }> {
  const { key, several, only } = GROUPS[by]
  const wanted = only?.(asked)
  const after = cursor === undefined ? null : decodeCursor(Place, cursor)
  const inTime = by === 'due'
  const beyond = after && {
    $or: [{ rank: { $lt: after.rank } }, { rank: after.rank, _id: { $gt: after.key } }],
  }
  const unresolved = { $cond: [{ $eq: ['$state', 'resolved'] }, 'without', '$dueSort'] }
  const found = await Flag.aggregate<FlagGroup>([
    { $match: query },
    { $project: { key, severity: 1, state: 1, rank: 1, dueSort: 1, dependent: 1, left: unresolved } },
    ...(several ? [{ $unwind: '$key' }] : []),
    ...(wanted === undefined ? [] : [{ $match: wanted }]),
    {
      $group: {
        _id: '$key',
        flags: { $sum: 1 },
        rank: { $max: '$rank' },
        ...Object.fromEntries(
          WORDS.map(([field, word]) => [word, { $sum: { $cond: [{ $eq: [field, word] }, 1, 0] } }]),
        ),
        due: { $min: '$left' },
        first: {
          $topN: {
            n: FIRST,
            sortBy: { rank: -1, 'dependent.key': 1, _id: 1 },
            output: { id: '$_id', dependent: '$dependent', severity: '$severity', state: '$state', due: '$dueSort' },
          },
        },
      },
    },
    ...(after === null ? [] : [{ $match: inTime ? { _id: { $gt: after.key } } : beyond! }]),
    { $sort: inTime ? { _id: 1 } : { rank: -1, _id: 1 } },
    { $limit: limit + 1 },
    { $project: { flags: 1, rank: 1, due: 1, first: 1, counts } },
  ]).allowDiskUse(true)
  const groups = found.slice(0, limit)
  const last = groups.at(-1)
  const next = found.length > limit && last ? encodeCursor({ rank: last.rank, key: last._id }) : null
  return { groups, next }
}

/** What a group is called: its key in the words of the items that it stands for, as its first flag tells them. */
export async function groupWords(
  { Flag }: ReviewModels,
  by: GroupBy,
  groups: readonly FlagGroup[],
): Promise<Map<string, string>> {
  if (by !== 'change' && by !== 'sector') return new Map(groups.map(({ _id }) => [_id, plainWords(by, _id)]))
  const ids = groups.flatMap(({ first }) => first.slice(0, 1).map(flag => flag.id))
  const flags = await Flag.find({ _id: { $in: ids } }, { causes: 1 }).lean<Pick<FlagDoc, '_id' | 'causes'>[]>()
  const causes = new Map(flags.map(flag => [flag._id, flag.causes]))
  return new Map(
    groups.map(({ _id, first }) => {
      const told = causes.get(first[0]!.id) ?? []
      return [_id, by === 'change' ? changeWords(_id, told) : sectorWords(_id, told)]
    }),
  )
}

function changeWords(key: string, causes: FlagDoc['causes']): string {
  const cause = causes.find(one => changeKey(one) === key)
  return cause === undefined ? key : `${cause.change.class}: ${itemInWords(cause.change.item)}`
}

function sectorWords(key: string, causes: FlagDoc['causes']): string {
  const item = causes.flatMap(itemsOnTheWay).find(one => topLevelOf(one) === key && key.endsWith(`:${one.key}`))
  return item === undefined ? key : `${itemInWords(item)} (${item.framework})`
}

function plainWords(by: GroupBy, key: string): string {
  if (by === 'owner') return key === '' ? 'nobody sees to it' : `owner ${key}`
  if (by === 'due')
    return key === 'none' ? 'nothing is due' : key === 'unknown' ? 'due on an unknown day' : `due in ${key}`
  if (key === 'none') return `no ${by} code`
  return `${by} ${key}`
}
