import { DependentKind, Link, ReleaseId } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { correctedBy, noCorrection } from './corrections.ts'
import { problem } from './errors.ts'
import { AssessmentView } from './flag-views.ts'
import { type LinkDoc, toLink } from './models/link.ts'
import type { RouteOptions } from './routes.ts'

const ITEM_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const STATES = { waiting: 'waiting', planned: 'assessing', assessed: 'assessed' } as const
const LinkFilter = PageQuery.extend({
  dependent: z.string().min(1).max(60).optional(),
  kind: DependentKind.optional(),
  item: z.string().min(1).max(170).optional().meta({ description: 'Id or natural key of the item linked to' }),
  scope: z.enum(['item', 'below']).default('item').meta({
    description: 'Links of the item itself, or of what stands below it',
  }),
})

const placeOf = (item: string, scope: 'item' | 'below'): string =>
  `${scope === 'below' ? 'lineage' : 'item'}.${ITEM_ID.test(item) ? 'id' : 'key'}`

/** How far a release's assessment is, and the links that assessments rest on. */
export function assessmentRoutes(app: Service, { releases, models }: RouteOptions): void {
  app.get(
    '/releases/:id/assessment',
    {
      schema: {
        operationId: 'readAssessment',
        summary: 'How far the work on a release is',
        tags: ['releases'],
        params: z.strictObject({ id: ReleaseId.max(80) }),
        response: { 200: AssessmentView, ...responses(404, 503) },
      },
    },
    async ({ params: { id } }) => {
      const header = await releases.find(id)
      const pieces = await releases.pieceCount(id)
      if (header === null && pieces === 0) throw problem('CTE_NO_SUCH_ASSESSMENT', { id })
      const state = STATES[header?.state ?? 'waiting']
      const corrects = header === null ? null : (correctedBy(header)?.id ?? null)
      const note = header === null ? null : noCorrection(header)
      const of = header?.messages ?? null
      return { release: id, state, pieces, of, corrects, note, assessment: header?.assessment ?? null }
    },
  )

  app.get(
    '/links',
    {
      schema: {
        operationId: 'listLinks',
        summary: 'List links, own and projected',
        tags: ['links'],
        querystring: LinkFilter,
        response: { 200: pageOf(Link).extend({ total: z.int() }), ...responses(503) },
      },
    },
    async ({ query: { limit, cursor, dependent, kind, item, scope } }) => {
      const where = {
        removed: null,
        ...(dependent !== undefined && { 'dependent.key': dependent }),
        ...(kind !== undefined && { 'dependent.kind': kind }),
        ...(item !== undefined && { [placeOf(item, scope)]: item }),
      }
      const total = await models.Link.countDocuments(where)
      const after = cursor === undefined ? {} : { _id: { $gt: decodeCursor(z.string(), cursor) } }
      const found = await models.Link.find({ ...where, ...after })
        .sort({ _id: 1 })
        .limit(limit + 1)
        .lean<LinkDoc[]>()
      const page = found.slice(0, limit)
      return { items: page.map(toLink), next: found.length > limit ? encodeCursor(page.at(-1)!._id) : null, total }
    },
  )
}
