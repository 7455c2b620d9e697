import type { Service } from '@cte-align/service'
import t from 'tap'
import { authorization, catalogue, document } from './builders.ts'
import { CTC, callOn, withCredentials } from './with-credentials.ts'

t.test('authorizations are read, corrected and linked over HTTP', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { app, call, events, db } = service
  await call('POST', '/imports', catalogue())
  const changed = () => events('cte.ctc.authorization.changed')
  const keys = async (query: string) => {
    const { status, body } = await call('GET', `/authorizations?${query}`)
    t.equal(status, 200, query)
    return body.items.map((row: { key: string }) => row.key)
  }

  t.test('filters find by code, relation, item and words', async t => {
    t.strictSame(await keys('document=BIPT'), ['BIPT/_/ANR'])
    t.strictSame(await keys('authorization=_'), ['BIPT/_/ANR'])
    t.strictSame(await keys('subject=FAB'), ['CTE/R4T/FAB'])
    t.strictSame(await keys('cteRelation=adult_classes_only'), ['AETC/R4FA/ANR'])
    t.strictSame(await keys('item=BUS'), ['CTE/R4T/FAB'])
    t.strictSame(await keys('status=legacy'), ['TC4H/R4H/_', 'TC4T/R4T/ANR'])
    t.strictSame(await keys('q=agrx'), ['TC1/R1S/AGRX'])
    t.strictSame(await keys('q=%5B%28'), [], 'words are words, not an expression')
  })
  t.test('pages follow each other without overlap', async t => {
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await call('GET', `/authorizations?limit=5${cursor}`)
      seen.push(...body.items.map((row: { key: string }) => row.key))
      if (body.next === null) break
      cursor = `&cursor=${body.next}`
    }
    t.equal(seen.length, 12)
    t.strictSame(seen, [...new Set(seen)].sort())
  })
  t.test('bad input is refused and says where', async t => {
    t.equal((await call('GET', '/authorizations?limit=0')).body.errors[0].path, '/query/limit')
    t.equal((await call('GET', '/authorizations?cursor=***')).body.code, 'CTE_BAD_CURSOR')
    t.equal((await call('GET', '/authorizations?colour=red')).status, 400)
    t.equal((await call('GET', '/authorizations/CTE/R4T/XYZ')).body.code, 'CTE_NO_SUCH_AUTHORIZATION')
    t.equal((await call('GET', '/authorizations/CTE/R4T')).body.code, 'CTE_NO_SUCH_ROUTE')
    t.equal((await call('GET', '/documents/XYZ')).body.code, 'CTE_NO_SUCH_DOCUMENT')
  })
  t.test('documents, subjects and rules are there to read', async t => {
    const found = await call('GET', '/documents/CTE')
    t.match(found.body, {
      code: 'CTE',
      title: 'Document CTE',
      provenance: { source: 'CTC sort table', verified: true },
    })
    t.equal(found.headers.etag, '"v1"')
    const { items } = (await call('GET', '/subjects?q=finance')).body
    t.match(items, [{ code: 'FAB', earlierTitles: ['Finance and Business'], item: { key: 'BUS' } }])
    const rules = async (query: string) =>
      (await call('GET', `/assignment-rules?${query}`)).body.items.map((rule: { id: string }) => rule.id)
    t.strictSame(await rules('courseCode=7400'), ['7400:CTE/R4T/FAB', '7400:CTE/R4T/MSS'])
    t.strictSame(await rules('kind=wildcard'), ['7000:CTE/R4T/*'])
    t.strictSame(await rules('document=TC1&subject=AGRI'), ['7100:TC1/R1S/AGRI'])
  })
  t.test('lists come as CSV', async t => {
    const { body, headers } = await call('GET', '/authorizations/export?document=TC1')
    t.match(headers['content-type'], 'text/csv')
    const lines = String(body).trim().split('\r\n')
    t.match(lines[0], /^key,documentCode/)
    t.equal(lines.length, 3)
    t.match(lines[2], /^TC1\/R1S\/AGRX,.*,TC1\/R1S\/AGRI,/)
    const rules = await call('GET', '/assignment-rules/export')
    t.equal(String(rules.body).trim().split('\r\n').length, 6)
  })
  t.test('a correction needs the version that was read, and an editor of CTC', async t => {
    const url = '/authorizations/TC1/R1S/AGRI'
    const body = { subjectTitle: 'Agriculture (all)' }
    t.equal((await call('PATCH', url, body)).status, 428)
    t.equal((await call('PATCH', url, body, { 'if-match': '"v9"' })).status, 412)
    const asCde = callOn(app as Service, 'id=a; agency=CDE; role=editor')
    t.equal((await asCde('PATCH', url, body, { 'if-match': '"v1"' })).body.code, 'CTE_NOT_ALLOWED')
    const asViewer = callOn(app as Service, 'id=a; agency=CTC; role=viewer')
    t.equal((await asViewer('PATCH', url, body, { 'if-match': '"v1"' })).status, 403)
    t.equal((await callOn(app as Service, '')('PATCH', url, body, { 'if-match': '"v1"' })).status, 401)
    t.equal((await call('PATCH', url, {}, { 'if-match': '"v1"' })).status, 400)
    t.equal((await call('PATCH', url, { cteRelation: 'x' }, { 'if-match': '"v1"' })).status, 400)
    const done = await call('PATCH', url, body, { 'if-match': '"v1"' })
    t.match(done, { status: 200, headers: { etag: '"v2"' }, body: body })
  })
  t.test('a corrected name goes to the rules that admit it', async t => {
    const said = (await events('cte.ctc.assignment-rule.changed')).at(-1)
    t.match(said, {
      subject: '7100:TC1/R1S/AGRI',
      data: { authorization: { title: 'Credential TC1: Agriculture (all)' } },
    })
    t.match((await changed()).at(-1), { subject: 'TC1/R1S/AGRI', data: { added: [], removed: [] } })
  })
  t.test('of two corrections at once one is told to read again', async t => {
    const write = (notes: string) => call('PATCH', '/authorizations/CTE/R4T/MSS', { notes }, { 'if-match': '"v1"' })
    const statuses = (await Promise.all([write('a'), write('b')])).map(({ status }) => status)
    t.strictSame(statuses.sort(), [200, 412])
  })
  t.test('a link made by a person is there at once, and goes again', async t => {
    const url = '/authorizations/CTE/R4T/ANR'
    const body = { framework: 'ca-mcs-2013', item: 'AGR.A', basis: 'letter of the sponsor', verified: true }
    const made = await call('POST', `${url}/links`, body)
    t.match(made, { status: 201, body: { item: { key: 'AGR.A' }, lineage: [{ key: 'AGR' }], release: 1 } })
    t.equal((await call('GET', url)).body.links.length, 2)
    t.strictSame(await keys('item=AGR.A'), ['CTE/R4T/ANR'])
    t.match((await changed()).at(-1), { actor: CTC, data: { added: [{ id: made.body.id }] } })
    t.equal((await call('POST', `${url}/links`, body)).body.code, 'CTE_LINK_EXISTS')
    await call('POST', '/imports', catalogue())
    t.equal((await call('GET', url)).body.links.length, 2, 'an import leaves it')
    t.equal((await call('DELETE', `/links/${made.body.id}`)).status, 204)
    t.equal((await call('DELETE', `/links/${made.body.id}`)).body.code, 'CTE_NO_SUCH_LINK')
    t.match((await changed()).at(-1), { actor: CTC, data: { removed: [made.body.id] } })
    t.equal((await call('GET', url)).body.links.length, 1)
    const [own] = (await call('GET', url)).body.links
    await call('DELETE', `/links/${own.id}`)
    await call('POST', '/imports', catalogue())
    t.strictSame((await call('GET', url)).body.links, [], 'nor does an import bring back what a person took away')
  })
  t.test('a link needs an item that is published, and no single subject has any', async t => {
    const body = { framework: 'ca-mcs-2013', item: 'NIX', basis: 'a guess', verified: false }
    const unknown = await call('POST', '/authorizations/CTE/R4T/ANR/links', body)
    t.match(unknown, { status: 422, body: { code: 'CTE_ITEM_UNKNOWN', errors: [{ path: '/body/item' }] } })
    const single = await call('POST', '/authorizations/TC1/R1S/AGRI/links', { ...body, item: 'AGR' })
    t.match(single, { status: 422, body: { code: 'CTE_RULES_ONLY' } })
    t.equal((await call('POST', '/authorizations/CTE/R4T/ANR/links', { item: 'AGR' })).status, 400)
  })
  t.test('what is written is one transaction with its event', async t => {
    const outbox = db.connection.collection<{ _id: number }>('outbox')
    const numbers = (await outbox.find().sort({ _id: 1 }).toArray()).map(row => row._id)
    t.strictSame(
      numbers,
      numbers.map((_, index) => index + 1),
    )
  })
  t.test('operators see positions and dead letters', async t => {
    t.match((await call('GET', '/positions')).body, { '/cte/standards': 0, '/cte/course-codes': 0 })
    t.strictSame((await call('GET', '/dead-letters')).body, { items: [] })
    t.equal((await call('POST', '/rebuild')).status, 403)
    const { body } = await call('GET', '/documentation/json')
    t.ok(body.paths['/imports'].post.requestBody, 'the import file is described')
  })
  t.test('a long file is taken in in batches', async t => {
    const many = Array.from({ length: 450 }, (_, n) =>
      authorization(`ADD/R${n}/ANR`, { cteRelation: 'adult_classes_only' }),
    )
    const { body } = await call('POST', '/imports', catalogue({ documents: [document('ADD')], authorizations: many }))
    t.equal(body.sections?.authorizations.added, 450)
    t.strictSame((await keys('item=AGR&limit=200')).length, 200)
  })
})
