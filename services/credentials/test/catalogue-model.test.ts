import { openDatabase } from '@cte-align/service'
import t from 'tap'
import { buildCredentials } from '../src/app.ts'
import { authorization, authorizationCode, catalogue, document, subject, vocational } from './builders.ts'
import { callOn, withCredentials } from './with-credentials.ts'

const dated = (title: string, from: string | null, to: string | null) => ({ title, from, to })
const FAB = subject('FAB', 'BUS', {
  title: 'Business and Finance',
  titles: [dated('Finance and Business', null, '2014-08-31'), dated('Business and Finance', '2014-09-01', null)],
  spellings: [{ spelling: 'Business & Finance', seen: 'hypothetical leaflet' }],
})
const withFab = (more = {}) => ({
  subjects: catalogue().subjects.map(row => (row.code === 'FAB' ? FAB : row)),
  ...more,
})
type Row = Record<string, unknown>
const codesOf = (body: { items: Row[] }, field = 'code') => body.items.map(row => row[field])

t.test('the record of documents, codes and subjects is as the field has it', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call } = service
  const six = ['TC2', 'TPSL', 'TC7', 'TC13', 'TC14', 'TLA2']
  const file = catalogue({
    ...withFab(),
    documents: [
      ...catalogue().documents,
      ...six.map(code => document(code, { family: 'general_education' })),
      document('TC4V', { status: 'legacy' }),
      document('SDTG', { status: 'closed' }),
      document('ODD', { status: 'listed somewhere' }),
    ],
    authorizations: [
      ...catalogue().authorizations,
      ...six.map(code => authorization(`${code}/R2M/MATH`, { cteRelation: 'general_education_only' })),
      authorization('TC4V/R4FV/_', { cteRelation: 'authorizes_vocational_subject', status: 'legacy' }),
      authorization('TC2/R2MXX/MATH', { cteRelation: 'general_education_only' }),
    ],
    authorizationCodes: [
      authorizationCode('R2M', { statement: 'Hypothetical words.', family: 'general' }),
      authorizationCode('R4T'),
      authorizationCode('R4H', { statement: 'Hypothetical words [..] lost.', truncated: true }),
    ],
    vocationalSubjects: [vocational('TC4V/CARP'), vocational('TC4V/WELD', { sectorSubject: 'ANR' })],
  })
  const first = await call('POST', '/imports', file)
  t.equal(first.status, 200, JSON.stringify(first.body))
  t.match(first.body.sections, { authorizationCodes: { added: 3 }, vocationalSubjects: { added: 2 } })

  t.test('a status is kept beside the words it was read from; unknown is legal', async t => {
    t.match((await call('GET', '/documents/SDTG')).body, { status: 'closed', statusWords: 'closed' })
    t.match((await call('GET', '/documents/CTE')).body, { status: 'current', statusWords: 'issued' })
    t.match((await call('GET', '/documents/ODD')).body, {
      status: null,
      statusWords: 'listed somewhere',
      statusBasis: 'the source says "listed somewhere"',
    })
    t.strictSame(codesOf((await call('GET', '/documents?status=legacy')).body), ['TC4V'])
    t.strictSame(codesOf((await call('GET', '/documents?status=unknown')).body), ['ODD'])
    t.strictSame(
      codesOf((await call('GET', '/documents?status=current&family=general_education')).body),
      six.toSorted(),
    )
    t.equal((await call('GET', '/documents?status=issued')).status, 400)
  })
  t.test('one code stands on six documents', async t => {
    const { body, headers } = await call('GET', '/authorization-codes/R2M')
    t.strictSame(body.documents, six.toSorted())
    t.match(body, { authorizations: 6, statement: 'Hypothetical words.', truncated: false })
    t.equal(headers.etag, '"v1"')
    t.match((await call('GET', '/authorization-codes/ZZZ')).body, { code: 'CTE_NO_SUCH_CODE' })
  })
  t.test('lost words are kept as lost, and codes can be told by what they lack', async t => {
    t.strictSame(codesOf((await call('GET', '/authorization-codes?truncated=true')).body), ['R4H'])
    t.strictSame(codesOf((await call('GET', '/authorization-codes?statement=false')).body), ['R4T'])
    t.strictSame(codesOf((await call('GET', '/authorization-codes?q=hypothetical&statement=true')).body), [
      'R2M',
      'R4H',
    ])
  })
  t.test('a subject keeps its code and has a title for each day', async t => {
    const then = async (day: string, code = 'FAB') => {
      const { body } = await call('GET', `/subjects?asOf=${day}&q=${code}`)
      return body.items[0].titleThen?.title ?? null
    }
    t.equal(await then('2014-08-31'), 'Finance and Business')
    t.equal(await then('2014-09-01'), 'Business and Finance')
    t.equal(await then('2014-09-01', 'ANR'), 'Subject ANR')
    const { body } = await call('GET', '/subjects?q=finance and')
    t.match(body.items, [{ code: 'FAB', earlierTitles: ['Finance and Business'], titleThen: undefined }])
    t.equal((await call('GET', '/subjects?asOf=2014-02-30')).status, 400)
  })
  t.test('what is printed on an old document is recognized', async t => {
    const printed = async (text: string) =>
      codesOf((await call('GET', `/subjects?printed=${encodeURIComponent(text)}`)).body)
    t.strictSame(await printed('FINANCE,  AND BUSINESS'), ['FAB'])
    t.strictSame(await printed('business & finance'), ['FAB'], 'a spelling')
    t.strictSame(await printed('Welding'), [])
  })
  t.test('occupations stand for manual review, with the reason', async t => {
    t.strictSame(codesOf((await call('GET', '/vocational-subjects?document=TC4V')).body, 'key'), [
      'TC4V/CARP',
      'TC4V/WELD',
    ])
    t.strictSame(codesOf((await call('GET', '/vocational-subjects?sectorSubject=unknown')).body), ['CARP'])
    t.strictSame(codesOf((await call('GET', '/vocational-subjects?sectorSubject=ANR&q=weld')).body), ['WELD'])
    const { items } = (await call('GET', '/manual-review')).body
    t.strictSame(
      items.map((row: { dependent: { key: string } }) => row.dependent.key),
      ['CTE/S17C/NONE', 'SUBE/P30V/NONE', 'TC4H/R4H/_', 'TC4V/R4FV/_'],
    )
    t.match(items[3], {
      because: /occupations, not sectors.*2 of them/,
      occupations: [{ code: 'CARP' }, { code: 'WELD' }],
    })
    t.match(items[0], { because: /no subject/, occupations: [] })
  })
  t.test('gaps tell what is not carried', async t => {
    const { items } = (await call('GET', '/gaps')).body
    const wanted = ['status-', 'statement-', 'sector-', 'authorization-code-long']
    t.strictSame(
      items
        .filter((gap: Row) => wanted.some(code => String(gap.code).startsWith(code)))
        .map((gap: Row) => `${gap.code} ${gap.key}`),
      [
        'authorization-code-long TC2/R2MXX/MATH',
        'status-unknown document ODD',
        'statement-not-carried code R4T',
        'statement-truncated code R4H',
        'sector-unknown TC4V/CARP',
      ],
    )
  })
  t.test('the same file again changes nothing, and one without the new sections takes nothing away', async t => {
    const again = await call('POST', '/imports', file)
    for (const [section, report] of Object.entries<Row>(again.body.sections))
      t.match(report, { added: 0, changed: 0 }, section)
    const old = await call('POST', '/imports', catalogue({ subjects: [subject('FAB', 'BUS', { title: FAB.title })] }))
    t.strictSame(old.body.sections.vocationalSubjects.notListed, ['TC4V/CARP', 'TC4V/WELD'])
    const bare = await call(
      'POST',
      '/imports',
      catalogue({ ...withFab(), authorizationCodes: [authorizationCode('R2M')] }),
    )
    t.match(bare.body.sections.authorizationCodes, { changed: 0, unchanged: 1 }, 'a code without its statement')
    t.match((await call('GET', '/authorization-codes/R2M')).body, { statement: 'Hypothetical words.' })
    const { body } = await call('GET', '/subjects?q=FAB&asOf=2014-08-31')
    t.match(body.items, [
      { titleThen: { title: 'Finance and Business' }, spellings: [{ seen: 'hypothetical leaflet' }] },
    ])
  })
})

