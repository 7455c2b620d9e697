import t from 'tap'
import { catalogue, rule } from './builders.ts'
import { withCredentials } from './with-credentials.ts'

const DISCRETION = 'Pursuant to Title 5 80004(c), at the discretion of the employing agency'
const held = (documentCode: string, authorizationCode: string | null, subjectCode: string | null, more = {}) => ({
  ...{ documentCode, authorizationCode, subjectCode, issued: '2020-01-15', expires: '2030-01-01', ...more },
})

t.test('documents of one whom nobody names are held against the decoder', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, db } = service
  const rules = [
    ...catalogue().assignmentRules.filter(({ documentCode }) => documentCode !== 'TC1'),
    rule('7100:TC1/R1S/AGRI', { condition: DISCRETION }),
  ]
  await call('POST', '/imports', catalogue({ assignmentRules: rules }))
  const ask = (courseCode: string, documents: object[], more = {}) =>
    call('POST', '/holder-check', { documents, courseCode, schoolYear: '2026-27', ...more })

  t.test('the verdict comes with its rule and every step', async t => {
    const { status, body } = await ask('7100', [held('CTE', 'R4T', 'ANR', { printedTitle: 'Subject ANR' })])
    t.equal(status, 200, JSON.stringify(body))
    t.match(body, {
      ...{ verdict: 'authorized', rule: '7100:CTE/R4T/ANR', authType: 'Full', document: 1, censusDate: '2026-10-07' },
      ...{ side: 'current', decoder: 'the decoder in force', inWords: /Authorized by 7100:CTE\/R4T\/ANR/ },
    })
    t.strictSame(
      body.steps.map((step: { about: string; finding: string }) => `${step.about} ${step.finding}`),
      [
        ...['course-code rules-found', 'document valid', 'printed-title present-title'],
        ...['rule matches', 'rule does-not-match', 'conclusion concluded'],
      ],
    )
    t.match(body.references[0], { reference: 'EC 44258.9' })
  })
  t.test('another sector is not authorized; a doubt asks for a person; the employer may decide', async t => {
    t.match((await ask('7400', [held('CTE', 'R4T', 'ANR')])).body, { verdict: 'not-authorized', rule: null })
    t.match((await ask('7100', [held('TC1', 'R1S', 'AGRX')])).body, { verdict: 'review', doubts: ['inferred-twin'] })
    t.match((await ask('7000', [held('CTE', 'R4T', 'ANR')])).body, { verdict: 'review', doubts: ['wildcard'] })
    t.match((await ask('7100', [held('TC1', 'R1S', 'AGRI')])).body, { verdict: 'authorized', employerDecides: true })
    t.match((await ask('7100', [held('BIPT', null, 'ANR')])).body, { verdict: 'review', doubts: ['other-document'] })
  })
  t.test('the day is given, or is the census day of a school year', async t => {
    const day = async (more: object) =>
      (await call('POST', '/holder-check', { documents: [held('CTE', 'R4T', 'ANR')], courseCode: '7100', ...more }))
        .body
    t.match(await day({ schoolYear: '2021-22' }), { censusDate: '2021-10-06', verdict: 'authorized' })
    t.match(await day({ censusDate: '2019-10-02' }), { censusDate: '2019-10-02', verdict: 'not-authorized' })
    t.match((await day({})).censusDate, /^20\d\d-10-0[1-7]$/)
  })
  t.test('what looks like a person is refused, and so is what is not described', async t => {
    const refused = async (document: object) => {
      const { status, body } = await ask('7100', [document])
      return `${status} ${body.code}`
    }
    t.equal(await refused({ ...held('CTE', 'R4T', 'ANR'), name: 'x' }), '400 CTE_INVALID_INPUT')
    t.equal(await refused({ ...held('CTE', 'R4T', 'ANR'), seid: '1234567890' }), '400 CTE_INVALID_INPUT')
    t.equal(await refused(held('1234567890', 'R4T', 'ANR')), '400 CTE_INVALID_INPUT')
    t.equal(await refused(held('cte', 'R4T', 'ANR')), '400 CTE_INVALID_INPUT')
    t.equal(await refused(held('CTE', 'R4T', 'ANR', { issued: '2026-02-30' })), '400 CTE_INVALID_INPUT')
    t.equal(await refused(held('CTE', 'R4T', 'ANR', { printedTitle: 'a.b@example.org' })), '422 CTE_PERSONAL_DATA')
    t.equal((await ask('7100', [])).status, 400)
    t.equal(
      (
        await ask(
          '7100',
          Array.from({ length: 51 }, () => held('CTE', 'R4T', 'ANR')),
        )
      ).status,
      400,
    )
    t.equal((await ask('71', [held('CTE', 'R4T', 'ANR')])).status, 400)
    t.equal((await ask('7100', [held('CTE', 'R4T', 'ANR')], { side: 'tomorrow' })).status, 400)
  })
  t.test('nothing is written', async t => {
    const size = async () => {
      const names = (await db.connection.db!.listCollections().toArray()).map(({ name }) => name).sort()
      const counts = names.map(async name => `${name} ${await db.connection.collection(name).countDocuments()}`)
      return Promise.all(counts)
    }
    const before = await size()
    await ask('7100', [held('CTE', 'R4T', 'ANR')])
    t.strictSame(await size(), before)
  })
})
