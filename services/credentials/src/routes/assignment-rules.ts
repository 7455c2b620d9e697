import { AssignmentRule, writtenText } from '@cte-align/contracts'
import { Gap, PageQuery, pageOf, responses, type Service, sendCsv } from '@cte-align/service'
import { z } from 'zod'
import type { StoredRule } from '../assignment-rule.ts'
import type { AssignmentRuleStore } from '../assignment-rules.ts'
import { RuleShape, showRule } from './shapes.ts'

const code = z.string().min(1).max(10).optional()
const Filter = z.strictObject({
  courseCode: AssignmentRule.shape.courseCode.optional(),
  document: code,
  authorization: code,
  subject: code.meta({ description: 'A subject code, or * for the wildcard' }),
  kind: AssignmentRule.shape.kind.optional(),
  q: writtenText(1, 200).optional(),
  standing: z
    .enum(['in-force', 'dropped', 'all'])
    .optional()
    .meta({ description: 'Default in-force. A rule that an edition has dropped stays readable, with its end' }),
})
const csvFile = { 200: { content: { 'text/csv': { schema: z.string() } }, description: 'The file' } }
const tags = ['assignment rules']

export function assignmentRuleRoutes(
  app: Service,
  { rules, gaps }: { rules: AssignmentRuleStore; gaps: () => Promise<Gap[]> },
): void {
  app.get(
    '/assignment-rules',
    {
      schema: {
        operationId: 'listAssignmentRules',
        summary: 'Which course code admits which authorization',
        tags,
        querystring: PageQuery.extend(Filter.shape),
        response: { 200: pageOf(RuleShape), ...responses() },
      },
    },
    async request => {
      const page = await rules.page(request.query, request.query)
      return { items: page.items.map(showRule), next: page.next }
    },
  )
  app.get(
    '/assignment-rules/export',
    {
      schema: {
        operationId: 'exportAssignmentRules',
        tags,
        summary: 'All that match, as CSV',
        querystring: Filter,
        response: { ...csvFile, ...responses() },
      },
    },
    async (request, reply) => {
      const codes = ['courseCode', 'authType', 'documentCode', 'authorizationCode', 'subjectCode']
      return sendCsv(
        reply,
        'assignment-rules.csv',
        [...codes, 'kind', 'condition', 'verified'],
        lines(rules.all(request.query)),
      )
    },
  )
  app.get(
    '/gaps',
    {
      schema: {
        operationId: 'listGaps',
        tags: ['catalogue'],
        summary: 'What the sources do not say',
        response: { 200: z.object({ items: z.array(Gap) }), ...responses() },
      },
    },
    async () => ({ items: await gaps() }),
  )
}

async function* lines(rows: AsyncIterable<StoredRule>) {
  for await (const row of rows) yield showRule(row)
}
