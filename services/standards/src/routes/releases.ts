import { ItemKind, ReleaseId, Slug } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { countFacets } from '../count-facets.ts'
import { DateWarning } from '../date-warnings.ts'
import type { ReleaseDoc } from '../release.ts'
import type { ReleaseChangeDoc } from '../release-change.ts'
import { releaseWarnings } from '../release-warnings.ts'
import { ReleaseChangeView, ReleaseView, releaseView } from './shapes.ts'

const NumberCursor = z.int().min(0)
const ReleaseParams = z.strictObject({ id: ReleaseId })

/** Published releases and what each changed. One that is still being published does not show. */
export function releaseRoutes(app: Service, { models, frameworks }: App): void {
  const { Release, ReleaseChange } = models

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

  app.get(
    '/releases/:id',
    {
      schema: {
        tags: ['releases'],
        operationId: 'readRelease',
        summary: 'Read a release',
        params: ReleaseParams,
        response: {
          200: ReleaseView.extend({
            warnings: z.array(DateWarning).meta({ description: 'About its dates, as of the day it was published' }),
          }),
          ...responses(404, 503),
        },
      },
    },
    async request => {
      const release = await releaseById(request.params.id)
      return { ...releaseView(release), warnings: await releaseWarnings(release, models) }
    },
  )

  app.get(
    '/releases/:id/changes',
    {
      schema: {
        tags: ['releases'],
        operationId: 'listReleaseChanges',
        summary: 'List the changes of a release with what each reaches',
        params: ReleaseParams,
        querystring: PageQuery.extend({
          class: z.string().max(40).optional(),
          kind: ItemKind.optional().meta({ description: 'Of the changed item' }),
          item: z.string().max(170).optional(),
        }),
        response: {
          200: pageOf(ReleaseChangeView).extend({
            total: z.int(),
            facets: z
              .object({ class: z.record(z.string(), z.int()), kind: z.record(z.string(), z.int()) })
              .meta({ description: 'How many there would be with that class or kind, the other choices kept' }),
          }),
          ...responses(404, 503),
        },
      },
    },
    async request => {
      const release = await releaseById(request.params.id)
      const { class: changeClass, kind, item, limit, cursor } = request.query
      const after = cursor === undefined ? 0 : decodeCursor(NumberCursor, cursor)
      const about: object[] = [{ release: release._id }]
      if (item !== undefined) about.push({ $or: [{ 'change.item.id': item }, { 'change.item.key': item }] })
      const counts = await ReleaseChange.aggregate<{ _id: { class: string; kind: string }; count: number }>([
        { $match: { $and: about } },
        { $group: { _id: { class: '$change.class', kind: '$change.item.kind' }, count: { $sum: 1 } } },
      ])
      const { facets, total } = countFacets(counts, { class: changeClass, kind })
      const chosen: object[] = [...about, { number: { $gt: after } }]
      if (changeClass !== undefined) chosen.push({ 'change.class': changeClass })
      if (kind !== undefined) chosen.push({ 'change.item.kind': kind })
      const found = await ReleaseChange.find({ $and: chosen })
        .sort({ number: 1 })
        .limit(limit + 1)
        .lean<ReleaseChangeDoc[]>()
      const items = found.slice(0, limit).map(({ number, change, reach }) => ({ number, change, reach }))
      return { items, next: found.length > limit ? encodeCursor(items.at(-1)!.number) : null, total, facets }
    },
  )

  async function releaseById(id: string): Promise<ReleaseDoc> {
    const at = id.lastIndexOf('@')
    return frameworks.published(id.slice(0, at), Number(id.slice(at + 1)))
  }
}
