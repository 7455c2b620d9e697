import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { clock, listening, signIn } from './console.ts'
import { LIST, standIn, stream } from './stand-in.ts'

type More = Parameters<typeof listening>[1]

async function before(t: Test, more: More = {}) {
  const service = await standIn(t)
  const targets = { standards: service.url, credentials: service.url, 'course-codes': 'http://127.0.0.1:9' }
  const gateway = await listening(t, { targets, ...more })
  return { ...gateway, service, api: `${gateway.url}/api/standards` }
}

t.test('a read passes with what matters of its headers, and is answered with what matters', async t => {
  const { api, service } = await before(t)
  const answer = await fetch(`${api}/things?q=a%20b&q=c`, {
    headers: { 'if-match': '"v2"', 'x-correlation-id': 'corr-1', accept: 'application/json' },
  })
  t.equal(answer.status, 200)
  t.strictSame(await answer.json(), { items: [] })
  const [asked] = service.seen
  t.equal(asked!.url, '/things?q=a%20b&q=c')
  t.match(asked!.headers, { 'if-match': '"v2"', 'x-correlation-id': 'corr-1', accept: 'application/json' })
  t.equal(asked!.headers['x-request-id'], answer.headers.get('x-request-id'))
  t.equal(answer.headers.get('x-correlation-id'), 'corr-1')
  t.equal(answer.headers.get('etag'), '"v3"')
  t.equal(answer.headers.get('cache-control'), 'private, no-cache')
  t.equal(answer.headers.get('set-cookie'), null, 'cookies are the gateway’s own')
  t.equal(answer.headers.get('x-hop'), null, 'what was meant for one step ends there')
})

t.test('who acts comes from the session alone', async t => {
  const { app, api, service } = await before(t)
  const spoofed = { 'x-cte-actor': 'id=mallory; agency=CDE; role=administrator' }
  await fetch(`${api}/things`, { headers: spoofed })
  t.equal(service.seen.at(-1)!.headers['x-cte-actor'], undefined, 'nobody is signed in')
  const cookie = await signIn(app, 'ctc-analyst')
  await fetch(`${api}/things`, { headers: { ...spoofed, cookie: `${cookie}; other=1` } })
  const { headers } = service.seen.at(-1)!
  t.equal(headers['x-cte-actor'], 'id=example-ctc-analyst; agency=CTC; role=editor')
  t.equal(headers.cookie, undefined)
  const written = await fetch(`${api}/things`, { method: 'POST', headers: { ...spoofed, cookie }, body: '{}' })
  t.equal(written.status, 201)
  t.equal(service.seen.at(-1)!.headers['x-cte-actor'], 'id=example-ctc-analyst; agency=CTC; role=editor')
  t.equal(written.headers.get('location'), '/api/standards/things/7?a=b')
})

t.test('a spoofed actor does not get through by repetition, capitals or the Connection header', async t => {
  const { app, api, service } = await before(t)
  const cookie = await signIn(app, 'viewer')
  const tries: string[][] = [
    ['X-CTE-ACTOR', 'id=a; agency=CDE; role=publisher', 'x-cte-actor', 'id=b; agency=CDE; role=publisher'],
    ['Connection', 'x-cte-actor', 'X-Cte-Actor', 'id=a; agency=CDE; role=publisher'],
  ]
  for (const headers of tries) {
    const outgoing = httpRequest(`${api}/things`, { headers: [...headers, 'Host', 'x', 'Cookie', cookie] })
    const [answer] = await once(outgoing.end(), 'response')
    answer.resume()
    t.equal(service.seen.at(-1)!.headers['x-cte-actor'], 'id=example-viewer; agency=CTC; role=viewer')
  }
})

t.test('without a session nothing is changed, and the body is not even passed on', async t => {
  const { api, service } = await before(t)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await fetch(`${api}/things`, { method, body: '{}' })
    t.equal(answer.status, 401)
    t.match(await answer.json(), { code: 'CTE_NOT_SIGNED_IN' })
  }
  t.strictSame(service.seen, [])
})

t.test('an expired session still reads, as the public, and is told so when it writes', async t => {
  const time = clock()
  const { app, api, service } = await before(t, { now: time.now })
  const cookie = await signIn(app)
  time.pass(9)
  t.equal((await fetch(`${api}/things`, { headers: { cookie } })).status, 200)
  t.equal(service.seen.at(-1)!.headers['x-cte-actor'], undefined)
  const refused = await fetch(`${api}/things`, { method: 'POST', headers: { cookie }, body: '{}' })
  t.equal(refused.status, 401)
  t.match(await refused.json(), { code: 'CTE_SESSION_EXPIRED', detail: /2026-11-30T16:00/ })
  t.equal(service.seen.length, 1)
})

