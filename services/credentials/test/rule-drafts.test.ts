import t from 'tap'
import { catalogue } from './builders.ts'
import { adding, drafting, dropping } from './drafting.ts'
import { withCredentials } from './with-credentials.ts'

t.test('a draft is opened, edited and read by whoever has the newest version; nothing of it is in force', async t => {
  const parts = await withCredentials(t)
  if (parts === null) return
  const { call, events } = parts
  const { open, set, describe, withdraw } = drafting(call)
  await call('POST', '/imports', catalogue())
  const said = (await events('cte.ctc.assignment-rule.changed')).length

  const draft = await open('Agriculture, hypothetical', [adding('7200:CTE/R4T/ANR')], {
    effective: '2027-07-01',
    firstSchoolYear: '2027-28',
  })
  t.match(draft, {
    status: 201,
    body: { state: 'draft', base: 'current', revision: 1, operationCount: 1, effective: '2027-07-01', published: null },
  })
  t.equal(draft.headers.location, `/rule-editions/${draft.body.id}`)
  const edited = await set(draft, [
    adding('7200:CTE/R4T/ANR'),
    dropping('7400:CTE/R4T/MSS', { reason: 'No such course' }),
  ])
  t.match(edited, { status: 200, body: { revision: 2, operationCount: 2 } })
  t.match(await set(draft, []), { status: 412, body: { code: 'CTE_CHANGED_MEANWHILE' } })
  t.match(await set(edited, [dropping('7999:CTE/R4T/ANR')]), {
    status: 422,
    body: {
      code: 'CTE_OPERATION_REFUSED',
      detail: /Operation 1: No rule 7999.*CTE_NO_SUCH_RULE/,
      errors: [{ path: '/operations/0' }],
    },
  })
  const described = await describe(edited, { title: 'Agriculture again', reason: 'A better word' })
  t.match(described, { status: 200, body: { title: 'Agriculture again', revision: 3, operationCount: 2 } })
  t.match(await describe(described, { flags: ['no-such-flag'] }), { status: 422, body: { code: 'CTE_FLAG_UNKNOWN' } })
  t.match(await describe(described, { base: 'edition:none' }), { status: 404, body: { code: 'CTE_NO_SUCH_EDITION' } })

  t.equal((await call('GET', '/assignment-rules?courseCode=7200')).body.items.length, 0)
  t.equal((await events('cte.ctc.assignment-rule.changed')).length, said, 'nobody was told anything')
  const gone = await withdraw(described, 'Not needed')
  t.match(gone, { status: 200, body: { state: 'withdrawn', withdrawn: { reason: 'Not needed' } } })
  t.match(await set(gone, []), { status: 409, body: { code: 'CTE_EDITION_CLOSED' } })
  const { body } = await call('GET', `/rule-editions/${draft.body.id}/history`)
  t.match(
    body.items.map(({ number, step, from, to, reason, by }: Record<string, unknown>) => [
      number,
      step,
      from,
      to,
      reason,
      (by as { id: string }).id,
    ]),
    [
      [1, 'opened', null, 'draft', null, 'mlopez'],
      [2, 'edited', 'draft', 'draft', null, 'mlopez'],
      [3, 'described', 'draft', 'draft', 'A better word', 'mlopez'],
      [4, 'withdrawn', 'draft', 'withdrawn', 'Not needed', 'mlopez'],
    ],
  )
})

