import { ReleaseId, SchoolYear, Severity } from '@cte-align/contracts'
import { type Weight, weightInWords } from '@cte-align/impact'
import { responses, type Service, sendTable, TableFormat, tableFile } from '@cte-align/service'
import { z } from 'zod'
import { Measure } from './load-routes.ts'
import { type CountedKind, MEASURES } from './models.ts'
import type { createWeighing, ReleaseWeights, WeighedFlag } from './weigh-release.ts'

const WeightShape = z.object({
  dependents: z.int(),
  count: z.int(),
  loaded: z.int(),
  unknown: z.int().meta({ description: 'Of so many no count is loaded: they are not taken for nothing' }),
  suppressed: z.int(),
  says: z.string(),
})
const Group = WeightShape.extend({ key: z.string() })
const Flag = z.object({
  flag: z.string(),
  key: z.string(),
  title: z.string(),
  severity: Severity,
  state: z.string(),
  sectors: z.array(z.string()),
  pathways: z.array(z.string()),
  count: z.int().nullable().meta({ description: 'Null: not loaded, or suppressed' }),
  suppressed: z.boolean(),
})
const Query = z.strictObject({
  release: ReleaseId.max(80),
  measure: Measure.optional().meta({
    description: `Default: the first of ${MEASURES.join(', ')} that the service counts`,
  }),
  schoolYear: SchoolYear.optional().meta({ description: 'Default: the newest that is loaded' }),
  severity: Severity.optional(),
})
const tags = ['aggregates']
const KINDS: Record<CountedKind, string> = { 'course-code': 'course code', authorization: 'authorization' }

/** What hangs on the flags of a release: 10 breaking course codes with 1,240 sections. */
export function weightRoutes(
  app: Service,
  { weigh, kind }: { weigh: ReturnType<typeof createWeighing>; kind: CountedKind },
): void {
  const measured = (measure: z.infer<typeof Measure> | undefined) =>
    measure ?? (kind === 'authorization' ? 'holders' : 'sections')

  app.get(
    '/impact-weights',
    {
      schema: {
        operationId: 'weighImpacts',
        tags,
        summary: 'The flags of a release by what hangs on them, with sums by severity, sector and pathway',
        description: 'A dependent of two sectors counts for both, so sums by sector and pathway may exceed the total.',
        querystring: Query,
        response: {
          200: z.object({
            release: z.string(),
            measure: Measure,
            schoolYear: z.string().nullable().meta({ description: 'Null: nothing is loaded for the measure' }),
            total: WeightShape,
            bySeverity: z.array(WeightShape.extend({ severity: Severity })),
            bySector: z.array(Group),
            byPathway: z.array(Group),
            flags: z.array(Flag).meta({ description: 'The heaviest first (the first thousand); the export has all' }),
          }),
          ...responses(404),
        },
      },
    },
    async ({ query: { release, measure: asked, ...rest } }) => {
      const measure = measured(asked)
      const { flags, ...weights } = await weigh(release, { measure, ...rest })
      return { release, measure, ...inWords(weights, measure), flags: flags.slice(0, 1000) }
    },
  )
  app.get(
    '/impact-weights/export',
    {
      schema: {
        operationId: 'exportImpactWeights',
        tags,
        summary: 'The flags of a release by what hangs on them, as CSV or xlsx; an empty count is unknown',
        querystring: Query.extend({ format: TableFormat }),
        response: { 200: tableFile('One row for each flag, the heaviest first'), ...responses(404, 422) },
      },
    },
    async ({ query: { release, measure: asked, format, ...rest } }, reply) => {
      const measure = measured(asked)
      const { flags, schoolYear } = await weigh(release, { measure, ...rest })
      const columns = [
        'key',
        'title',
        'severity',
        'state',
        'sectors',
        'pathways',
        'schoolYear',
        'measure',
        'count',
        'suppressed',
      ]
      const rows = flags.map(each => ({ ...rowOf(each), schoolYear: schoolYear ?? 'unknown', measure }))
      return sendTable(reply, { format, name: `impact-weights-${release}`, columns }, rows) as never
    },
  )

  function inWords(
    { total, bySeverity, bySector, byPathway, schoolYear }: Omit<ReleaseWeights, 'flags'>,
    measure: string,
  ) {
    const said = <W extends Weight>(weight: W, severity?: Severity) => ({
      ...weight,
      says: weightInWords(weight, { kind: KINDS[kind], measure, ...(severity !== undefined && { severity }) }),
    })
    return {
      schoolYear,
      total: said(total),
      bySeverity: bySeverity.map(each => said(each, each.severity)),
      bySector: bySector.map(each => said(each)),
      byPathway: byPathway.map(each => said(each)),
    }
  }
}

const rowOf = ({ sectors, pathways, suppressed, ...rest }: WeighedFlag) => ({
  ...rest,
  sectors: sectors.join(' '),
  pathways: pathways.join(' '),
  suppressed: suppressed ? 'in part' : '',
})
