import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { catalogue, law } from './builders.ts'
import { otherService, publish, restored, retired } from './other-services.ts'
import { withCredentials } from './with-credentials.ts'

const CHANGED = 'cte.ctc.legal-reference.changed'
const STATUTE = 'EC 44260.9'
const LAW = [law(STATUTE, 'sector-count'), law('5 CCR 80035.5', 'sector-titles'), law('EC 44830; 35035(g)')]
const ADMINISTRATOR = { 'x-cte-actor': 'id=root; agency=CTC; role=administrator' }
const withLaw = (...rows: object[]) => catalogue({ legalReferences: rows })
const read = (citation: string) => `/legal-references/${encodeURIComponent(citation)}`

t.test('statutes and regulations are taken in, read, and found by the list that they speak of', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, events } = service
  const dry = await call('POST', '/imports?dryRun=true', withLaw(...LAW))
  t.match(dry.body.sections.legalReferences, { added: 3, changed: 0 })
  t.match((await call('GET', '/legal-references')).body.items, [])
  t.equal((await call('POST', '/imports', withLaw(...LAW))).status, 200)
  const keys = async (query = '') =>
    (await call('GET', `/legal-references?${query}`)).body.items.map((row: { citation: string }) => row.citation)
  t.strictSame(await keys(), ['5 CCR 80035.5', STATUTE, 'EC 44830; 35035(g)'])
  t.strictSame(await keys('dependsOn=sector-count'), [STATUTE])
  t.strictSame(await keys('q=80035'), ['5 CCR 80035.5'])
  const page = (await call('GET', '/legal-references?limit=2')).body
  t.strictSame(await keys(`limit=2&cursor=${page.next}`), ['EC 44830; 35035(g)'])
  const { status, body, headers } = await call('GET', read(STATUTE))
  t.equal(status, 200)
  t.equal(headers.etag, '"v1"')
  t.match(body, {
    subject: 'Subject of EC 44260.9',
    dependsOn: [{ framework: 'ca-mcs-2013', list: 'sector-count' }],
    links: [{ item: null, any: 'sector-count', framework: 'ca-mcs-2013', verified: true, basis: 'says so' }],
    openFlags: 0,
  })
  t.match((await call('GET', read('EC 44830; 35035(g)'))).body, { links: [], dependsOn: [] })
  t.match(
    (await events(CHANGED)).map(({ subject, data }) => [subject, (data as { added: unknown[] }).added.length]),
    [
      [STATUTE, 1],
      ['5 CCR 80035.5', 1],
      ['EC 44830; 35035(g)', 0],
    ],
  )
  t.match(await call('GET', read('EC 1')), {
    status: 404,
    body: {
      code: 'CTE_NO_SUCH_LEGAL_REFERENCE',
      detail: 'There is no legal reference EC 1; GET /legal-references lists them',
    },
  })
  t.equal((await call('GET', '/legal-references/EC%2F1')).status, 400)
  t.equal((await call('GET', '/legal-references?dependsOn=sector')).status, 400)
})

t.test('the same file again changes nothing; a file without them removes none; other words are said anew', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, events } = service
  await call('POST', '/imports', withLaw(...LAW))
  const again = await call('POST', '/imports', withLaw(...LAW))
  t.match(again.body.sections.legalReferences, { added: 0, changed: 0, unchanged: 3 })
  const without = await call('POST', '/imports', catalogue())
  t.strictSame(without.body.sections.legalReferences.notListed, ['5 CCR 80035.5', STATUTE, 'EC 44830; 35035(g)'])
  t.equal((await events(CHANGED)).length, 3)

  await call('POST', '/imports', withLaw(law(STATUTE, 'sector-count', { subject: 'Fifteen sectors' })))
  t.match((await events(CHANGED)).at(-1)?.data, {
    dependent: { kind: 'legal-reference', key: STATUTE, title: 'Fifteen sectors' },
    added: [{ dependent: { title: 'Fifteen sectors' }, any: 'sector-count' }],
    removed: [],
  })
  await call('POST', '/imports', withLaw(law(STATUTE, 'sector-titles', { subject: 'Fifteen sectors' })))
  t.match((await events(CHANGED)).at(-1)?.data, { added: [{ any: 'sector-titles' }], removed: [/^[0-9a-f-]{36}$/] })
  const { links } = (await call('GET', read(STATUTE))).body
  t.match(links, [{ any: 'sector-titles' }])
  t.equal(links.length, 1)
})