t.test('a preview says by course code who comes and goes, and what stands beside', async t => {
  const parts = await withCredentials(t)
  if (parts === null) return
  const { call, db } = parts
  const { open, preview, publish } = drafting(call)
  await call('POST', '/imports', catalogue())
  const draft = await open('Agriculture, hypothetical', [
    dropping('7100:TC1/R1S/AGRI'),
    dropping('7400:CTE/R4T/FAB'),
    dropping('7400:CTE/R4T/MSS'),
    adding('7200:CTE/R4T/ANR'),
    { op: 'revise-rule', rule: '7000:CTE/R4T/*', condition: 'hypothetical' },
  ])
  const before = await db.connection.db!.collection('outbox').countDocuments()
  const { status, body } = await preview(draft)
  t.equal(status, 200)
  const brief = body.items.map(
    (
      item: Record<string, { authorization: string }[]> & {
        courseCode: string
        leftWithout: boolean
        revised: string[]
      },
    ) => ({
      code: item.courseCode,
      gained: item.gained!.map(each => each.authorization),
      lost: item.lost!.map(each => each.authorization),
      revised: item.revised,
      leftWithout: item.leftWithout,
    }),
  )
  t.strictSame(brief, [
    { code: '7000', gained: [], lost: [], revised: ['7000:CTE/R4T/*'], leftWithout: false },
    { code: '7100', gained: [], lost: ['TC1/R1S/AGRI', 'TC1/R1S/AGRX'], revised: [], leftWithout: false },
    { code: '7200', gained: ['CTE/R4T/ANR'], lost: [], revised: [], leftWithout: false },
    { code: '7400', gained: [], lost: ['CTE/R4T/FAB', 'CTE/R4T/MSS'], revised: [], leftWithout: true },
  ])
  t.match(body.items[2].sectors, [{ framework: 'ca-mcs-2013', key: 'AGR' }], 'by the subject of its rules')
  t.match(body.counts, { courseCodes: 4, gained: 1, lost: 4, revised: 1, leftWithout: ['7400'] })
  t.match(body.findings, [{ code: 'code-without-rules', key: '7400', operations: [1, 2] }])
  t.match(body.beside.legacy, [{ key: 'TC4T/R4T/ANR' }])
  t.equal(body.beside.manualReview.length, 3)
  t.strictSame(body.publishing, { possible: true, conflicts: [], refused: null })
  const pages = [await preview(draft, '?limit=3')]
  pages.push(await preview(draft, `?limit=3&cursor=${pages[0]!.body.next}`))
  t.strictSame(
    pages.flatMap(page => page.body.items.map(({ courseCode }: { courseCode: string }) => courseCode)),
    ['7000', '7100', '7200', '7400'],
  )
  t.equal(pages[1]!.body.next, null)
  t.equal(await db.connection.db!.collection('outbox').countDocuments(), before, 'nothing was written')
  await publish(draft)
  t.match(await preview(draft), { status: 409, body: { code: 'CTE_EDITION_CLOSED' } })
})

