import {
  AssignmentRule,
  DecoderDifference,
  DifferenceKind,
  DifferenceOutcome,
  DifferenceSummary,
  ItemKey,
} from '@cte-align/contracts'
import {
  decodeCursor,
  encodeCursor,
  PageQuery,
  pageOf,
  responses,
  type Service,
  sendTable,
  TableFormat,
  tableFile,
} from '@cte-align/service'
import { z } from 'zod'
import type { CompareSides } from '../decoder/compare-sides.ts'
import { DecoderSide } from '../decoder/decoder-sides.ts'

const tags = ['decoder']
const Sides = {
  from: DecoderSide.default('current').meta({ description: 'The side that is compared with' }),
  to: DecoderSide.meta({ description: 'current, edition:<id>, proposal:<id> or release:<framework>@<number>' }),
}
const Filter = {
  what: DifferenceKind.optional(),
  outcome: DifferenceOutcome.optional(),
  sector: ItemKey.min(1).optional().meta({ description: 'Key of the sector: BUS. none: in no one sector' }),
  courseCode: AssignmentRule.shape.courseCode.optional(),
}
const Asked = z.strictObject({ ...Sides, ...Filter })
type Asked = z.infer<typeof Asked>
const COLUMNS = [
  'sectors',
  'courseCode',
  'what',
  'outcome',
  'authorization',
  'before',
  'after',
  'inferred',
  'verified',
  'because',
]

/** In what two decoders differ: editions, the one in force, and today's as it would follow a proposal or a release. */
export function decoderCompareRoutes(app: Service, compare: CompareSides): void {
  app.get(
    '/decoder/compare',
    {
      schema: {
        operationId: 'compareDecoders',
        summary: 'Course codes, rules and pairs in which two decoders differ; the summary counts all of them',
        tags,
        querystring: PageQuery.extend({ ...Sides, ...Filter }),
        response: {
          200: pageOf(DecoderDifference).extend({ summary: DifferenceSummary }),
          ...responses(404, 409, 422, 503),
        },
      },
    },
    async request => {
      const { limit, cursor, ...asked } = request.query
      const { differences, summary } = await compare(asked.from, asked.to, request.correlationId)
      const rest = differences.filter(each => fits(each, asked))
      const from = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const next = from + limit < rest.length ? encodeCursor(from + limit) : null
      return { items: rest.slice(from, from + limit), next, summary }
    },
  )
  app.get(
    '/decoder/compare/export',
    {
      schema: {
        operationId: 'exportDecoderComparison',
        summary: 'All that match, as CSV or xlsx',
        tags,
        querystring: Asked.extend({ format: TableFormat }),
        response: { 200: tableFile('One row for each difference'), ...responses(404, 409, 422, 503) },
      },
    },
    async (request, reply) => {
      const { format, ...asked } = request.query
      const { differences } = await compare(asked.from, asked.to, request.correlationId)
      const rows = differences
        .filter(each => fits(each, asked))
        .map(each => ({ ...each, sectors: each.sectors.map(({ key }) => key).join(' ') }))
      return sendTable(reply, { format, name: 'decoder-comparison', columns: COLUMNS }, rows)
    },
  )
}

function fits(row: DecoderDifference, { what, outcome, sector, courseCode }: Asked): boolean {
  if (what !== undefined && row.what !== what) return false
  if (outcome !== undefined && row.outcome !== outcome) return false
  if (courseCode !== undefined && row.courseCode !== courseCode) return false
  if (sector === undefined) return true
  return sector === 'none' ? row.sectors.length === 0 : row.sectors.some(({ key }) => key === sector)
}
