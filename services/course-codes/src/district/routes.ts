import { Day, ReleaseId, SchoolYear, writtenText } from '@cte-align/contracts'
import { fileRoutes, responses, SentFile, type Service, sendTable, sentText, tableFile, XLSX } from '@cte-align/service'
import { z } from 'zod'
import { type DistrictRow, DistrictRows, districtRows, MOST_BYTES } from './district-rows.ts'
import { type CodeAnswer, createLookUp, type LookUpParts } from './look-up-codes.ts'

const list = z.array(z.string())
const CodeShape = z.object({
  code: z.string(),
  title: z.string().nullable(),
  level: z.string().nullable(),
  status: z.enum(['no-code', 'not-cte', 'unknown', 'retired', 'not-yet', 'valid', 'years-unknown']),
  valid: z.enum(['yes', 'no', 'unknown']).meta({ description: 'May be submitted with the school year (GERR0007)' }),
  why: z.string(),
  flags: z.array(
    z.object({
      flag: z.string(),
      severity: z.string(),
      release: z.string(),
      state: z.string(),
      effective: z.string().nullable(),
      says: z.string(),
      moreCauses: z.int(),
    }),
  ),
  successors: list,
  successor: z.enum(['named', 'none', 'unknown']).nullable().meta({ description: 'Null: nothing takes its place' }),
  planned: z
    .object({ kind: z.string(), to: list, successor: z.string(), schoolYear: z.string(), state: z.string() })
    .nullable(),
  sequence: list.meta({ description: 'Certain breaks of its sequence' }),
  credentials: z.object({ admit: list, gone: list, atRisk: list }),
  act: z.boolean(),
  action: z.string().meta({ description: 'A suggestion in plain words' }),
})
const Answer = z.object({
  schoolYear: z.string(),
  rows: z.array(
    z.object({
      row: z.int(),
      code: z.string(),
      localCourseId: z.string(),
      name: z.string(),
      remarks: list,
      status: z.string(),
      act: z.boolean(),
      action: z.string(),
    }),
  ),
  codes: z.array(CodeShape).meta({ description: 'Each code once, with all that is known of it' }),
  counts: z.object({
    rows: z.int(),
    codes: z.int(),
    act: z.int().meta({ description: 'Codes about which somebody must do something' }),
    remarks: z.int(),
  }),
})
/** In JSON a text is the CSV itself. */
const File = z
  .custom<SentFile | string>(value => value instanceof SentFile || typeof value === 'string')
  .meta({ type: 'string' })
const Query = z.strictObject({
  schoolYear: SchoolYear.meta({ description: 'The year that the list is for' }),
  release: ReleaseId.max(80).optional().meta({ description: 'Flags of this release alone' }),
  since: Day.optional().meta({ description: 'Flags raised since this day' }),
  plan: writtenText(1, 60).optional().meta({ description: 'A code-change plan, draft or published' }),
  format: z.enum(['json', 'csv', 'xlsx']).default('json'),
})

/** `codes I use` in, `what changes for me` out. Nothing of the list is kept. */
export function districtListRoutes(app: Service, parts: LookUpParts): void {
  const lookUp = createLookUp(parts)
  fileRoutes(app, scope => {
    scope.post(
      '/district-list',
      {
        bodyLimit: MOST_BYTES,
        schema: {
          operationId: 'checkDistrictList',
          tags: ['district list'],
          summary: 'The codes that a district uses in, what changes for it out; nothing is kept',
          description:
            'Columns: State Course Code, and, where you like, Local Course ID and Course Name; any other is refused, one about persons above all. The answer keeps your order.',
          consumes: ['application/json', 'text/csv', XLSX],
          querystring: Query,
          body: z
            .union([File, DistrictRows])
            .meta({ description: 'CSV (UTF-8), xlsx, or JSON: [{code, localCourseId, name}]' }),
          response: {
            200: {
              description: 'The rows in their order; codes each once',
              content: { 'application/json': { schema: Answer }, ...tableFile('').content },
            },
            ...responses(404, 413, 415, 422),
          },
        },
      },
      async (request, reply) => {
        const { format, ...question } = request.query
        const { body } = request
        const rows = await districtRows(typeof body === 'string' ? sentText(body) : body)
        const codes = await lookUp(
          rows.map(({ code }) => code),
          question,
        )
        if (format === 'json') return answerOf(rows, codes, question.schoolYear)
        const columns = {
          row: 'Row',
          code: 'State Course Code',
          localCourseId: 'Local Course ID',
          name: 'Course Name',
          ...COLUMNS,
        }
        return (await sendTable(reply, { format, name: 'district-list', columns }, lines(rows, codes))) as never
      },
    )
  })
}

function answerOf(rows: DistrictRow[], codes: Map<string, CodeAnswer>, schoolYear: string) {
  const all = [...codes.values()]
  return {
    schoolYear,
    rows: rows.map(each => {
      const { status, act, action } = codes.get(each.code)!
      return { ...each, status, act, action }
    }),
    codes: all.map(({ planned, ...each }) => ({ ...each, planned: planned && { ...planned, to: [...planned.to] } })),
    counts: {
      ...{ rows: rows.length, codes: all.length },
      act: all.filter(({ act }) => act).length,
      remarks: rows.filter(({ remarks }) => remarks.length > 0).length,
    },
  }
}

const COLUMNS = {
  title: 'Title',
  status: 'Status',
  valid: 'Valid in the year',
  why: 'Why',
  action: 'Suggested action',
  severity: 'Gravest flag',
  flags: 'Flags',
  successors: 'Successors',
  planned: 'Planned',
  sequence: 'Sequence',
  admit: 'Admitting',
  gone: 'No longer admitting',
  atRisk: 'At risk',
  remarks: 'Remarks',
}

function* lines(rows: DistrictRow[], codes: Map<string, CodeAnswer>) {
  for (const { remarks, ...row } of rows) {
    const { title, status, valid, why, action, flags, successors, successor, planned, sequence, credentials } =
      codes.get(row.code)!
    yield {
      ...{ ...row, title, status, valid, why, action },
      severity: flags[0]?.severity ?? '',
      flags: flags.map(({ severity, release, says }) => `${severity} (${release}): ${says}`).join(' | '),
      successors: successors.length > 0 ? successors.join(' ') : (successor ?? ''),
      planned:
        planned === null
          ? ''
          : `${planned.kind} from ${planned.schoolYear}: ${planned.to.join(' ') || planned.successor} (${planned.state})`,
      sequence: sequence.join(' | '),
      ...{ admit: credentials.admit.join(' '), gone: credentials.gone.join(' '), atRisk: credentials.atRisk.join(' ') },
      remarks: remarks.join('; '),
    }
  }
}
