import { ChangeClass, Day, ItemRef, Slug, StepKey } from '@cte-align/contracts'
import { responses, type Service, sendTable, tableFile } from '@cte-align/service'
import { z } from 'zod'
import { calendarOf, toEvents } from '../workflows/calendar.ts'
import { toICalendar } from '../workflows/icalendar.ts'
import { dated } from '../workflows/milestones.ts'
import { workOut } from '../workflows/workflow-dates-of.ts'
import { MilestonesInput } from '../workflows/workflow-input.ts'
import { EntryShape, showEntry, WorkflowDates, WorkflowId } from './workflow-shapes.ts'
import type { WorkflowParts } from './workflows.ts'

const params = z.strictObject({ id: WorkflowId })
const tags = ['workflows']
const CALENDAR = 'text/calendar'
const CalendarShape = z.object({
  items: z.array(
    z.object({
      day: Day,
      basis: z.enum(['done', 'planned', 'proposed', 'milestone']),
      step: StepKey.nullable().meta({ description: 'null: a day of the change itself' }),
      title: z.string(),
      state: z.string(),
      actors: z.string(),
      owner: z.string().nullable(),
      texts: z.string(),
    }),
  ),
  undated: z.array(StepKey).meta({ description: 'Steps of which nobody can say the day' }),
})
const COLUMNS = ['day', 'basis', 'step', 'title', 'state', 'actors', 'owner', 'texts']
const Suggestion = z.object({
  release: z.string(),
  title: z.string(),
  dates: z.object({ adoption: Day.nullable(), effective: Day.nullable().meta({ description: 'The regulation date' }) }),
  template: Slug,
  changes: z.array(
    z.object({
      item: ItemRef,
      aspect: z.string(),
      class: ChangeClass,
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
const TEMPLATE = 'ctc-sector-change'

/** What follows from a checklist, and which ones should be begun. Nothing here writes. */
export function workflowReadRoutes(app: Service, { workflows, review }: WorkflowParts): void {
  app.get(
    '/workflows/suggestions',
    {
      schema: {
        operationId: 'suggestWorkflows',
        summary: 'Releases that add, end, rename or recode a sector and have no checklist yet',
        description: 'Newest first. Nothing is begun by itself: POST /workflows with the release begins it.',
        tags,
        querystring: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
        response: { 200: z.object({ items: z.array(Suggestion) }), ...responses() },
      },
    },
    async request => {
      const found = await review.topLevelReleases({ limit: request.query.limit, except: await workflows.releases() })
      return {
        items: found.map(({ id, title, dates, changes }) => ({
          release: id,
          title,
          dates: { adoption: dates.adoption, effective: dates.regulation ?? null },
          template: TEMPLATE,
          changes,
        })),
      }
    },
  )
  app.get(
    '/workflows/:id/dates',
    {
      schema: {
        operationId: 'readWorkflowDates',
        summary: 'Its days as they stand, or as they would be by another effective date or census day',
        description: 'Days left out are those of the checklist. Nothing is written.',
        tags,
        params,
        querystring: z.strictObject({
          adoption: Day.optional(),
          effective: Day.optional(),
          census: Day.optional(),
        }),
        response: { 200: WorkflowDates, ...responses(404) },
      },
    },
    async request => {
      const workflow = await workflows.find(request.params.id)
      return workOut(workflow, dated(workflow.milestones, MilestonesInput.parse(request.query)))
    },
  )
  app.get(
    '/workflows/:id/history',
    {
      schema: {
        operationId: 'readWorkflowHistory',
        summary: 'Who did what, when and why, oldest first',
        tags,
        params,
        response: { 200: z.object({ items: z.array(EntryShape) }), ...responses(404) },
      },
    },
    async request => {
      const { _id } = await workflows.find(request.params.id)
      return { items: (await workflows.history(_id)).map(showEntry) }
    },
  )
  app.get(
    '/workflows/:id/calendar',
    {
      schema: {
        operationId: 'readWorkflowCalendar',
        summary: 'Its days in order: as JSON, for a calendar program (ics), or as a table',
        tags,
        params,
        querystring: z.strictObject({ format: z.enum(['json', 'ics', 'csv', 'xlsx']).default('json') }),
        response: {
          200: {
            description: 'Done, planned, proposed and the days of the change itself',
            content: {
              'application/json': { schema: CalendarShape },
              [CALENDAR]: { schema: z.string() },
              ...tableFile('').content,
            },
          },
          ...responses(404),
        },
      },
    },
    async (request, reply) => {
      const { format } = request.query
      const workflow = await workflows.find(request.params.id)
      const { rows, undated } = calendarOf(workflow)
      const name = `workflow-${workflow.release ?? workflow.proposal}`
      if (format === 'json') return reply.type('application/json').send({ items: rows, undated })
      if (format !== 'ics')
        return sendTable(
          reply,
          { format, name, columns: COLUMNS },
          rows.map(row => ({ ...row })),
        )
      return reply
        .type(`${CALENDAR}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}.ics"`)
        .send(toICalendar(workflow.title, toEvents(workflow, rows), workflow.updatedAt))
    },
  )
}
