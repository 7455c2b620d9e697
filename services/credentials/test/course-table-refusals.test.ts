import t from 'tap'
import { authorization, catalogue, subject } from './builders.ts'
import { asCsv, asXlsx, CODES_HEADINGS, type FileRow, TITLES_HEADINGS, XLSX } from './course-table-files.ts'
import { withCredentials } from './with-credentials.ts'

const ask = (edition: string, more = '') =>
  `/imports/course-table?edition=${edition}&title=Edition%20${edition}&source=a%20test%20(hypothetical)${more}`
const good: FileRow = ['7100', 'Full', 'CTE', null, 'R4T', 'ANR', null, null]

t.test('a file with any fault is refused whole, and nothing is kept', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, db, app } = service
  const send = (url: string, file: Buffer, type = XLSX, headers = {}) =>
    call('POST', url, file, { 'content-type': type, ...headers })
  const bad = await asXlsx([
    CODES_HEADINGS,
    good,
    [null, 'Full', 'CTE', null, 'R4T', 'ANR', null, null],
    ['7110', 'Full', { value: '="C"&"TE"', type: 'Formula' }, null, 'R4T', 'ANR', null, null],
  ])
  const refused = await send(ask('2026-08'), bad)
  t.match(refused, { status: 422, body: { code: 'CTE_IMPORT_REFUSED' } })
  t.strictSame(
    refused.body.errors.map((error: { path: string }) => error.path),
    ['/rows/4/Document Title', '/rows/3/Course Code'],
  )
  const csv = asCsv([CODES_HEADINGS, good])
  t.match(await send(ask('2026-08'), asCsv([['a', 'b']]), 'text/csv'), {
    status: 422,
    body: { code: 'CTE_NOT_A_COURSE_TABLE' },
  })
  t.match(await send(ask('2026-08', '&sheet=Sheet9'), await asXlsx([CODES_HEADINGS, good])), {
    body: { detail: /no sheet Sheet9/ },
  })
  t.match(await send(ask('2026-08'), Buffer.from('%PDF-1.4'), 'text/csv'), {
    status: 422,
    body: { code: 'CTE_BAD_WORKBOOK' },
  })
  t.match(await send(ask('2026-08'), csv, 'application/json'), { status: 400 })
  t.match(await send(ask('2026-08'), csv, 'application/pdf'), { status: 415 })
  t.match(await send(ask('Edition 1'), csv, 'text/csv'), { status: 400, body: { code: 'CTE_INVALID_INPUT' } })
  t.match(await send(ask('2026-08'), csv, 'text/csv', { 'x-cte-actor': 'id=a; agency=CDE; role=editor' }), {
    status: 403,
  })
  t.match(await send(ask('2026-08', '&against=edition:none'), csv, 'text/csv'), { status: 404 })
  for (const name of ['rule_editions', 'edition_rules', 'outbox'])
    t.equal(await db.connection.collection(name).countDocuments(), 0, name)
  t.equal((await app.inject('/rule-editions')).statusCode, 200)
})

t.test('an edition of titles alone is joined where one authorization bears them, and comes back as it was', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, app } = service
  const titled = { title: 'Single Subject Teaching Credential', subjectTitle: 'Agriculture' }
  const more = { ...titled, cteRelation: 'authorizes_cte_at_employer_discretion' }
  const file = catalogue({
    subjects: [subject('ANR', 'AGR', { title: 'Agriculture and Natural Resources' })],
    authorizations: [
      authorization('CTE/R4T/ANR', { subjectTitle: 'Agriculture and Natural Resources' }),
      authorization('TC1/R1S/AGRI', more),
    ],
    assignmentRules: [],
  })
  t.equal((await call('POST', '/imports', file)).status, 200)
  const cell =
    'Full Authorization:CTE: Agriculture and Natural ResourcesSingle Subject*: Agriculture; Agronomy (hypothetical)'
  const rows: FileRow[] = [
    TITLES_HEADINGS,
    ['7100', 'Introduction (hypothetical)', 'Agriculture', 'Career Technical Education', cell, '*at discretion'],
    ['9629', 'Tourism (hypothetical)', 'Elective', 'General Education', '', 'Checked by hand'],
  ]
  const sent = await call('POST', ask('titles'), asCsv(rows), { 'content-type': 'text/csv' })
  t.match(sent.body, {
    ...{ layout: 'titles', rows: 2, rules: 4, joinedByTitle: 2 },
    gaps: {
      items: [
        { at: '/rows/2/Credentials Authorizing Course', gap: 'not-joined', courseCode: '7100' },
        { at: '/rows/3/Credentials Authorizing Course', gap: 'no-credential', courseCode: '9629' },
      ],
    },
  })
  for (const [format, type] of [
    ['csv', 'text/csv'],
    ['xlsx', XLSX],
  ] as const) {
    const exported = await app.inject(`/rule-editions/titles/export?format=${format}`)
    const back = await call('POST', ask(`back-${format}`), exported.rawPayload, { 'content-type': type })
    t.match(back.body, { rules: 4, joinedByTitle: 2 }, JSON.stringify(back.body))
    const digest = async (id: string) => (await call('GET', `/rule-editions/${id}`)).body.digest
    t.equal(await digest(`back-${format}`), await digest('titles'))
  }
  const rules = (await call('GET', '/decoder/compare?from=current&to=edition:titles&what=rule')).body.items
  t.match(rules, [
    { outcome: 'added', authorization: 'CTE/R4T/ANR', verified: false },
    { authorization: 'TC1/R1S/AGRI' },
  ])
})