t.test('a session slides with what is done in it, and its cookie is not written at every step', async t => {
  const time = clock()
  const { app, api } = await before(t, { now: time.now })
  let cookie = await signIn(app)
  const read = () => fetch(`${api}/things`, { headers: { cookie } })
  t.equal((await read()).headers.get('set-cookie'), null)
  for (let hours = 0; hours < 40; hours += 5) {
    time.pass(5)
    const slid = (await read()).headers.get('set-cookie')
    t.match(slid, /^cte_session=/)
    cookie = slid!.split(';', 1)[0]!
  }
  const written = await fetch(`${api}/things`, { method: 'POST', headers: { cookie }, body: '{}' })
  t.equal(written.status, 201)
})

t.test('a change from another origin is refused, whichever header tells', async t => {
  const { app, url, api, service } = await before(t)
  const cookie = await signIn(app)
  const post = (headers: Record<string, string>) =>
    fetch(`${api}/things`, { method: 'POST', headers: { cookie, ...headers }, body: '{}' })
  const refused: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://other.example' },
    { origin: 'null' },
    { origin: `${url}0` },
  ]
  for (const headers of refused) {
    const answer = await post(headers)
    t.equal(answer.status, 403, JSON.stringify(headers))
    t.match(await answer.json(), { code: 'CTE_OTHER_ORIGIN' })
  }
  t.strictSame(service.seen, [])
  t.equal((await post({ 'sec-fetch-site': 'same-origin', origin: url })).status, 201)
  t.equal((await post({ origin: url })).status, 201)
  const behindTls = await before(t, { env: { PUBLIC_CONSOLE_URL: 'https://console.example/' } })
  const theirs = { cookie: await signIn(behindTls.app), origin: 'https://console.example' }
  t.equal((await fetch(`${behindTls.api}/things`, { method: 'POST', headers: theirs, body: '{}' })).status, 201)
})

t.test('bodies of any kind and answers of any status pass as they are', async t => {
  const { app, api } = await before(t)
  const cookie = await signIn(app)
  const removed = await fetch(`${api}/things/7`, { method: 'DELETE', headers: { cookie } })
  t.equal(removed.status, 204)
  const refused = await fetch(`${api}/refused`)
  t.equal(refused.status, 412)
  t.match(refused.headers.get('content-type'), 'application/problem+json')
  t.strictSame(await refused.json(), { code: 'CTE_CHANGED_MEANWHILE' })
  const moved = await fetch(`${api}/moved`, { redirect: 'manual' })
  t.equal(moved.headers.get('location'), 'https://elsewhere.example/x')
  const head = await fetch(`${api}/things`, { method: 'HEAD' })
  t.equal(head.status, 200)
  t.equal(head.headers.get('etag'), '"v3"')
  for (const type of ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', undefined]) {
    const headers = { cookie, ...(type && { 'content-type': type }) }
    const body = new Uint8Array([0, 255, 1, 254])
    const answer = await fetch(`${api}/swallow`, { method: 'PUT', headers, body })
    t.strictSame(await answer.json(), { bytes: 4 }, type ?? 'of no kind')
  }
})

t.test('a long list is packed for whoever takes it so, and nothing else is', async t => {
  const { api } = await before(t)
  const ask = (path: string, headers = {}, method = 'GET') => fetch(`${api}${path}`, { method, headers })
  const packed = await ask('/list')
  t.strictSame([packed.headers.get('content-encoding'), packed.headers.get('etag')], ['gzip', '"v4"'])
  t.match(packed.headers.get('vary'), /accept-encoding/i)
  t.strictSame(await packed.json(), { items: LIST })
  const plain = await ask('/list', { 'accept-encoding': 'identity' })
  t.equal(plain.headers.get('content-encoding'), null)
  t.strictSame(await plain.json(), { items: LIST })
  for (const [path, method] of [
    ['/things', 'GET'],
    ['/refused', 'GET'],
    ['/list', 'HEAD'],
    ['/page', 'GET'],
  ] as const)
    t.equal((await ask(path, {}, method)).headers.get('content-encoding'), null, `${method} ${path}`)
})

t.test('what a service sends as a page may do nothing beyond its own policy', async t => {
  const { api } = await before(t)
  const policy = async (path: string) => (await fetch(`${api}${path}`)).headers.get('content-security-policy')
  t.equal(await policy('/paper'), "default-src 'none'; style-src 'sha256-x'")
  t.match(await policy('/page'), /^default-src 'none';/)
})

