import { XLSX } from '@cte-align/service'
import t from 'tap'
import { catalogue } from './builders.ts'
import { withCourseCodes } from './with-course-codes.ts'
import { workbook } from './workbook.ts'

// Layouts as texts about the Code Sets document describe them; every name here is made up.
const HEAD = 'Code Set Name,Coded Value,Name,Description,Effective Start Date,Effective End Date'
const csv = (...lines: string[]) => [HEAD, ...lines].join('\n')
const ours = (code: string, rest = ',,') => `Course Group State,${code},Course ${code} (hypothetical),${rest}`

t.test('editions of the code set come in as files and stand side by side', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, app } = service
  await call('POST', '/imports', catalogue())
  const send = (body: string | Buffer, edition: string, query = '') =>
    call('POST', `/imports/code-set?edition=${edition}&source=a+made+up+file&${query}`, body, {
      'content-type': typeof body === 'string' ? 'text/csv' : XLSX,
    })
  const refused = async (body: string | Buffer, query = '') => {
    const answer = await send(body, 'refused', query)
    t.equal(answer.status, 422, JSON.stringify(answer.body))
    t.equal((await call('GET', '/code-set-editions/refused')).status, 404, 'nothing of it is kept')
    return answer.body
  }

  t.test('a dry run says all and writes nothing; the file itself is kept once', async t => {
    const file = csv(
      ours('7100', ',7/1/2017,6/30/2024'),
      ours('7111', ',2017-18,2026-2027'),
      ours('9000-01', ',,unknown'),
    )
    const dry = await send(file, 'v15.1', 'dryRun=true&against=current&schoolYear=2026-27')
    t.match(dry, { status: 200, body: { outcome: 'would-be-kept', edition: { id: 'v15.1', codes: 3 } } })
    t.ok(dry.body.notListed.includes('7112'), 'what the file does not list is told')
    t.match(dry.body.comparison.counts, { added: 0, gone: 5, title: 3 })
    t.equal((await call('GET', '/code-set-editions/v15.1')).status, 404)
    t.match((await send(file, 'v15.1', 'schoolYear=2026-27')).body, {
      outcome: 'kept',
      edition: { origin: 'imported' },
    })
    t.match((await send(file, 'v15.1', 'schoolYear=2026-27')).body, { outcome: 'kept-before' })
    t.equal((await send(csv(ours('7100')), 'v15.1')).body.code, 'CTE_EDITION_EXISTS', 'an edition never changes')
    const { items } = (await call('GET', '/code-set-editions/v15.1/codes')).body
    t.match(items, [
      { code: '7100', effectiveFrom: '2017-07-01', effectiveTo: '2024-06-30', level: null, description: null },
      { code: '7111', effectiveFrom: '2017-18', effectiveTo: '2026-27' },
      { code: '9000-01', effectiveTo: null },
    ])
    t.equal((await call('GET', '/course-codes/7112')).status, 200, 'what is not listed stays')
    t.match((await call('GET', '/course-codes/7100')).body, { title: 'Course 7100' }, 'live codes stay as they are')
  })
  t.test('an edition answers for itself', async t => {
    const found = await call('GET', '/code-sets/2024-25?edition=v15.1')
    t.match(found.body.items, [{ code: '7100', valid: 'no' }, { code: '7111', valid: 'yes' }, { valid: 'unknown' }])
    t.match((await call('GET', '/code-sets/check?code=7100&schoolYear=2023-24&edition=v15.1')).body, { valid: 'yes' })
  })
  t.test('any two are compared', async t => {
    await send(csv(ours('7100', ',7/1/2017,6/30/2024'), ours('7112')), 'v16.0', 'schoolYear=2027-28')
    const there = (await call('GET', '/code-set-editions/compare?from=v15.1&to=v16.0')).body
    t.match(there, {
      counts: { added: 1, gone: 2, unchanged: 1 },
      added: [{ code: '7112' }],
      gone: [{ code: '7111' }, {}],
    })
    const back = (await call('GET', '/code-set-editions/compare?from=v16.0&to=v15.1')).body
    t.match(back.counts, { added: 2, gone: 1 })
    t.match((await call('GET', '/code-set-editions/compare?from=v16.0&to=v16.0')).body, { counts: { unchanged: 2 } })
    t.equal((await call('GET', '/code-set-editions/compare?from=v16.0&to=v99')).status, 404)
    t.strictSame(
      (await call('GET', '/code-set-editions?schoolYear=2027-28')).body.items.map((each: { id: string }) => each.id),
      ['v16.0'],
    )
    t.match((await call('GET', '/course-codes/7111/history')).body.editions, [{ edition: 'v15.1' }])
  })
  t.test('our own export comes back as it went, as CSV and as a workbook', async t => {
    for (const format of ['csv', 'xlsx']) {
      const answer = await app.inject({ url: `/code-sets/2026-27/export?format=${format}` })
      const sent = await send(format === 'csv' ? answer.body : answer.rawPayload, `own-${format}`, 'against=current')
      t.match(sent, { status: 200, body: { outcome: 'kept', notListed: [] } }, JSON.stringify(sent.body).slice(0, 300))
      t.match(sent.body.comparison.counts, { added: 0, gone: 0, unchanged: 8 }, format)
      t.strictSame(sent.body.tidied, [])
    }
  })
  t.test('a workbook of several code sets: numbers are their digits, others are passed over', async t => {
    const book = workbook({
      Overview: [['About this document']],
      Codes: [
        ['CALPADS Code Sets (hypothetical)', null, null],
        ['Code Set Name', 'Coded Value', 'Name', 'Definition'],
        ['Course Group State', 7110, 'Farm\u00a0Business (hypothetical)\u00a0', null],
        ['Course Group State', '9291-N/A', 'Something (hypothetical)', null],
        ['Gender', 'X', 'Some value', null],
        ['Course Group State', 7110, 'Farm\u00a0Business (hypothetical)\u00a0', null],
      ],
    })
    const { body } = await send(book, 'book')
    t.match(body, { outcome: 'kept', sheet: 'Codes', otherCodeSets: { Gender: 1 }, edition: { codes: 2 } })
    t.match(body.repeated, [{ at: '/rows/6/Coded Value', message: '7110 as in row 3' }])
    t.match(body.tidied[0], { at: '/rows/3/Name', to: 'Farm Business (hypothetical)' })
    t.match((await call('GET', '/code-set-editions/book/codes')).body.items, [{ code: '7110' }, { code: '9291-N/A' }])
  })
  t.test('every fault is named by row and column, and nothing is kept', async t => {
    const { code, errors } = await refused(
      csv(
        ours('7100'),
        ours(''),
        ours('71000'),
        'Course Group State,7112,,,,',
        ours('7113', ',2026-28,'),
        ours('7114', ',2026-27,2024-25'),
        'Course Group State,7100,Another name (hypothetical),,,',
        ours('7115', ',2/30/2026,'),
      ),
    )
    t.equal(code, 'CTE_IMPORT_REFUSED')
    t.strictSame(
      errors.map((each: { path: string }) => each.path),
      [
        '/rows/3/Coded Value',
        '/rows/4/Coded Value',
        '/rows/5/Name',
        '/rows/6/Effective Start Date',
        '/rows/7/Effective End Date',
        '/rows/8/Coded Value',
        '/rows/9/Effective Start Date',
      ],
    )
    t.match(errors[5].message, /7100 is in row 2 with other content/)
    const levels = await refused('Coded Value,Name,Level,CTE Pathway Code\n7100,X (hypothetical),expert,111A')
    t.strictSame(
      levels.errors.map((each: { path: string }) => each.path),
      ['/rows/2/Level', '/rows/2/CTE Pathway Code'],
    )
  })
  t.test('a cell that a formula makes, or that is one with others, is not trusted', async t => {
    const rows = [
      ['Coded Value', 'Name'],
      [{ formula: 'B1+1', shows: 7110 }, 'Farming (hypothetical)'],
      ['7111', 'Farm Business (hypothetical)'],
    ]
    const { errors } = await refused(workbook({ Codes: rows }, ['B2:B3']))
    t.match(errors, [
      { path: '/rows/2/Coded Value', message: /formula/ },
      { path: '/rows/2/Name', message: /merged/ },
    ])
  })
  t.test('what is no such file is refused in words', async t => {
    t.equal((await refused('a,b\n1,2')).code, 'CTE_BAD_CSV')
    t.equal((await refused(csv())).code, 'CTE_NOT_A_CODE_SET')
    t.match((await refused(csv('Gender,X,Some value,,,'))).detail, /its code sets are Gender/)
    t.equal((await refused(workbook({ Sheet1: [['a', 'b']] }))).code, 'CTE_NO_TABLE')
    t.equal((await refused(Buffer.from('PK nonsense'))).code, 'CTE_BAD_WORKBOOK')
    t.match((await refused(Buffer.from([0xff, 0xfe, 0x41]))).detail, /neither an xlsx file nor UTF-8/)
    t.equal(
      (
        await refused(
          workbook({
            A: [
              ['Coded Value', 'Name'],
              [7110.5, 'X'],
            ],
          }),
        )
      ).code,
      'CTE_IMPORT_REFUSED',
    )
    t.equal((await send(csv(ours('7100')), 'current')).status, 400, 'the name of what is here')
    const asCtc = { 'x-cte-actor': 'id=a; agency=CTC; role=editor', 'content-type': 'text/csv' }
    t.equal((await call('POST', '/imports/code-set?edition=x&source=file', csv(ours('7100')), asCtc)).status, 403)
  })
})