t.test(
  'publishing puts rules in force with their events; who dropped what stays readable; importing again brings nothing back',
  async t => {
    const parts = await withCredentials(t)
    if (parts === null) return
    const { call, db, events } = parts
    const { open, publish } = drafting(call)
    await call('POST', '/imports', catalogue())
    const told = (await events('cte.ctc.assignment-rule.changed')).length
    const draft = await open(
      'Agriculture, hypothetical',
      [
        dropping('7100:TC1/R1S/AGRI', { reason: 'The employing agency decides' }),
        { op: 'recode-rule', rule: '7400:CTE/R4T/MSS', subject: 'FID' },
        { op: 'recode-course-code', courseCode: '7000', to: ['7001', '7002'] },
        { op: 'drop-authorization', authorization: 'BIPT/_/ANR' },
        { op: 'retitle-subject', subject: 'FAB', title: 'Business and Finance', from: '2014-09-01' },
      ],
      { effective: '2027-07-01' },
    )
    t.match(
      await call(
        'POST',
        `/rule-editions/${draft.body.id}/publish`,
        { reason: 'why' },
        { 'if-match': draft.headers.etag },
      ),
      {
        status: 403,
        body: { code: 'CTE_NOT_ALLOWED' },
      },
    )
    const published = await publish(draft)
    t.match(published, {
      status: 200,
      body: {
        state: 'published',
        published: { by: { id: 'rchan' }, rows: { rules: 6, authorizations: 2, subjects: 1, grandfathering: 0 } },
      },
    })

    const ids = async (query = '') =>
      (await call('GET', `/assignment-rules${query}`)).body.items.map(({ id }: { id: string }) => id)
    const inForce = ['7001:CTE/R4T/*', '7002:CTE/R4T/*', '7100:CTE/R4T/ANR', '7400:CTE/R4T/FAB', '7400:CTE/R4T/FID']
    t.strictSame(await ids(), inForce)
    const dropped = await call('GET', '/assignment-rules?standing=dropped')
    t.match(
      dropped.body.items.map(({ id, ended }: { id: string; ended: object }) => ({ id, ...ended })),
      [
        {
          id: '7000:CTE/R4T/*',
          edition: draft.body.id,
          on: '2027-07-01',
          reason: 'Coded Correspondence, hypothetical',
        },
        { id: '7100:TC1/R1S/AGRI', reason: 'The employing agency decides' },
        { id: '7400:CTE/R4T/MSS' },
      ],
    )
    t.strictSame((await call('GET', '/authorizations/TC1/R1S/AGRI')).body.rules, [], 'it is admitted nowhere')

    const changed = (await events('cte.ctc.assignment-rule.changed')).slice(told).map(({ data }) => data) as {
      rule: { id: string }
      removed: boolean
    }[]
    t.strictSame(
      changed.filter(({ removed }) => removed).map(({ rule }) => rule.id),
      ['7000:CTE/R4T/*', '7100:TC1/R1S/AGRI', '7400:CTE/R4T/MSS'],
    )
    t.strictSame(
      changed.filter(({ removed }) => !removed).map(({ rule }) => rule.id),
      ['7001:CTE/R4T/*', '7002:CTE/R4T/*', '7400:CTE/R4T/FID', '7400:CTE/R4T/FAB'],
      'the last, because whom it admits is called otherwise now',
    )
    const edges = await db.connection.db!.collection('rules').find({ removed: null }).toArray()
    t.strictSame(
      [...new Set(edges.map(({ edge }) => edge.rule))].sort(),
      inForce,
      'the review knows no rule that is gone',
    )
    t.match(
      (await events('cte.ctc.rule-edition.published')).map(({ data }) => data),
      [
        {
          edition: draft.body.id,
          effective: '2027-07-01',
          operations: {
            'drop-rule': 1,
            'recode-rule': 1,
            'recode-course-code': 1,
            'drop-authorization': 1,
            'retitle-subject': 1,
          },
          rows: { rules: 6, authorizations: 2, subjects: 1, grandfathering: 0 },
          digest: /^[0-9a-f]{32}$/,
        },
      ],
    )

    const again = await call('POST', '/imports', catalogue())
    t.match(again.body.sections.assignmentRules, {
      added: 0,
      changed: 0,
      kept: ['7000:CTE/R4T/*', '7100:TC1/R1S/AGRI', '7400:CTE/R4T/MSS'],
      notListed: ['7001:CTE/R4T/*', '7002:CTE/R4T/*', '7400:CTE/R4T/FID'],
    })
    t.strictSame(await ids(), inForce, 'the starter data again undoes nothing')
    t.match(
      (await call('GET', '/subjects')).body.items.find(({ code }: { code: string }) => code === 'FAB'),
      {
        title: 'Business and Finance',
        titles: [
          { title: 'Finance and Business', from: null, to: null },
          { title: 'Subject FAB', from: null, to: '2014-08-31' },
          { title: 'Business and Finance', from: '2014-09-01', to: null },
        ],
      },
    )
    t.equal((await call('GET', '/authorizations/BIPT/_/ANR')).body.status, 'closed')
    t.equal((await events('cte.ctc.assignment-rule.changed')).length, told + changed.length, 'and says nothing')
  },
)

