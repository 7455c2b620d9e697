import { ChangeClass, Dependent, DependentKind, ImpactBrief, Severity } from '@cte-align/contracts'
import { inBrief } from '@cte-align/impact'
import { decodeCursor, encodeCursor, etagOf, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { gravestFirst } from '../papers/gather-proposal.ts'
import { ProposalParams } from './shapes.ts'

const AgencyName = z.enum(['ctc', 'calpads'])
const YesNo = z.enum(['true', 'false']).transform(word => word === 'true')
const Filter = z.strictObject({
  agency: AgencyName.optional(),
  severity: Severity.optional(),
  class: ChangeClass.optional(),
  kind: DependentKind.optional().meta({ description: 'Of the dependent; legal-reference: statutes and regulations' }),
  dependent: z.string().min(1).max(60).optional().meta({ description: 'CTE/R4T/ANR, EC 44260.9, or a course code' }),
  item: z.string().min(1).max(170).optional().meta({ description: 'A changed item: its id or natural key' }),
  unverified: YesNo.optional().meta({ description: 'Every cause rests on a doubt' }),
  undecided: YesNo.optional().meta({ description: 'After a split nobody has said where the dependent goes' }),
  findings: YesNo.optional().meta({ description: 'A sequence that breaks' }),
})
const NONE: ReadonlySet<string> = new Set()
const Moment = { revision: z.int(), digest: z.string(), total: z.int() }
const ImpactPage = pageOf(ImpactBrief.omit({ items: true }).extend({ agency: AgencyName })).extend(Moment)

/** The rows of a preview, to be pointed at: what a proposal would do to each dependent as things are now. Same filters as flags. */
export function impactRoutes(app: Service, { proposals, previewNow }: App): void {
  app.get(
    '/proposals/:id/impacts',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listImpacts',
        summary: 'List whom the proposal would hit, gravest first',
        description: 'The preview as it is now, a row for each dependent. Writes nothing.',
        params: ProposalParams,
        querystring: PageQuery.extend(Filter.shape),
        response: { 200: ImpactPage, ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const { limit, cursor, ...filter } = request.query
      const from = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const proposal = await proposals.get(request.params.id)
      const preview = await previewNow(proposal, request.correlationId)
      const asked = AgencyName.options
        .filter(agency => filter.agency === undefined || filter.agency === agency)
        .flatMap(agency => preview.agencies[agency].impacts.map(impact => ({ agency, impact })))
        .filter(({ impact }) => {
          const { item } = filter
          if (filter.severity !== undefined && impact.severity !== filter.severity) return false
          if (filter.class !== undefined && !impact.classes.includes(filter.class)) return false
          if (filter.kind !== undefined && impact.dependent.kind !== filter.kind) return false
          if (filter.dependent !== undefined && impact.dependent.key !== filter.dependent) return false
          return (
            item === undefined ||
            impact.causes.some(({ change }) => change.item.id === item || change.item.key === item)
          )
        })
        .sort((a, b) => gravestFirst(a.impact, b.impact))
        .map(({ agency, impact }) => {
          const { items: _items, ...brief } = inBrief(impact, NONE)
          return { agency, ...brief }
        })
        .filter(
          row =>
            (filter.unverified === undefined || row.unverified === filter.unverified) &&
            (filter.undecided === undefined || row.undecided === filter.undecided) &&
            (filter.findings === undefined || row.findings > 0 === filter.findings),
        )
      reply.header('etag', etagOf(proposal.version))
      return {
        revision: proposal.revision,
        digest: preview.digest,
        total: asked.length,
        items: asked.slice(from, from + limit),
        next: asked.length > from + limit ? encodeCursor(from + limit) : null,
      }
    },
  )

  app.get(
    '/proposals/:id/impacts/manual-review',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listManualReview',
        summary: 'List what a person must look at beside the impacts',
        description: 'Dependents that no sector and no rule leads to.',
        params: ProposalParams,
        querystring: z.strictObject({ agency: AgencyName.optional() }),
        response: { 200: z.object({ ...Moment, items: z.array(Dependent) }), ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      const { agencies, digest } = await previewNow(proposal, request.correlationId)
      const items = AgencyName.options
        .filter(agency => request.query.agency === undefined || request.query.agency === agency)
        .flatMap(agency => agencies[agency].manualReview)
      reply.header('etag', etagOf(proposal.version))
      return { revision: proposal.revision, digest, total: items.length, items }
    },
  )
}
