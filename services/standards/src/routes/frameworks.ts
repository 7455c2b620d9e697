import { Day, Framework, ItemId, ItemKind, Provenance, ReleaseId, Slug } from '@cte-align/contracts'
import {
  ActorHeader,
  decodeCursor,
  encodeCursor,
  PageQuery,
  pageOf,
  requireActor,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { problem } from '../errors.ts'
import { frameworkOf } from '../frameworks.ts'
import { asOfRelease, BY_KEY, type ItemVersionDoc } from '../item-version.ts'
import type { ReleaseDoc } from '../release.ts'
import type { ReleaseChangeDoc } from '../release-change.ts'
import {
  EDITORS,
  FrameworkParams,
  FrameworkView,
  ItemView,
  itemView,
  ReleaseChangeView,
  ReleaseView,
  releaseView,
} from './shapes.ts'

const ItemsQuery = PageQuery.extend({
  release: z.coerce.number().int().min(1).optional().meta({ description: 'Release number; default the newest' }),
  asOf: Day.optional().meta({ description: 'The release in force on that California day' }),
  q: z.string().trim().min(1).max(200).optional().meta({ description: 'Words in key or title, in any case' }),
  kind: ItemKind.optional(),
  parent: z.string().max(170).optional().meta({ description: 'Id or natural key of the parent; "none" for the top' }),
  status: z.enum(['active', 'retired', 'any']).default('active'),
}).refine(query => query.release === undefined || query.asOf === undefined, {
  path: ['asOf'],
  message: 'release and asOf cannot both be given',
})
const ItemCursor = z.tuple([z.string(), z.string(), z.int()])
const NumberCursor = z.int().min(0)

/** Frameworks, their items as any release or day has them, their history, their releases: everything that can be read. */
export function frameworkRoutes(app: Service, { models, frameworks, now }: App): void {
  const { Framework: FrameworkModel, ItemVersion, Release, ReleaseChange } = models

  app.get(
    '/frameworks',
    {
      schema: {
        tags: ['frameworks'],
        operationId: 'listFrameworks',
        summary: 'List the frameworks',
        response: { 200: z.object({ items: z.array(FrameworkView) }), ...responses(503) },
      },
    },
    async () => {
      const found = await FrameworkModel.find().sort({ _id: 1 }).lean()
      return { items: found.map(frameworkOf) }
    },
  )

  app.post(
    '/frameworks',
    {
      schema: {
        tags: ['frameworks'],
        operationId: 'registerFramework',
        summary: 'Register a framework',
        headers: ActorHeader,
        body: Framework.extend({ provenance: Provenance.optional() }),
        response: { 201: FrameworkView, ...responses(401, 403, 409, 413, 415, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, EDITORS)
      const provenance = request.body.provenance ?? { source: `entered by ${actor.id}`, verified: false, note: null }
      const created = await frameworks.create({ ...request.body, provenance }, now())
      return reply.code(201).header('location', `/frameworks/${created._id}`).send(frameworkOf(created))
    },
  )

  app.get(
    '/frameworks/:key',
    {
      schema: {
        tags: ['frameworks'],
        operationId: 'readFramework',
        summary: 'Read a framework',
        params: FrameworkParams,
        response: { 200: FrameworkView, ...responses(404, 503) },
      },
    },
    async request => frameworkOf(await frameworks.get(request.params.key)),
  )

  app.get(
    '/frameworks/:key/items',
    {
      schema: {
        tags: ['items'],
        operationId: 'listItems',
        summary: 'List items as a release or a day has them',
        params: FrameworkParams,
        querystring: ItemsQuery,
        response: {
          200: pageOf(ItemView).extend({ release: ReleaseId.nullable(), total: z.int() }),
          ...responses(404, 503),
        },
      },
    },
    async request => {
      const { key } = request.params
      const { q, kind, parent, status, limit, cursor } = request.query
      const place = cursor === undefined ? null : decodeCursor(ItemCursor, cursor)
      // The pages of one listing are all of one release, even if another is published in between.
      const number = place?.[2] ?? (await frameworks.releaseFor(key, request.query))
      const filter: Record<string, unknown>[] = [asOfRelease(key, number)]
      if (kind !== undefined) filter.push({ kind })
      if (status !== 'any') filter.push({ status })
      if (parent !== undefined) filter.push({ parent: await parentId(key, number, parent) })
      if (q !== undefined) {
        const words = { $regex: q.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' }
        filter.push({ $or: [{ key: words }, { title: words }] })
      }
      const total = await ItemVersion.countDocuments({ $and: filter })
      if (place !== null)
        filter.push({ $or: [{ key: { $gt: place[0] } }, { key: place[0], itemId: { $gt: place[1] } }] })
      const found = await ItemVersion.find({ $and: filter })
        .collation(BY_KEY)
        .sort({ key: 1, itemId: 1 })
        .limit(limit + 1)
        .lean<ItemVersionDoc[]>()
      const items = found.slice(0, limit)
      const last = items.at(-1)
      const next = found.length > limit && last ? encodeCursor([last.key, last.itemId, number]) : null
      return { items: items.map(itemView), next, release: number === 0 ? null : `${key}@${number}`, total }
    },
  )

  async function parentId(framework: string, number: number, parent: string): Promise<string | null> {
    if (parent === 'none') return null
    const found = await ItemVersion.findOne({
      $and: [asOfRelease(framework, number), { $or: [{ itemId: parent }, { key: parent, status: 'active' }] }],
    }).lean<ItemVersionDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_ITEM', { item: parent, where: `${framework}@${number}` })
    return found.itemId
  }

  const ItemParams = z.strictObject({ id: ItemId })

  app.get(
    '/items/:id',
    {
      schema: {
        tags: ['items'],
        operationId: 'readItem',
        summary: 'Read an item with what stands above it',
        params: ItemParams,
        querystring: z.strictObject({ release: z.coerce.number().int().min(1).optional(), asOf: Day.optional() }),
        response: { 200: ItemView.extend({ lineage: z.array(ItemView) }), ...responses(404, 503) },
      },
    },
    async request => {
      const versions = await versionsOf(request.params.id)
      const { framework } = versions[0]!
      const number = await frameworks.releaseFor(framework, request.query)
      const found = versions.find(doc => doc.from <= number && (doc.to === null || doc.to > number))
      if (found === undefined)
        throw problem('CTE_NO_SUCH_ITEM', { item: request.params.id, where: `${framework}@${number}` })
      const lineage: ItemVersionDoc[] = []
      for (let above = found.parent; above !== null; above = lineage.at(-1)!.parent) {
        const doc = await ItemVersion.findOne({
          $and: [asOfRelease(framework, number), { itemId: above }],
        }).lean<ItemVersionDoc>()
        lineage.push(doc!)
      }
      return { ...itemView(found), lineage: lineage.map(itemView) }
    },
  )

  app.get(
    '/items/:id/history',
    {
      schema: {
        tags: ['items'],
        operationId: 'readItemHistory',
        summary: 'Read what an item was and what changed it',
        params: ItemParams,
        response: {
          200: z.object({
            versions: z.array(ItemView),
            changes: z.array(
              z.object({ release: ReleaseId, publishedAt: z.iso.datetime(), change: ReleaseChangeView.shape.change }),
            ),
          }),
          ...responses(404, 503),
        },
      },
    },
    async request => {
      const { id } = request.params
      const versions = await versionsOf(id)
      const { framework } = versions[0]!
      const head = (await frameworks.head(framework)) ?? 0
      const changes = await ReleaseChange.find({ framework, 'change.item.id': id, releaseNumber: { $lte: head } })
        .sort({ releaseNumber: 1, number: 1 })
        .lean()
      const releases = await Release.find({ framework, status: 'published' }).lean<ReleaseDoc[]>()
      const publishedAt = new Map(releases.map(release => [release._id, release.publishedAt!.toISOString()]))
      return {
        versions: versions.filter(doc => doc.from <= head).map(itemView),
        changes: changes.map(({ release, change }) => ({ release, change, publishedAt: publishedAt.get(release)! })),
      }
    },
  )

  async function versionsOf(id: string): Promise<ItemVersionDoc[]> {
    const versions = await ItemVersion.find({ itemId: id }).sort({ from: 1 }).lean<ItemVersionDoc[]>()
    const head = versions[0] && (await frameworks.head(versions[0].framework))
    const visible = versions.filter(doc => doc.from <= (head ?? 0))
    if (visible.length === 0) throw problem('CTE_NO_SUCH_ITEM', { item: id, where: 'any framework' })
    return visible
  }

  app.get(
    '/releases',
    {
      schema: {
        tags: ['releases'],
        operationId: 'listReleases',
        summary: 'List published releases, newest first',
        querystring: PageQuery.extend({ framework: Slug.optional() }),
        response: { 200: pageOf(ReleaseView), ...responses(503) },
      },
    },
    async request => {
      const { framework, limit, cursor } = request.query
      const skip = cursor === undefined ? 0 : decodeCursor(NumberCursor, cursor)
      const found = await Release.find({ status: 'published', ...(framework && { framework }) })
        .sort({ publishedAt: -1, _id: 1 })
        .skip(skip)
        .limit(limit + 1)
        .lean<ReleaseDoc[]>()
      return {
        items: found.slice(0, limit).map(releaseView),
        next: found.length > limit ? encodeCursor(skip + limit) : null,
      }
    },
  )

  const ReleaseParams = z.strictObject({ id: ReleaseId })

  app.get(
    '/releases/:id',
    {
      schema: {
        tags: ['releases'],
        operationId: 'readRelease',
        summary: 'Read a release',
        params: ReleaseParams,
        response: { 200: ReleaseView, ...responses(404, 503) },
      },
    },
    async request => releaseView(await releaseById(request.params.id)),
  )

  app.get(
    '/releases/:id/changes',
    {
      schema: {
        tags: ['releases'],
        operationId: 'listReleaseChanges',
        summary: 'List the changes of a release with what each reaches',
        params: ReleaseParams,
        querystring: PageQuery.extend({ class: z.string().max(40).optional(), item: z.string().max(170).optional() }),
        response: { 200: pageOf(ReleaseChangeView), ...responses(404, 503) },
      },
    },
    async request => {
      const release = await releaseById(request.params.id)
      const { class: changeClass, item, limit, cursor } = request.query
      const after = cursor === undefined ? 0 : decodeCursor(NumberCursor, cursor)
      const filter: Record<string, unknown>[] = [{ release: release._id, number: { $gt: after } }]
      if (changeClass !== undefined) filter.push({ 'change.class': changeClass })
      if (item !== undefined) filter.push({ $or: [{ 'change.item.id': item }, { 'change.item.key': item }] })
      const found = await ReleaseChange.find({ $and: filter })
        .sort({ number: 1 })
        .limit(limit + 1)
        .lean<ReleaseChangeDoc[]>()
      const items = found.slice(0, limit).map(({ number, change, reach }) => ({ number, change, reach }))
      return { items, next: found.length > limit ? encodeCursor(items.at(-1)!.number) : null }
    },
  )

  async function releaseById(id: string): Promise<ReleaseDoc> {
    const at = id.lastIndexOf('@')
    return frameworks.published(id.slice(0, at), Number(id.slice(at + 1)))
  }
}
