import { Cause, Dependent, Finding, Impact } from '@cte-align/contracts'
import { sectorsOf } from '@cte-align/impact'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { problem } from '../errors.ts'
import { AgencyName, type FoundImpact, ImpactFilter, matchingImpacts } from '../impact-filter.ts'
import { countPairs, printOf, take } from '../page-preview.ts'
import { PairCounts } from './preview-shapes.ts'
import { createPreviewed } from './previewed.ts'
import { ProposalParams } from './shapes.ts'

/** As many as lie in a flag. */
const CAUSES_SHOWN = 100

const severities = z.object({ breaking: z.int(), review: z.int(), notice: z.int() })
const ImpactInFull = z.object({
  agency: AgencyName,
  dependent: Dependent,
  severity: Impact.shape.severity,
  classes: Impact.shape.classes,
  unverified: z.boolean(),
  undecided: z.boolean(),
  sectors: z.array(z.string()).meta({ description: 'Top-level items on the way of its paths, framework:code' }),
  causeCount: z.int(),
  causes: z.array(Cause).meta({ description: 'The first hundred' }),
  findings: z.array(Finding),
})
const Page = pageOf(ImpactInFull).extend({
  revision: z.int(),
  digest: z.string(),
  total: z.int().meta({ description: 'Of those that match' }),
  agencies: z.object({ ctc: severities, calpads: severities }).meta({ description: 'Of all, whatever was asked for' }),
  beside: z
    .object({
      pairs: PairCounts,
      withoutPair: z.int(),
      manualReview: z.int(),
      unknowns: z.int(),
      sequences: z.array(Finding).meta({ description: 'Sequences of course codes that would no longer hold' }),
    })
    .meta({ description: 'How long the other lists of the preview are' }),
})
const Cursor = z.strictObject({ print: z.string(), filter: z.string(), at: z.int().min(0) })

/** The impacts of a proposal with every path: what a picture of them is drawn from. Who only reads may ask. */
export function impactInFullRoutes(app: Service, parts: App): void {
  const previewed = createPreviewed(app, parts)

  app.get(
    '/proposals/:id/impacts/causes',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listImpactsInFull',
        summary: 'List whom the proposal would hit, with causes and paths, gravest first',
        description: 'The rows of .../impacts in full. A page may have fewer than was asked for. Writes nothing.',
        params: ProposalParams,
        querystring: PageQuery.extend(ImpactFilter.shape),
        response: { 200: Page, ...responses(404, 409, 422, 503) },
      },
    },
    (request, reply) =>
      previewed(request, reply, (preview, { revision }) => {
        const { limit, cursor, ...asked } = request.query
        const [print, filter] = [printOf(preview), JSON.stringify(asked)]
        const at = cursor === undefined ? 0 : placeOf(cursor, { print, filter })
        const found = matchingImpacts(preview, asked)
        const items = take(found, at, limit).map(inFull)
        const reached = at + items.length
        const { ctc, calpads } = preview.agencies
        const { decoder, sequences } = preview
        return {
          items,
          next: reached < found.length ? encodeCursor({ print, filter, at: reached }) : null,
          revision,
          digest: preview.digest,
          total: found.length,
          agencies: { ctc: ctc.bySeverity, calpads: calpads.bySeverity },
          beside: {
            pairs: countPairs(decoder.pairs, decoder.kept),
            withoutPair: decoder.withoutPair.length,
            manualReview: ctc.manualReview.length + calpads.manualReview.length,
            unknowns: preview.unknowns.length,
            sequences,
          },
        }
      }),
  )
}

function placeOf(cursor: string, now: { print: string; filter: string }): number {
  const { print, filter, at } = decodeCursor(Cursor, cursor)
  if (filter !== now.filter) throw problem('CTE_BAD_CURSOR')
  if (print !== now.print) throw problem('CTE_PREVIEW_MOVED')
  return at
}

function inFull({ agency, impact, brief }: FoundImpact): z.infer<typeof ImpactInFull> {
  const { dependent, severity, classes, causes, findings } = impact
  const { unverified, undecided } = brief
  return {
    ...{ agency, dependent, severity, classes, unverified, undecided, sectors: sectorsOf(causes) },
    ...{ causeCount: causes.length, causes: causes.slice(0, CAUSES_SHOWN), findings },
  }
}