t.test('faults of titles, codes and occupations refuse the whole file', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call } = service
  const refused = async (more: object) => {
    const { status, body } = await call('POST', '/imports', catalogue(more))
    t.equal(status, 422, JSON.stringify(body))
    return body.errors as { path: string; message: string }[]
  }
  const titled = (titles: object[]) => ({
    subjects: [subject('FAB', 'BUS', { title: 'B', titles })],
    authorizations: [],
  })
  t.match(await refused(titled([dated('A', null, '2014-09-01'), dated('B', '2014-09-01', null)])), [
    { path: '/subjects/0/titles/1', message: /FAB has one title at a time: the periods of A and B overlap/ },
  ])
  t.match(await refused(titled([dated('A', null, null)])), [{ path: '/subjects/0/titles', message: /is not among/ }])
  t.match(await refused(titled([dated('B', '2014-09-01', '2014-08-31')])), [{ message: /ends before it begins/ }])
  t.match(await refused(titled([{ ...dated('B', null, null), source: 'hearsay' }])), [
    { path: '/subjects/0/titles/0/source' },
  ])
  t.match(await refused({ authorizationCodes: [authorizationCode('TC4TR')] }), [
    { path: '/authorizationCodes/0/code', message: /TC4TR is TC4T and a letter/ },
  ])
  t.match(await refused({ vocationalSubjects: [vocational('ZZZ/WELD', { sectorSubject: 'QQ' })] }), [
    { path: '/vocationalSubjects/0/document', message: 'No document ZZZ' },
    { path: '/vocationalSubjects/0/sectorSubject', message: 'No subject QQ' },
  ])
  t.equal((await call('GET', '/documents')).body.items.length, 0)
})

