import type { Service } from '@cte-align/service'
import t from 'tap'
import { catalogue } from './builders.ts'
import { drafting, dropping } from './drafting.ts'
import { withCredentials } from './with-credentials.ts'

const day = { issued: '2020-01-15', expires: '2030-01-01' }
const anr = {
  documentCode: 'CTE',
  authorizationCode: 'R4T',
  subjectCode: 'ANR',
  printedTitle: null,
  added: null,
  ...day,
}
const asked = (more: object) => ({ courseCode: '7100', schoolYear: '2026-27', documents: [anr], ...more })
const keeps = {
  ...{ id: 'anr-before-2021', title: 'Hypothetical', precedent: null, authorization: 'CTE/R4T/ANR' },
  ...{ courseCodes: ['7100'], date: 'issued' as const, before: '2021-01-01', through: null },
}

t.test('a holder is held against a draft edition and an imported one as against the decoder in force', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call } = service
  const app = service.app as Service
  await call('POST', '/imports', catalogue())
  const { open, set } = drafting(call)
  const draft = await open('Drops, hypothetical', [dropping('7100:CTE/R4T/ANR')])
  const side = `edition:${draft.body.id}`
  t.match((await call('POST', '/holder-check', asked({}))).body, { verdict: 'authorized', rule: '7100:CTE/R4T/ANR' })
  t.match((await call('POST', '/holder-check', asked({ side }))).body, { verdict: 'not-authorized' })
  t.match(await call('POST', '/holder-check', asked({ side: 'edition:nobody' })), { status: 404 })

  const payload = `document,authorization,subject,issued,expires,course code,count
CTE,R4T,ANR,2020-01-15,2030-01-01,7100,5
CTE,R4T,ANR,2022-01-15,2030-01-01,7100,2
CTE,R4T,FAB,2020-01-15,2030-01-01,7400,3
`
  const batch = async (compareWith: string) =>
    (
      await app.inject({
        ...{ method: 'POST', url: `/holder-check/batch?schoolYear=2026-27&compareWith=${compareWith}`, payload },
        headers: { 'content-type': 'text/csv' },
      })
    ).json()
  const changed = (rows: object[]) => ({ verdicts: { authorized: 10 }, changes: rows })
  const lost = { from: 'authorized', to: 'not-authorized', holders: 7 }
  t.match(await batch(side), changed([lost]))

  const kept = await set(draft, [
    dropping('7100:CTE/R4T/ANR'),
    { op: 'add-grandfathering', rule: keeps, verified: true },
  ])
  t.match(kept, { status: 200 }, JSON.stringify(kept.body))
  t.match((await call('POST', '/holder-check', asked({ side }))).body, {
    ...{ verdict: 'authorized', rule: null, grandfathering: 'anr-before-2021' },
  })
  t.match(await batch(side), changed([{ ...lost, holders: 2 }]), 'who holds it since before the day keeps it')

  const table = `Course Code,Auth Type,Document Title,Authorization Title,Authorization Code,Subject Code,Subject,Notes or Restrictions
7100,Full,,,,,,
7400,Full,CTE,CTE,R4T,FAB,Business and Finance,
`
  const about = 'edition=blank-2023&title=Hypothetical&publishedOn=2023-05-18&source=made%20up'
  const imported = await app.inject({
    ...{ method: 'POST', url: `/imports/course-table?${about}`, payload: table },
    headers: { 'content-type': 'text/csv', 'x-cte-actor': 'id=mlopez; agency=CTC; role=editor' },
  })
  t.equal(imported.statusCode, 200, imported.body)
  t.match((await call('POST', '/holder-check', asked({ side: 'edition:blank-2023' }))).body, {
    ...{ verdict: 'review', rule: '7100:row 2', doubts: ['rule-gap'] },
  })
})