const MEGABYTE = 1024 * 1024

/** Waits until the number stays as it is. */
async function settled(read: () => number): Promise<number> {
  for (let last = -1; ; await sleep(100)) {
    if (read() === last && last > 0) return last
    last = read()
  }
}

t.test('an upload goes no faster than the service takes it, and arrives whole', async t => {
  const { app, api, service } = await before(t)
  const cookie = await signIn(app)
  const release = service.hold()
  let made = 0
  const body = stream(200 * MEGABYTE, { onMade: count => (made += count) })
  const init = { method: 'PUT', headers: { cookie }, body, duplex: 'half' } as RequestInit
  const sent = fetch(`${api}/swallow`, init)
  const held = await settled(() => made)
  t.ok(held < 40 * MEGABYTE, `${Math.round(held / MEGABYTE)} MB were on the way`)
  release()
  t.strictSame(await (await sent).json(), { bytes: 200 * MEGABYTE })
})

t.test('a download goes no faster than the client takes it, and arrives whole', async t => {
  const { api, service } = await before(t)
  const answer = await fetch(`${api}/big/${200 * MEGABYTE}`)
  const held = await settled(service.made)
  t.ok(held < 40 * MEGABYTE, `${Math.round(held / MEGABYTE)} MB were on the way`)
  let got = 0
  for await (const piece of answer.body!) got += piece.length
  t.equal(got, 200 * MEGABYTE)
})

t.test('a service that is away is named, and the client can read the answer though it was still sending', async t => {
  const { app, url } = await before(t)
  const cookie = await signIn(app)
  const read = await fetch(`${url}/api/course-codes/sequences`)
  t.equal(read.status, 503)
  t.match(await read.json(), { code: 'CTE_UNAVAILABLE', detail: /course-codes/ })
  const body = stream(20 * 1024 * 1024)
  const init = { method: 'POST', headers: { cookie }, body, duplex: 'half' } as RequestInit
  const written = await fetch(`${url}/api/course-codes/imports`, init)
  t.equal(written.status, 503)
  t.match(await written.json(), { code: 'CTE_UNAVAILABLE' })
})

t.test('a service that comes back is found again, over connections that had gone stale', async t => {
  const { api, service, app } = await before(t)
  t.equal((await fetch(`${api}/things`)).status, 200)
  await service.close()
  t.equal((await fetch(`${api}/things`)).status, 503)
  t.equal((await app.inject('/health/live')).statusCode, 200)
})

t.test('a service that says nothing is not waited for for ever', async t => {
  const { api, service } = await before(t, { limits: { silenceMs: 200 } })
  const answer = await fetch(`${api}/silent`)
  t.equal(answer.status, 504)
  t.match(await answer.json(), { code: 'CTE_SERVICE_SILENT', detail: /standards/ })
  while (service.left() < 1) await sleep(5)
})

t.test('a client that goes takes its request with it', async t => {
  const { api, service } = await before(t)
  const asking = new AbortController()
  const gone = fetch(`${api}/silent`, { signal: asking.signal })
  while (service.seen.length === 0) await sleep(5)
  asking.abort()
  await t.rejects(gone)
  while (service.left() < 1) await sleep(5)
  t.equal(service.left(), 1)
})

t.test('an answer that breaks off breaks off here too, and is not taken for a whole one', async t => {
  const { api } = await before(t)
  for (const path of ['/breaks', '/list/breaks'])
    await t.rejects((await fetch(`${api}${path}`)).text(), TypeError, path)
})

t.test('the documentation works where it is shown, without what is not public', async t => {
  const { api } = await before(t)
  const bare = await fetch(`${api}/documentation`, { redirect: 'manual' })
  t.equal(bare.headers.get('location'), '/api/standards/documentation/', 'so that its relative addresses hold')
  const page = await fetch(`${api}/documentation/`)
  t.equal(page.status, 200)
  t.match(page.headers.get('content-security-policy'), /default-src 'self'.*style-src 'self' 'unsafe-inline'/)
  const told = await fetch(`${api}/documentation/json`)
  const document = (await told.json()) as { paths: object; components: { securitySchemes: { actor: object } } }
  t.match(document, { openapi: '3.1.0', servers: [{ url: '/api/standards' }] })
  t.strictSame(Object.keys(document.paths), ['/things'])
  t.match(document.components.securitySchemes.actor, { in: 'cookie' })
})