t.test(
  'rows stored before are filled in at the start, and the next import of the same file finds nothing new',
  async t => {
    const service = await withCredentials(t)
    if (service === null) return
    const { call, db, bus } = service
    const file = catalogue()
    await call('POST', '/imports', file)
    const subjects = db.connection.collection('subjects')
    const documents = db.connection.collection('documents')
    const before = { earlierTitles: ['Finance and Business'] }
    await subjects.updateOne(
      { _id: 'FAB' as never },
      {
        $set: { ...before, 'imported.earlierTitles': before.earlierTitles },
        $unset: { titles: '', spellings: '', 'imported.titles': '', 'imported.spellings': '' },
      },
    )
    await documents.updateOne(
      { _id: 'CTE' as never },
      {
        $set: { status: 'issued', 'imported.status': 'issued' },
        $unset: { statusWords: '', statusBasis: '', 'imported.statusWords': '', 'imported.statusBasis': '' },
      },
    )
    const again = await buildCredentials({
      env: { LOG_LEVEL: 'silent', NATS_MONITOR_URL: undefined },
      db: await openDatabase(process.env.MONGODB_URI!, db.connection.name),
      bus: bus.join(),
    })
    t.teardown(() => again.close())
    const callAgain = callOn(again)
    const fab = (await callAgain('GET', '/subjects?q=FAB&asOf=2014-09-01')).body.items[0]
    t.match(fab, { earlierTitles: ['Finance and Business'], titleThen: null, titles: [{ from: null }, { to: null }] })
    t.match((await callAgain('GET', '/documents?status=current&q=CTE')).body.items, [
      { code: 'CTE', statusWords: 'issued' },
    ])
    const report = await callAgain('POST', '/imports', file)
    t.match(report.body.sections, { subjects: { changed: 0, kept: [] }, documents: { changed: 0, kept: [] } })
    t.ok((await callAgain('GET', '/gaps')).body.items.some((gap: Row) => gap.code === 'title-dates-unknown'))
  },
)
