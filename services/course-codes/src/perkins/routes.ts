import { CourseLevel, firstDayOf, SchoolYear, Slug } from '@cte-align/contracts'
import { perkinsView, worldAfter } from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import { type Bus, responses, type Service, sendTable, TableFormat, tableFile } from '@cte-align/service'
import { z } from 'zod'
import type { SequenceReader } from '../sequences/sequence-catalogue.ts'
import { askTranslation, type Translation } from './ask-translation.ts'

const list = z.array(z.string())
const Count = z
  .object({ count: z.int().nullable(), counted: z.int() })
  .meta({ description: 'Null: nobody has loaded any; counted: for so many codes' })
const Group = z.object({
  key: z.string().nullable().meta({ description: 'Null: of no one sector, or in no cluster' }),
  title: z.string().nullable(),
  codes: z.int(),
  unverified: z.int().meta({ description: 'By relations that nobody has accepted' }),
  pathways: z.object({ complete: z.int(), incomplete: z.int(), unknown: z.int() }),
  sections: Count,
  pupils: Count,
})
const View = z.object({
  schoolYear: z.string(),
  reportsBy: z
    .enum(['sector', 'cluster', 'unknown'])
    .meta({ description: 'By the Perkins program year of the releases' }),
  because: list,
  chain: list.nullable().meta({ description: 'Crosswalks followed; null: none leads there' }),
  rows: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      level: CourseLevel,
      inForce: z.enum(['yes', 'no', 'unknown']),
      sector: z.string().nullable(),
      alsoSectors: list,
      pathways: list,
      clusters: z.array(z.object({ key: z.string(), title: z.string(), state: z.string() })),
      mapped: z.enum(['accepted', 'draft', 'none', 'unmapped']),
      cluster: z.string().meta({ description: 'unknown (draft: ...) where nobody has accepted the relation' }),
    }),
  ),
  bySector: z.array(Group),
  byCluster: z.array(Group),
  reconciled: z.object({
    codes: z.int(),
    bySector: z.int().meta({ description: 'The same: every code once' }),
    mapped: z.int(),
    inSeveral: z.int().meta({ description: 'Codes in several clusters: counted in each' }),
    none: z.int(),
    unmapped: z.int(),
    byCluster: z.int().meta({ description: 'Exceeds the codes by what is counted several times' }),
  }),
  notes: list,
})
const NOTES = [
  'By sector every code is counted once, under the first sector that the data names; by cluster it is counted in each of its clusters.',
  'Relations that nobody has accepted are shown as drafts, and their cluster is unknown.',
  'Sums of sections and pupils leave out what is suppressed and what nobody has loaded.',
]
const Query = z.strictObject({
  schoolYear: SchoolYear,
  sectors: Slug.default('ca-mcs-2013').meta({ description: 'Framework of the sectors' }),
  clusters: Slug.default('ca-cte-clusters').meta({ description: 'Framework of the clusters' }),
})
const tags = ['perkins']

/** What Perkins reports count, by the sectors of 2013 and by clusters side by side. */
export function perkinsRoutes(
  app: Service,
  { bus, review, sequences }: { bus: Pick<Bus, 'request'>; review: Review; sequences: SequenceReader },
): void {
  async function view(
    { schoolYear, sectors, clusters }: z.infer<typeof Query>,
    correlationId: string,
  ): Promise<z.infer<typeof View>> {
    const { pathways, codesIn, codeChanges } = await sequences.read()
    const world = worldAfter({ pathways, codes: codesIn(schoolYear) }, { schoolYear, codeChanges })
    const places = [...world.codes.flatMap(code => code.places), ...pathways].filter(
      ({ framework }) => framework === sectors,
    )
    const items = [...new Set(places.map(({ item }) => item))].slice(0, 2000)
    const asked = { from: sectors, to: clusters, items, perkinsOn: firstDayOf(schoolYear) }
    const translation = await askTranslation(bus, asked, { correlationId })
    const counted = async (measure: 'sections' | 'pupils') =>
      new Map((await review.aggregates.standing({ schoolYear, measure })).map(({ key, count }) => [key, count]))
    const counts = { sections: await counted('sections'), pupils: await counted('pupils') }
    const made = perkinsView(world, sectors, { translations: translation.items, counts })
    const because = translation.perkins.map(({ says }) => says)
    return {
      schoolYear,
      reportsBy: sideOf(translation, { sectors, clusters }),
      because,
      chain: translation.chain,
      ...made,
      notes: NOTES,
    }
  }

  app.get(
    '/perkins/view',
    {
      schema: {
        operationId: 'readPerkinsView',
        tags,
        summary: 'Course codes by sector and by cluster side by side, with totals that reconcile',
        querystring: Query,
        response: { 200: View, ...responses(503) },
      },
    },
    async ({ query, correlationId }) => view(query, correlationId),
  )
  app.get(
    '/perkins/view/export',
    {
      schema: {
        operationId: 'exportPerkinsView',
        tags,
        summary: 'The same, a row for each code, as CSV or xlsx',
        querystring: Query.extend({ format: TableFormat }),
        response: { 200: tableFile('One row for each code'), ...responses(422, 503) },
      },
    },
    async ({ query: { format, ...query }, correlationId }, reply) => {
      const { rows, schoolYear, reportsBy } = await view(query, correlationId)
      const columns = [
        'schoolYear',
        'reportsBy',
        'code',
        'title',
        'level',
        'inForce',
        'sector',
        'alsoSectors',
        'pathways',
        'cluster',
        'mapped',
      ]
      const lines = rows.map(({ clusters: _, alsoSectors, pathways, ...row }) => ({
        ...{ ...row, schoolYear, reportsBy },
        ...{ alsoSectors: alsoSectors.join(' '), pathways: pathways.join(' ') },
      }))
      return sendTable(reply, { format, name: `perkins-view-${schoolYear}`, columns }, lines) as never
    },
  )
}

/** Clusters once Perkins goes by them; sectors while it goes by those and certainly not by clusters. No other date stands in. */
function sideOf(
  { perkins }: Translation,
  { sectors, clusters }: { sectors: string; clusters: string },
): 'sector' | 'cluster' | 'unknown' {
  const answer = (framework: string) => perkins.find(each => each.framework === framework)?.answer ?? 'unknown'
  if (answer(clusters) === 'release') return 'cluster'
  return answer(clusters) === 'none' && answer(sectors) === 'release' ? 'sector' : 'unknown'
}
