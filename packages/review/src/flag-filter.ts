import { Actor, ChangeClass, DependentKind, ReleaseId, Severity, Slug, writtenText } from '@cte-align/contracts'
import { decodeCursor, encodeCursor } from '@cte-align/service'
import type { QueryFilter } from 'mongoose'
import { z } from 'zod'
import { Disposition } from './disposition.ts'
import type { FlagDoc } from './models/flag.ts'
import { FlagState } from './state-machine.ts'

const YesNo = z.enum(['true', 'false']).transform(word => word === 'true')

/** What lists, counts and exports of flags can be narrowed to. */
export const FlagFilter = z.strictObject({
  release: ReleaseId.max(80).optional(),
  framework: Slug.optional(),
  state: FlagState.optional(),
  disposition: Disposition.optional().meta({ description: 'How it was resolved; superseded: by an erratum' }),
  severity: Severity.optional(),
  class: ChangeClass.optional(),
  kind: DependentKind.optional().meta({ description: 'Of the dependent; legal-reference: statutes and regulations' }),
  dependent: z.string().min(1).max(60).optional().meta({ description: 'CTE/R4T/ANR, EC 44260.9, or a course code' }),
  item: z.string().min(1).max(170).optional().meta({ description: 'A changed item: its id or natural key (ICT.B5.3)' }),
  owner: Actor.shape.id.optional(),
  unverified: YesNo.optional().meta({ description: 'Every cause rests on a doubt' }),
  undecided: YesNo.optional().meta({ description: 'After a split nobody has said where the dependent goes' }),
  findings: YesNo.optional().meta({ description: 'It says more than its severity: a sequence that breaks' }),
  q: writtenText(1, 100).optional().meta({ description: 'Part of a dependent, its title or an item key' }),
})
export type FlagFilter = z.infer<typeof FlagFilter>

const ITEM_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function toQuery(filter: FlagFilter): QueryFilter<FlagDoc> {
  const {
    release,
    framework,
    state,
    disposition,
    severity,
    kind,
    dependent,
    item,
    owner,
    unverified,
    undecided,
    findings,
    q,
  } = filter
  const like = q === undefined ? undefined : { $regex: q.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), $options: 'i' }
  return {
    ...(release !== undefined && { 'release.id': release }),
    ...(framework !== undefined && { framework }),
    ...(state !== undefined && { state }),
    ...(disposition !== undefined && { disposition }),
    ...(severity !== undefined && { severity }),
    ...(filter.class !== undefined && { classes: filter.class }),
    ...(kind !== undefined && { 'dependent.kind': kind }),
    ...(dependent !== undefined && { 'dependent.key': dependent }),
    ...(item !== undefined && (ITEM_ID.test(item) ? { items: item } : { itemKeys: item })),
    ...(owner !== undefined && { owner }),
    ...(unverified !== undefined && { unverified }),
    ...(undecided !== undefined && { undecided }),
    ...(findings !== undefined && { 'findings.0': { $exists: findings } }),
    ...(like !== undefined && { $or: [{ 'dependent.key': like }, { 'dependent.title': like }, { itemKeys: like }] }),
  }
}

/** The gravest first, then by dependent; the id decides between releases. */
export const FLAG_ORDER = { rank: -1, 'dependent.key': 1, _id: 1 } as const

const Place = z.strictObject({ rank: z.int(), key: z.string(), id: z.string() })

export const cursorAfter = ({ rank, dependent, _id }: Pick<FlagDoc, 'rank' | 'dependent' | '_id'>): string =>
  encodeCursor({ rank, key: dependent.key, id: _id })

export function afterCursor(cursor: string | undefined): QueryFilter<FlagDoc> {
  if (cursor === undefined) return {}
  const { rank, key, id } = decodeCursor(Place, cursor)
  return {
    $and: [
      {
        $or: [
          { rank: { $lt: rank } },
          { rank, 'dependent.key': { $gt: key } },
          { rank, 'dependent.key': key, _id: { $gt: id } },
        ],
      },
    ],
  }
}