t.test('a new authorization hangs on the item of its subject; a retitled one takes its name along', async t => {
  const parts = await withCredentials(t)
  if (parts === null) return
  const { call, events } = parts
  const { open, publish, set } = drafting(call)
  await call('POST', '/imports', catalogue())
  const fresh = { document: 'CTE', authorization: 'R4T', cteRelation: 'authorizes_cte_sector', verified: true } as const
  const draft = await open('New subject, hypothetical', [
    {
      op: 'add-subject',
      subject: 'AFN',
      title: 'Agriculture and Food',
      framework: 'ca-mcs-2013',
      item: 'NOWHERE',
      verified: true,
    },
    { op: 'add-authorization', ...fresh, subject: 'AFN', title: 'Credential CTE' },
  ])
  t.match(await publish(draft), { status: 422, body: { code: 'CTE_ITEM_UNKNOWN' } })
  const right = await set(draft, [
    {
      op: 'add-subject',
      subject: 'AFN',
      title: 'Agriculture and Food',
      framework: 'ca-mcs-2013',
      item: 'AGR',
      verified: true,
    },
    { op: 'add-authorization', ...fresh, subject: 'AFN', title: 'Credential CTE' },
    { op: 'recode-authorization', authorization: 'CTE/R4T/FAB', subject: 'AFN', withRules: false },
  ])
  t.match(right, { status: 422, body: { detail: /CTE_AUTHORIZATION_EXISTS/ } })
  const good = await set(draft, [
    {
      op: 'add-subject',
      subject: 'AFN',
      title: 'Agriculture and Food',
      framework: 'ca-mcs-2013',
      item: 'AGR',
      verified: true,
    },
    { op: 'recode-authorization', authorization: 'CTE/R4T/ANR', subject: 'AFN' },
    { op: 'revise-authorization', authorization: 'CTE/R4T/FAB', subjectTitle: 'Business and Finance' },
  ])
  const { status, body } = await publish(good)
  t.match([status, body.published?.rows], [200, { rules: 1, authorizations: 3, subjects: 1 }])
  const added = (await call('GET', '/authorizations/CTE/R4T/AFN')).body
  t.match(added, {
    status: 'current',
    subjectTitle: 'Agriculture and Food',
    links: [{ item: { key: 'AGR' }, verified: true }],
    rules: [
      { id: '7000:CTE/R4T/*', by: 'wildcard' },
      { id: '7100:CTE/R4T/AFN', by: 'direct' },
    ],
  })
  t.equal((await call('GET', '/authorizations/CTE/R4T/ANR')).body.status, 'legacy')
  const fab = (await call('GET', '/authorizations/CTE/R4T/FAB')).body
  t.equal(fab.links[0].dependent.title, 'Credential CTE: Business and Finance')
  const told = (await events('cte.ctc.assignment-rule.changed')).map(({ data }) => data) as {
    rule: { id: string }
    authorization: { title: string } | null
  }[]
  t.equal(
    told.findLast(({ rule }) => rule.id === '7400:CTE/R4T/FAB')!.authorization!.title,
    'Credential CTE: Business and Finance',
  )
})

t.test('what others changed meanwhile is named, and nothing is written', async t => {
  const parts = await withCredentials(t)
  if (parts === null) return
  const { call, events } = parts
  const { open, publish, set, preview } = drafting(call)
  await call('POST', '/imports', catalogue())
  const mine = await open('Mine, hypothetical', [
    dropping('7100:TC1/R1S/AGRI'),
    { op: 'drop-authorization', authorization: 'CTE/R4T/FID' },
  ])
  const other = await open('Other, hypothetical', [
    { op: 'revise-rule', rule: '7100:TC1/R1S/AGRI', condition: '5 CCR 80004(c)' },
  ])
  t.match(await publish(other), { status: 200 })
  t.match((await preview(mine)).body.publishing, { possible: false, conflicts: ['rule 7100:TC1/R1S/AGRI'] })
  const refused = await publish(mine)
  t.match(refused, {
    status: 409,
    body: { code: 'CTE_EDITION_CONFLICT', detail: /rule 7100:TC1\/R1S\/AGRI\. Read them/ },
  })
  t.equal((await events('cte.ctc.rule-edition.published')).length, 1)
  t.equal((await call('GET', '/authorizations/CTE/R4T/FID')).body.status, 'current')
  const read = await set(mine, mine.body.operations)
  t.match(await publish(read), { status: 200, body: { state: 'published' } })
  t.match(await publish(await open('Nothing, hypothetical', [])), { status: 422, body: { code: 'CTE_EDITION_EMPTY' } })
  t.match(
    await call(
      'POST',
      '/rule-editions',
      { title: 'x', operations: [] },
      { 'x-cte-actor': 'id=a; agency=CDE; role=publisher' },
    ),
    { status: 403 },
  )
})
