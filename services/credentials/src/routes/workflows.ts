import { ReleaseId, Slug, StepKey } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import {
  ActorAndVersion,
  ActorHeader,
  etagOf,
  PageQuery,
  pageOf,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'
import type { Templates } from '../workflows/templates.ts'
import { leafletsOf } from '../workflows/texts-to-reissue.ts'
import type { WorkflowDoc } from '../workflows/workflow.ts'
import { workOut } from '../workflows/workflow-dates-of.ts'
import { NewOutcome, NewStep, NewWorkflow, StepChange, WorkflowRevision } from '../workflows/workflow-input.ts'
import type { Doing, Workflows } from '../workflows/workflows.ts'
import { CTC_EDITORS } from './actors.ts'
import { workflowReadRoutes } from './workflow-reading.ts'
import { showDetail, showRow, WorkflowDetail, WorkflowId, WorkflowRow } from './workflow-shapes.ts'

export interface WorkflowParts {
  workflows: Workflows
  templates: Templates
  review: Review
  models: CatalogueModels
}

const Filter = PageQuery.extend({
  release: ReleaseId.max(80).optional(),
  proposal: z.string().min(1).max(80).optional(),
  template: Slug.optional(),
})
const params = z.strictObject({ id: WorkflowId })
const tags = ['workflows']
const changed = { 200: WorkflowDetail, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428) }

/** Checklists of changes of sectors: begun, dated, worked off step by step by CTC's staff. */
export function workflowRoutes(app: Service, parts: WorkflowParts): void {
  const { workflows, review, models } = parts

  async function answer(doc: WorkflowDoc, reply: FastifyReply): Promise<z.infer<typeof WorkflowDetail>> {
    reply.header('etag', etagOf(doc.version))
    return showDetail(doc, { dates: workOut(doc), leaflets: await leafletsOf(doc, { review, models }) })
  }
  const doingOf = (request: FastifyRequest & { correlationId: string }): Doing => ({
    by: requireActor(request, CTC_EDITORS),
    correlationId: request.correlationId,
  })
  /** The workflow as the caller read it. */
  async function asRead(request: FastifyRequest, id: string): Promise<WorkflowDoc> {
    const before = await workflows.find(id)
    requireMatch(request, before.version)
    return before
  }

  app.post(
    '/workflows',
    {
      schema: {
        operationId: 'beginWorkflow',
        summary: 'Begin the checklist of a release or proposal',
        description:
          'One at a time for each change: after a rulemaking that was withdrawn another may begin. Days that are not given come from the release; no date stands in for another.',
        tags,
        headers: ActorHeader,
        body: NewWorkflow,
        response: { 201: WorkflowDetail, ...responses(401, 403, 404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const begun = await workflows.begin(request.body, doingOf(request))
      reply.code(201)
      return answer(begun, reply)
    },
  )
  app.get(
    '/workflows',
    {
      schema: {
        operationId: 'listWorkflows',
        summary: 'The checklists there are',
        tags,
        querystring: Filter,
        response: { 200: pageOf(WorkflowRow), ...responses() },
      },
    },
    async request => {
      const { limit, cursor, ...filter } = request.query
      const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
      const page = await workflows.page(wanted, { limit, cursor })
      return { items: page.items.map(showRow), next: page.next }
    },
  )
  app.get(
    '/workflows/:id',
    {
      schema: {
        operationId: 'readWorkflow',
        summary: 'One checklist: its steps with their states, days, owners and texts, and what blocks what',
        tags,
        params,
        response: { 200: WorkflowDetail, ...responses(404) },
      },
    },
    async (request, reply) => answer(await workflows.find(request.params.id), reply),
  )
  app.patch(
    '/workflows/:id',
    {
      schema: {
        operationId: 'reviseWorkflow',
        summary: 'Change the title or the days of the change',
        tags,
        params,
        headers: ActorAndVersion,
        body: WorkflowRevision,
        response: changed,
      },
    },
    async (request, reply) => {
      const doing = doingOf(request)
      const before = await asRead(request, request.params.id)
      return answer(await workflows.revise(before, request.body, doing), reply)
    },
  )
  app.patch(
    '/workflows/:id/steps/:key',
    {
      schema: {
        operationId: 'changeWorkflowStep',
        summary: 'Plan a step, hand it to somebody, or say where it stands',
        description:
          'Done needs what it waits for to be done or skipped, or an overrideReason. Leaving done takes its day away. A step that becomes done is told as an event.',
        tags,
        params: z.strictObject({ id: WorkflowId, key: StepKey }),
        headers: ActorAndVersion,
        body: StepChange,
        response: changed,
      },
    },
    async (request, reply) => {
      const doing = doingOf(request)
      const before = await asRead(request, request.params.id)
      return answer(await workflows.change(before, request.params.key, { change: request.body, doing }), reply)
    },
  )
  app.post(
    '/workflows/:id/steps',
    {
      schema: {
        operationId: 'addWorkflowStep',
        summary: 'Add a step, after those it waits for and before those that wait for it',
        tags,
        params,
        headers: ActorAndVersion,
        body: NewStep,
        response: changed,
      },
    },
    async (request, reply) => {
      const doing = doingOf(request)
      const before = await asRead(request, request.params.id)
      return answer(await workflows.add(before, request.body, doing), reply)
    },
  )
  app.post(
    '/workflows/:id/outcomes',
    {
      schema: {
        operationId: 'recordRulemakingOutcome',
        summary: 'Record what the rulemaking came to; a later record corrects an earlier one',
        tags,
        params,
        headers: ActorAndVersion,
        body: NewOutcome,
        response: changed,
      },
    },
    async (request, reply) => {
      const doing = doingOf(request)
      const before = await asRead(request, request.params.id)
      return answer(await workflows.conclude(before, request.body, doing), reply)
    },
  )
  workflowReadRoutes(app, parts)
}