t.test('what is wrong in a section of law is named, and nothing is taken in', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call } = service
  const faults = async (...rows: object[]) => {
    const { status, body } = await call('POST', '/imports', withLaw(...rows))
    t.equal(status, 422)
    return body.errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`)
  }
  t.match(await faults(law('EC/44260.9')), ['/legalReferences/0/citation: must be a citation'])
  t.match(await faults(law(STATUTE, 'sector')), [/^\/legalReferences\/0\/dependsOn\/0\/list: /])
  t.strictSame(await faults(law(STATUTE), law(STATUTE)), [
    '/legalReferences/1: EC 44260.9 is listed before, at /legalReferences/0',
  ])
  const one = { framework: 'ca-mcs-2013', list: 'sector-count', basis: 'says so', verified: true }
  t.strictSame(await faults(law(STATUTE, undefined, { dependsOn: [one, one] })), [
    '/legalReferences/0/dependsOn/1: sector-count of ca-mcs-2013 is named before',
  ])
  t.strictSame(await faults(law(STATUTE, undefined, { dependsOn: [{ ...one, framework: 'unheard-of' }] })), [
    '/legalReferences/0/dependsOn/0/framework: No framework unheard-of has been published',
  ])
  t.match((await call('GET', '/legal-references')).body.items, [])
  t.match((await call('GET', '/authorizations')).body.items, [])
})

t.test('what nobody has checked, or is inferred of a list, is a gap', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const inferred = { framework: 'ca-mcs-2013', list: 'sector-count', basis: 'inferred: the number', verified: false }
  const { body } = await service.call(
    'POST',
    '/imports',
    withLaw(law(STATUTE, undefined, { dependsOn: [inferred] }), law('EC 51226', undefined, { verified: false })),
  )
  const ofLaw = (gaps: { key: string }[]) => gaps.filter(({ key }) => key.startsWith('EC '))
  const gaps = [
    { code: 'unverified', key: 'EC 51226', message: 'Nobody has checked it at its source' },
    { code: 'unverified-list', key: STATUTE, message: 'inferred: the number' },
  ]
  t.strictSame(ofLaw(body.gaps), gaps)
  t.strictSame(ofLaw((await service.call('GET', '/gaps')).body.items), gaps)
})

t.test(
  'a sector that retires and comes back flags the statute each time, and a rebuild gives the same flags',
  async t => {
    const service = await withCredentials(t)
    if (service === null) return
    const { bus, call, events } = service
    const standards = await otherService(bus.join(), 'standards')
    await otherService(bus.join(), 'course-codes')
    await call('POST', '/imports', withLaw(...LAW))
    await publish(standards, 1, [])
    await publish(standards, 2, [retired('AGR')])
    await publish(standards, 3, [restored('AGR')])
    for (let tries = 0; (await events('cte.ctc.release.assessed')).length < 3; tries++) {
      if (tries > 100) throw new Error('The releases were not assessed')
      await delay(50)
    }
    const told = async () =>
      (await call('GET', '/flags?kind=legal-reference')).body.items.map(
        (flag: { release: { number: number }; dependent: { key: string }; severity: string }) =>
          `${flag.release.number} ${flag.dependent.key} ${flag.severity}`,
      )
    const expected = ['2 5 CCR 80035.5 review', '2 EC 44260.9 review', '3 5 CCR 80035.5 review', '3 EC 44260.9 review']
    t.strictSame((await told()).sort(), expected)
    t.equal((await call('GET', read(STATUTE))).body.openFlags, 2)
    t.equal((await events('cte.ctc.legal-reference.flagged')).length, 4)
    const others: { dependent: { kind: string } }[] = (await call('GET', '/flags?kind=authorization')).body.items
    t.ok(others.length > 0 && others.every(({ dependent }) => dependent.kind === 'authorization'))
    const rebuilt = await call('POST', '/rebuild', undefined, ADMINISTRATOR)
    t.equal(rebuilt.status, 200, JSON.stringify(rebuilt.body))
    t.strictSame((await told()).sort(), expected)
  },
)
