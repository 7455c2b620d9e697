import { writtenText } from '@cte-align/contracts'
import { Gap, holding, PageQuery, pageByKey, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { type CatalogueModels, readCatalogue } from '../catalogue.ts'
import { gapsOf } from '../gaps.ts'
import { PathwayShape, showPathway } from './shapes.ts'

const words = writtenText(1, 200).optional()
const PathwayQuery = PageQuery.extend({ q: words })
const find = (q: string | undefined) => (q === undefined ? {} : holding(q, ['code', 'name', 'item']))

export function pathwayRoutes(app: Service, models: CatalogueModels): void {
  app.get(
    '/pathways',
    {
      schema: {
        operationId: 'listPathways',
        summary: 'Pathways as CALPADS knows them, and the items they stand for',
        tags: ['pathways'],
        querystring: PathwayQuery,
        response: { 200: pageOf(PathwayShape), ...responses() },
      },
    },
    async request => {
      const page = await pageByKey(models.pathways, find(request.query.q), request.query)
      return { items: page.items.map(showPathway), next: page.next }
    },
  )
  app.get(
    '/gaps',
    {
      schema: {
        operationId: 'listGaps',
        tags: ['course codes'],
        summary: 'What the sources do not say',
        response: { 200: z.object({ items: z.array(Gap) }), ...responses() },
      },
    },
    async () => ({ items: gapsOf(await readCatalogue(models)) }),
  )
}
