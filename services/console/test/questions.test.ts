import t from 'tap'
import { listening } from './console.ts'
import { standIn } from './stand-in.ts'

t.test('what writes nothing may be asked by the public, from these pages alone', async t => {
  const service = await standIn(t)
  const targets = { standards: service.url, credentials: service.url, 'course-codes': service.url }
  const { url } = await listening(t, { targets })
  const post = (path: string, headers = {}, method = 'POST') =>
    fetch(`${url}/api/${path}`, { method, body: '[]', headers: { 'content-type': 'application/json', ...headers } })
  t.equal((await post('course-codes/district-list?schoolYear=2027-28')).status, 404, 'this service knows of no lists')
  t.equal(service.seen.at(-1)!.url, '/district-list?schoolYear=2027-28', 'but was asked')
  await post('credentials/holder-check')
  t.equal(service.seen.at(-1)!.url, '/holder-check', 'a district may ask about one holder')
  const reached = service.seen.length
  t.equal((await post('course-codes/district-list', { origin: 'https://elsewhere.example' })).status, 403)
  t.equal((await post('course-codes/district-list', {}, 'PUT')).status, 401, 'another method is no question')
  t.equal((await post('course-codes/district-list/more')).status, 401)
  t.equal((await post('credentials/holder-check/batch')).status, 401, 'a file of holders is asked by who has signed in')
  t.equal((await post('standards/district-list')).status, 401, 'nor is the same at another service')
  t.equal((await post('course-codes/code-plans')).status, 401)
  t.equal(service.seen.length, reached, 'none of these has reached it')
})
