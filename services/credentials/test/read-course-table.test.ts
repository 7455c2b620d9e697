import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CteError, readCells, readSheets } from '@cte-align/service'
import t from 'tap'
import type { AuthorizationContent } from '../src/authorization.ts'
import { readCredentialsCell } from '../src/course-table/credentials-cell.ts'
import { createJoinByTitle } from '../src/course-table/join-by-title.ts'
import { readCourseTable } from '../src/course-table/read-course-table.ts'
import { asCsv, asXlsx, CODES_HEADINGS, type FileRow, TITLES_HEADINGS } from './course-table-files.ts'

const row = (key: string, title: string, subjectTitle: string | null) => {
  const [documentCode, authorizationCode, subjectCode] = key.split('/')
  return { documentCode, authorizationCode, subjectCode, title, subjectTitle } as AuthorizationContent
}
const CTE = 'Designated Subjects Career Technical Education Credential (CTE)'
const SINGLE = 'Single Subject Teaching Credential'
const join_ = createJoinByTitle(
  [
    row('CTE/R4T/FAB', CTE, 'Business and Finance'),
    row('CTE/R4T/MSS', CTE, 'Marketing, Sales, and Service'),
    row('CTE/S17C/NONE', CTE, null),
    row('TC1/R1S/BUSI', SINGLE, 'Business'),
    row('TC1/R1S/ART', SINGLE, 'Art'),
    row('TC1/R1S/ARTX', SINGLE, 'Art'),
    row('TC2/R2B/BUSI', 'Supplementary Authorization', 'Business'),
  ],
  [{ code: 'FAB' }, { code: 'MSS' }],
)
const read = async (file: Buffer, sheet?: string) =>
  readCourseTable(await readSheets(file, { maxRows: 5000 }), { sheet, join: join_ })
const codes = (rows: FileRow[]) => read(asCsv([CODES_HEADINGS, ...rows]))
const refusal = (work: Promise<unknown>): Promise<CteError> =>
  work.then(
    () => {
      throw new Error('It was taken')
    },
    error => error as CteError,
  )
const keys = (table: Awaited<ReturnType<typeof read>>) =>
  table.rules.map(
    rule =>
      `${rule.courseCode}:${rule.documentCode ?? '_'}/${rule.authorizationCode ?? '_'}/${rule.subjectCode ?? '_'}`,
  )

t.test('the traps of the table with codes', async t => {
  const table = await codes([
    ['7000', 'Full', 'CTE', null, 'R4T', null, 'any of the currently-issued industry sectors', null],
    ['7400', 'Full', 'CTE', null, 'R4T', 'FAB or MSS', null, null],
    ['7600', 'Full', '\u00a0', null, 'NULL', null, null, null],
    ['9000-01', 'limited', 'TC1, TC2', null, 'SMAA', 'DANC', 'Dance', 'Limited to Specific Subject'],
    ['9291-N/A', 'Full', 'TC1', null, 'R1S', 'ENGL', null, null],
    ['7400', 'Full', 'CTE', null, 'R4T', ' MSS\u00a0', null, null],
    ['9291-N/A', 'Full', 'TC1', null, 'R1S', 'ENGL', null, 'other words'],
  ])
  t.strictSame(table.reading.faults, [])
  t.strictSame(keys(table), [
    '7000:CTE/R4T/*',
    '7400:CTE/R4T/FAB',
    '7400:CTE/R4T/MSS',
    '7600:_/_/_',
    '9000-01:TC1/SMAA/DANC',
    '9000-01:TC2/SMAA/DANC',
    '9291-N/A:TC1/R1S/ENGL',
    '9291-N/A:TC1/R1S/ENGL',
  ])
  t.strictSame(
    table.rules.map(rule => rule.kind),
    ['wildcard', 'sector', 'sector', 'other', 'other', 'other', 'other', 'other'],
  )
  t.match(table.rules[3], {
    gaps: ['document-blank', 'authorization-blank', 'subject-blank'],
    authType: 'Full',
    row: 4,
  })
  t.strictSame(table.duplicates, [{ row: 7, of: 3 }])
  t.strictSame(table.variants, [{ row: 8, of: 6, rule: '9291-N/A:TC1/R1S/ENGL' }])
  t.strictSame(
    table.reading.tidied.map(cell => cell.at),
    [
      ...['/rows/2/Subject Code', '/rows/3/Subject Code', '/rows/4/Document Title', '/rows/4/Authorization Code'],
      ...['/rows/5/Auth Type', '/rows/5/Document Title', '/rows/7/Subject Code'],
    ],
  )
})

