import { Slug } from '@cte-align/contracts'
import { ActorHeader, DryRun, etagOf, requireActor, responses, SectionReport, type Service } from '@cte-align/service'
import { z } from 'zod'
import { type StoredTemplate, TemplateFile } from '../workflows/template.ts'
import type { Templates } from '../workflows/templates.ts'
import { CTC_EDITORS } from './actors.ts'
import { TemplateShape } from './workflow-shapes.ts'

const tags = ['workflows']
const show = (row: StoredTemplate): z.infer<typeof TemplateShape> => ({
  ...row,
  updatedAt: row.updatedAt.toISOString(),
})

/** What checklists are made from, and how such a template comes in. */
export function workflowTemplateRoutes(
  app: Service,
  { templates, now }: { templates: Templates; now: () => Date },
): void {
  app.get(
    '/workflow-templates',
    {
      schema: {
        operationId: 'listWorkflowTemplates',
        summary: 'What checklists are made from',
        tags,
        response: { 200: z.object({ items: z.array(TemplateShape) }), ...responses() },
      },
    },
    async () => ({ items: (await templates.all()).map(show) }),
  )
  app.get(
    '/workflow-templates/:key',
    {
      schema: {
        operationId: 'readWorkflowTemplate',
        summary: 'One template, with where each step was read',
        tags,
        params: z.strictObject({ key: Slug }),
        response: { 200: TemplateShape, ...responses(404) },
      },
    },
    async (request, reply) => {
      const found = await templates.get(request.params.key)
      reply.header('etag', etagOf(found.version))
      return show(found)
    },
  )
  app.post(
    '/imports/workflow-templates',
    {
      // The import reads the body itself: it refuses with every fault at once, by row and field.
      attachValidation: true,
      schema: {
        operationId: 'importWorkflowTemplate',
        summary: 'Take a workflow template in, whole or not at all; the same file again changes nothing',
        description: 'Workflows that were begun by it stay as they are.',
        tags: ['imports'],
        headers: ActorHeader,
        querystring: z.strictObject({ dryRun: DryRun }),
        body: TemplateFile,
        response: { 200: SectionReport, ...responses(401, 403, 409, 413, 415, 422) },
      },
    },
    async request => {
      if (request.validationError && request.validationError.validationContext !== 'body') throw request.validationError
      requireActor(request, CTC_EDITORS)
      return templates.take(request.body, { dryRun: request.query.dryRun, at: now() })
    },
  )
}
