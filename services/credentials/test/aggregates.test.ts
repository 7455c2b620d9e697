import t from 'tap'
import { catalogue } from './builders.ts'
import { withCredentials } from './with-credentials.ts'

t.test('CTC loads counts of holders by authorization, and of nothing else', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call } = service
  await call('POST', '/imports', catalogue())
  const load = async (...rows: string[]) => {
    const file = ['Authorization,School Year,Measure,Count', ...rows].join('\r\n')
    const url = '/imports/aggregates?source=A%20test%20file&asOf=2025-10-01'
    return call('POST', url, file, { 'content-type': 'text/csv' })
  }
  t.match((await load('CTE/R4T/ANR,2025-26,sections,20')).body.errors, [{ path: '/rows/2/Measure' }])
  t.match((await load('7100,2025-26,holders,20')).body.errors, [{ path: '/rows/2/Authorization' }])
  t.match((await load('CTE/R4T/ANR,2025-26,holders,10')).body.errors, [{ message: /small cell/ }])
  const loaded = await load('CTE/R4T/ANR,2025-26,holders,410')
  t.match(loaded, { status: 200, body: { outcome: 'loaded', unknownKeys: [] } }, JSON.stringify(loaded.body))
  t.match((await call('GET', '/aggregates')).body.items, [{ key: 'CTE/R4T/ANR', measure: 'holders', count: 410 }])
})