t.test('every fault is named by row and column', async t => {
  const table = await codes([
    [null, 'Full', 'CTE', null, 'R4T', 'FAB', null, null],
    ['71', 'Full', 'CTE', null, 'R4T', 'FAB', null, null],
    ['7100', 'Half', 'CTE', null, 'R4T', 'FAB', null, null],
    ['7100', 'Full', 'CT-E', null, 'R4T', 'FAB', null, null],
    ['7100', 'Full', 'CTE', null, 'R4T', 'Agriculture and more', null, null],
    ['7100', 'Full', 'CTE', null, 'R4T', 'FAB', null, 'x'.repeat(5000)],
  ])
  t.strictSame(
    table.reading.faults.map(fault => fault.path),
    [
      ...['/rows/2/Course Code', '/rows/3/Course Code', '/rows/4/Auth Type', '/rows/5/Document Title'],
      ...['/rows/6/Subject Code', '/rows/7/Notes or Restrictions'],
    ],
  )
  const made = await read(
    await asXlsx([
      CODES_HEADINGS,
      [{ value: '=7100', type: 'Formula' }, 'Full', 'CTE', null, 'R4T', 'FAB', null, null],
      [
        { value: new Date('2026-01-02T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        'Full',
        'CTE',
        null,
        'R4T',
        'FAB',
        null,
        null,
      ],
      ['7100', 'Full', { value: 'CTE', type: String, rowSpan: 2 }, null, 'R4T', 'FAB', null, null],
      ['7110', 'Full', null, null, 'R4T', 'FAB', null, null],
      [7100.5, 'Full', 'CTE', null, 'R4T', { value: true, type: Boolean }, null, null],
    ]),
  )
  t.strictSame(
    made.reading.faults.map(fault => `${fault.path} ${fault.message.slice(0, 12)}`),
    [
      ...[
        '/rows/2/Course Code is made by a',
        '/rows/4/Document Title is merged wi',
        '/rows/2/Course Code is blank: a ',
      ],
      ...['/rows/3/Course Code is no course', '/rows/6/Course Code is no course'],
    ],
  )
})

t.test('of titles alone only what exactly one authorization bears is joined', async t => {
  const credentials =
    'Full Authorization:CTE: Business and Finance; Marketing, Sales and ServiceSingle Subject*: business; ArtLimited Authorization:Supplementary Auth: Business'
  const file = [
    TITLES_HEADINGS,
    ['7400', 'Introduction', 'Business and Finance', 'Career Technical Education', credentials, '*note'],
    [
      '7000',
      'Exploratory',
      'Elective',
      'Career Technical Education',
      'Full Authorization:CTE credential in any of the currently-issued industry sectorsSingle Subject*: Business',
      '',
    ],
    ['9629', 'Tourism', 'Elective', 'General Education', '', 'Checked'],
    [
      '9610',
      'Language',
      'World',
      'General Education',
      'Full Authorization:Single Subject or Specific Supplementary Auth: Foreign',
      '',
    ],
  ]
  for (const table of [await read(asCsv(file)), await read(await asXlsx(file))]) {
    t.equal(table.layout, 'titles')
    t.strictSame(
      table.rules.map(rule => `${keys({ ...table, rules: [rule] })} ${rule.joinedByTitle} ${rule.gaps.join()}`),
      [
        '7400:CTE/R4T/FAB true ',
        '7400:CTE/_/_ false not-joined',
        '7400:TC1/R1S/BUSI true ',
        '7400:TC1/_/_ false not-joined',
        '7400:_/_/_ false not-joined',
        '7000:CTE/R4T/* true ',
        '7000:TC1/R1S/BUSI true ',
        '9629:_/_/_ false no-credential',
        '9610:_/_/_ false not-joined',
      ],
    )
    t.match(table.rules[4], { authType: 'Limited', authorizationTitle: 'Supplementary Auth', subjectTitle: 'Business' })
    t.match(table.rules[8], { subjectTitle: 'Single Subject or Specific Supplementary Auth: Foreign' })
  }
})

t.test('a cell is taken apart only where its labels tell how', async t => {
  t.strictSame(readCredentialsCell(''), [])
  t.strictSame(readCredentialsCell('Checked by hand'), [
    { authType: null, label: null, subjectTitle: 'Checked by hand', any: false },
  ])
  t.match(readCredentialsCell('Full Authorization:Multiple Subject'), [{ authType: 'Full', label: null }])
  t.match(readCredentialsCell('Full Authorization:\nCTE: Public Service\n'), [
    { label: 'CTE', subjectTitle: 'Public Service' },
  ])
})

t.test('what is no such file is refused with the way out', async t => {
  const refused = async (file: Buffer, message: RegExp, sheet?: string) =>
    t.match(await refusal(read(file, sheet)), { code: 'CTE_NOT_A_COURSE_TABLE', status: 422, message })
  await refused(
    asCsv([CODES_HEADINGS.slice(0, 7).filter(name => name !== 'Auth Type'), []]),
    /In row 1, .*Auth Type is missing/,
  )
  await refused(asCsv([[...CODES_HEADINGS, 'Auth Type']]), /Auth Type is there twice/)
  await refused(asCsv([['courseCode', 'authType', 'documentCode', 'kind']]), /export of our assignment rules/)
  await refused(asCsv([['Document Title', 'Authorization Title', 'Authorization Code', 'Subject Code']]), /sort table/)
  await refused(asCsv([['Code Set Name', 'Coded Value', 'Name']]), /CALPADS Code Sets/)
  await refused(Buffer.from(`${CODES_HEADINGS.join(';')}\n7100;Full\n`), /parted by semicolons/)
  await refused(asCsv([['a'], ['b']]), /No row has any of its headings/)
  await refused(await asXlsx([CODES_HEADINGS], 'Sheet1'), /no sheet Sheet2\. Sheets: Sheet1/, 'Sheet2')
  t.strictSame((await read(await asXlsx([CODES_HEADINGS]))).rules, [])
})

const SORT_TABLE = join(import.meta.dirname, '../../../../shared/data/reference/ctc_authorization_sort_table.csv')
const skip = existsSync(SORT_TABLE) ? false : 'needs CTC’s sort table at ../shared/data/reference'
t.test('every code of CTC’s sort table is one that the table may hold', { skip }, async t => {
  const [, ...lines] = readCells(readFileSync(SORT_TABLE), { maxRows: 2000 })
  const rows = lines.map(([document, title, code, subject, subjectTitle, notes], n): FileRow => {
    return [String(9000 + (n % 900)), 'Full', document!, title!, code!, subject!, subjectTitle!, notes!]
  })
  const table = await codes(rows)
  t.strictSame(table.reading.faults, [])
  t.ok(
    table.rules.length > rows.length,
    `${rows.length} rows say ${table.rules.length} rules: some name several documents`,
  )
  t.ok(table.rules.some(rule => rule.gaps.includes('authorization-blank')))
})
