import { Actor, californiaDay, Day, ItemId, ItemKey, Provenance, Slug, writtenText } from '@cte-align/contracts'
import {
  ActorAndVersion,
  ActorHeader,
  DryRun,
  etagOf,
  readImport,
  requireActor,
  requireMatch,
  responses,
  SectionReport,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import { OUTCOMES } from '../adoption-phase.ts'
import type { PhaseWithVotes } from '../adoption-phases.ts'
import type { App } from '../app.ts'
import { boardStanding } from '../board-standing.ts'
import { AdoptionPhasesFile, Month } from '../import-adoption-phases.ts'
import { APPROVERS, EDITORS, reason } from './shapes.ts'

const Outcome = z
  .enum(OUTCOMES)
  .meta({ description: 'adopted as it was, adopted with amendments (amended), or put off (deferred)' })
const VoteView = z.object({
  number: z.int(),
  day: Day,
  outcome: Outcome,
  source: z.string(),
  reason: z.string(),
  corrects: z.int().nullable(),
  by: Actor,
  at: z.iso.datetime(),
})

export const PhaseView = z.object({
  id: Slug,
  name: z.string(),
  plannedMonth: Month.nullable(),
  subjectToChange: z.boolean(),
  items: z.array(
    z.object({
      framework: Slug,
      item: ItemKey.nullable().meta({ description: 'Null for what no framework holds' }),
      itemId: ItemId.nullable(),
      printedName: z.string().nullable(),
      provenance: Provenance,
    }),
  ),
  provenance: Provenance,
  asOf: Day,
  standing: z.enum(['planned', 'adopted', 'deferred', 'unknown']),
  vote: z.union([Outcome, z.literal('unknown')]),
  since: Day.nullable(),
  because: z.string(),
  votes: z.array(VoteView).meta({ description: 'Everything that was ever recorded, oldest first' }),
  version: z.int().meta({ description: 'Also the ETag' }),
})

export function phaseView(doc: PhaseWithVotes, asOf: string): z.infer<typeof PhaseView> {
  const { _id, name, subjectToChange, items, provenance, version } = doc
  const votes = doc.votes.map(({ _id: _none, phase: _phase, at, ...vote }) => ({ ...vote, at: at.toISOString() }))
  return { id: _id, name, subjectToChange, items, provenance, asOf, ...boardStanding(doc, asOf), votes, version }
}

const Params = z.strictObject({ id: Slug })
const AsOf = z.strictObject({ asOf: Day.optional().meta({ description: 'A California day; default today' }) })

/** The phases in which the State Board adopts, and what is recorded of its votes. */
export function adoptionPhaseRoutes(app: Service, { phases, now }: App): void {
  const today = () => californiaDay(now())

  app.get(
    '/adoption-phases',
    {
      schema: {
        tags: ['adoption phases'],
        operationId: 'listAdoptionPhases',
        summary: 'List the adoption phases as they stand on a day',
        querystring: AsOf,
        response: { 200: z.object({ items: z.array(PhaseView) }), ...responses(503) },
      },
    },
    async ({ query: { asOf = today() } }) => ({ items: (await phases.all()).map(phase => phaseView(phase, asOf)) }),
  )

  app.get(
    '/adoption-phases/:id',
    {
      schema: {
        tags: ['adoption phases'],
        operationId: 'readAdoptionPhase',
        summary: 'Read an adoption phase as it stands on a day',
        params: Params,
        querystring: AsOf,
        response: { 200: PhaseView, ...responses(404, 503) },
      },
    },
    async (request, reply) => {
      const phase = await phases.get(request.params.id)
      reply.header('etag', etagOf(phase.version))
      return phaseView(phase, request.query.asOf ?? today())
    },
  )

  app.post(
    '/adoption-phases/:id/vote',
    {
      schema: {
        tags: ['adoption phases'],
        operationId: 'recordBoardVote',
        summary: 'Record a vote of the State Board',
        description: 'Adds to what is recorded; nothing is ever changed. It dates no release: publishing does.',
        params: Params,
        headers: ActorAndVersion,
        body: z.strictObject({
          day: Day.meta({ description: 'Day of the vote, not after today' }),
          outcome: Outcome,
          source: writtenText(3, 2000).meta({ description: 'Where it was read: agenda item, minutes' }),
          reason,
          corrects: z
            .int()
            .min(1)
            .nullable()
            .default(null)
            .meta({ description: 'Number of a wrong record it replaces' }),
        }),
        response: { 201: PhaseView, ...responses(401, 403, 404, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, APPROVERS)
      const phase = await phases.get(request.params.id)
      requireMatch(request, phase.version)
      const recorded = await phases.record(phase, request.body, { by, at: now(), today: today() })
      reply.header('etag', etagOf(recorded.version))
      return reply.code(201).send(phaseView(recorded, today()))
    },
  )

  app.post(
    '/imports/adoption-phases',
    {
      schema: {
        tags: ['imports'],
        operationId: 'importAdoptionPhases',
        summary: 'Send the announced adoption phases',
        description: 'Taken whole or refused whole; the same file again changes nothing. No file touches votes.',
        headers: ActorHeader,
        querystring: z.strictObject({ dryRun: DryRun }),
        body: AdoptionPhasesFile.meta({ description: 'A file of adoption phases (infra/seed has an example)' }),
        response: { 200: SectionReport, ...responses(401, 403, 409, 413, 415, 422, 503) },
      },
      attachValidation: true,
    },
    async request => {
      const { validationError } = request
      if (validationError && validationError.validationContext !== 'body') throw validationError
      requireActor(request, EDITORS)
      const file = readImport(AdoptionPhasesFile, request.body)
      return phases.take(file, { dryRun: request.query.dryRun, at: now() })
    },
  )
}
