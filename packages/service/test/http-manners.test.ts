import { once } from 'node:events'
import { connect } from 'node:net'
import { createMemoryBus } from '@cte-align/bus'
import t, { type Test } from 'tap'
import { z } from 'zod'
import {
  ActorAndVersion,
  ActorHeader,
  type BuildServiceOptions,
  buildService,
  createLog,
  defineErrors,
  etagOf,
  PageQuery,
  problem,
  requireActor,
  requireMatch,
  responses,
} from '../src/index.ts'
import { noDatabase, silent } from './silent.ts'

const Thing = z.object({ id: z.string(), title: z.string() })

async function thingService(t: Test, options: Partial<BuildServiceOptions> = {}) {
  const app = await buildService({
    env: { LOG_LEVEL: 'silent' },
    name: 'standards',
    title: 'Things',
    description: 'For a test',
    version: '1.2.3',
    bus: createMemoryBus(),
    db: noDatabase,
    logger: silent,
    ...options,
  })
  app.post(
    '/things',
    {
      schema: {
        headers: ActorHeader,
        body: z.strictObject({ title: z.string().min(1), parts: z.array(z.strictObject({ n: z.int() })).default([]) }),
        response: { 201: Thing, ...responses(401, 403, 413, 415) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, { agencies: ['CDE'], roles: ['editor'] })
      return reply.code(201).send({ id: actor.id, title: request.body.title })
    },
  )
  app.get(
    '/things',
    { schema: { querystring: PageQuery, response: { 200: PageQuery, ...responses() } } },
    async r => r.query,
  )
  app.get(
    '/things/:id',
    { schema: { params: z.strictObject({ id: z.string().max(5) }) } },
    async request => request.params,
  )
  app.get('/things/:id/parts/:part', async () => 'a part')
  app.put('/things/:id/parts/:part', async () => 'a part')
  app.post('/things/:id/parts/import', async () => 'imported')
  app.get('/things/export', { schema: { response: { 200: z.string() } } }, async () => 'all')
  app.put(
    '/things/:id',
    { schema: { headers: ActorAndVersion, response: { 200: Thing, ...responses(412, 428) } } },
    async (request, reply) => {
      requireMatch(request, 3)
      return reply.header('etag', etagOf(4)).send({ id: '1', title: 'changed' })
    },
  )
  app.get('/wrong', { schema: { response: { 200: Thing } } }, async () => ({ id: 'secret-7' }) as never)
  app.get('/broken', { schema: { response: { 200: Thing, ...responses() } } }, async () => {
    throw new Error('password hunter2 refused')
  })
  app.get('/away', { schema: { response: { 200: Thing, ...responses(503) } } }, async () => {
    throw Object.assign(new Error('no'), { code: 'CTE_NO_RESPONDER' })
  })
  await app.ready()
  t.teardown(() => app.close())
  return app
}

const editor = { 'x-cte-actor': 'id=mlopez; agency=CDE; role=editor' }

t.test('a good request passes and carries its ids back', async t => {
  const app = await thingService(t)
  const answer = await app.inject({
    method: 'POST',
    url: '/things',
    headers: { ...editor, 'x-request-id': 'r-1', 'x-correlation-id': 'c-1' },
    payload: { title: 'x' },
  })
  t.equal(answer.statusCode, 201)
  t.strictSame(answer.json(), { id: 'mlopez', title: 'x' })
  t.match(answer.headers, { 'x-request-id': 'r-1', 'x-correlation-id': 'c-1' })
})

t.test('ids that could forge a log line are replaced', async t => {
  const app = await thingService(t)
  const answer = await app.inject({ url: '/things', headers: { 'x-request-id': 'a b"{}', 'x-correlation-id': 'é' } })
  t.match(answer.headers['x-request-id'], /^[0-9a-f-]{36}$/)
  t.equal(answer.headers['x-correlation-id'], answer.headers['x-request-id'])
})

t.test('input that is not as described is refused with a pointer to each field', async t => {
  const app = await thingService(t)
  const answer = await app.inject({
    method: 'POST',
    url: '/things',
    headers: editor,
    payload: { title: '', parts: [{ n: 'x' }], extra: 1 },
  })
  t.equal(answer.statusCode, 400)
  t.equal(answer.headers['content-type'], 'application/problem+json')
  const body = answer.json()
  t.match(body, { code: 'CTE_INVALID_INPUT', status: 400, title: 'Invalid input', requestId: String })
  t.strictSame(body.errors.map((e: { path: string }) => e.path).sort(), [
    '/body/extra',
    '/body/parts/0/n',
    '/body/title',
  ])
  t.match((await app.inject('/things?limit=0&x=1')).json().errors, [{ path: '/query/limit' }, { path: '/query/x' }])
  t.match((await app.inject('/things/toolong')).json().errors, [{ path: '/path/id' }])
})

const refusals: [string, number, string, Record<string, unknown>][] = [
  [
    'malformed JSON',
    400,
    'CTE_MALFORMED_JSON',
    { payload: '{"title":', headers: { 'content-type': 'application/json' } },
  ],
  ['an empty JSON body', 400, 'CTE_MALFORMED_JSON', { payload: '', headers: { 'content-type': 'application/json' } }],
  [
    'a poisonous JSON body',
    400,
    'CTE_MALFORMED_JSON',
    { payload: '{"__proto__":{"a":1}}', headers: { 'content-type': 'application/json' } },
  ],
  ['no body', 400, 'CTE_INVALID_INPUT', {}],
  [
    'an unknown content type',
    415,
    'CTE_UNSUPPORTED_MEDIA_TYPE',
    { payload: '<a/>', headers: { 'content-type': 'text/xml' } },
  ],
  ['a body of more than a megabyte', 413, 'CTE_TOO_LARGE', { payload: { title: 'x'.repeat(1024 * 1024) } }],
  ['nobody acting', 401, 'CTE_NO_ACTOR', { payload: { title: 'x' } }],
  ['a malformed actor', 401, 'CTE_BAD_ACTOR', { payload: { title: 'x' }, headers: { 'x-cte-actor': 'mlopez' } }],
  [
    'an actor with a made-up role',
    401,
    'CTE_BAD_ACTOR',
    { payload: { title: 'x' }, headers: { 'x-cte-actor': 'id=m; agency=CDE; role=king' } },
  ],
  [
    'an actor given twice',
    401,
    'CTE_BAD_ACTOR',
    { payload: { title: 'x' }, headers: { 'x-cte-actor': 'id=m; id=n; agency=CDE; role=editor' } },
  ],
  [
    'another agency',
    403,
    'CTE_NOT_ALLOWED',
    { payload: { title: 'x' }, headers: { 'x-cte-actor': 'id=m; agency=CTC; role=editor' } },
  ],
]
t.test('refusals', async t => {
  const app = await thingService(t)
  for (const [title, status, code, request] of refusals)
    t.test(`${title}: ${status} ${code}`, async t => {
      const answer = await app.inject({ method: 'POST', url: '/things', ...request })
      t.equal(answer.statusCode, status)
      t.equal(answer.headers['content-type'], 'application/problem+json')
      t.match(answer.json(), { code, status })
    })
})

t.test('who may is named', async t => {
  const app = await thingService(t)
  const headers = { 'x-cte-actor': 'id=m; agency=CTC; role=editor' }
  const { detail } = (await app.inject({ method: 'POST', url: '/things', payload: { title: 'x' }, headers })).json()
  t.equal(detail, 'm (CTC editor) may not do this; CDE with the role editor may')
})

t.test('If-Match must name the current version', async t => {
  const app = await thingService(t)
  const put = (given?: string) =>
    app.inject({ method: 'PUT', url: '/things/1', ...(given !== undefined && { headers: { 'if-match': given } }) })
  t.match((await put()).json(), { status: 428, code: 'CTE_IF_MATCH_MISSING' })
  t.match((await put('"v2"')).json(), {
    status: 412,
    code: 'CTE_CHANGED_MEANWHILE',
    detail: /the current version is "v3"/,
  })
  t.match((await put('W/"v3"')).json(), { status: 412 })
  t.match((await put('*')).json(), { status: 400, code: 'CTE_BAD_IF_MATCH' })
  t.match((await put('v3')).json(), { status: 400, code: 'CTE_BAD_IF_MATCH' })
  t.match((await put('"v3" "v4"')).json(), { status: 400, code: 'CTE_BAD_IF_MATCH' })
  t.equal((await put('"a,b" ,"v3"')).statusCode, 200, 'a comma may be part of a tag')
  const good = await put('"v9", "v3"')
  t.equal(good.statusCode, 200)
  t.equal(good.headers.etag, '"v4"')
})

t.test('what is not there is 404, what is there under another method is 405 with Allow', async t => {
  const app = await thingService(t)
  t.match((await app.inject('/nothing')).json(), { status: 404, code: 'CTE_NO_SUCH_ROUTE' })
  for (const method of ['DELETE', 'PATCH', 'OPTIONS'] as const) {
    const answer = await app.inject({ method, url: '/things?x=1' })
    t.equal(answer.statusCode, 405, method)
    t.equal(answer.headers.allow, 'GET, HEAD, POST')
    t.match(answer.json(), { code: 'CTE_METHOD_NOT_ALLOWED' })
  }
  t.equal((await app.inject({ method: 'DELETE', url: '/things/7' })).headers.allow, 'GET, HEAD, PUT')
})

t.test('a list beside things is no thing: methods of things are 405 there', async t => {
  const app = await thingService(t)
  t.equal((await app.inject('/things/export?x=1')).body, 'all')
  const answer = await app.inject({ method: 'PUT', url: '/things/export' })
  t.match(answer.json(), { status: 405, code: 'CTE_METHOD_NOT_ALLOWED' })
  t.equal(answer.headers.allow, 'GET, HEAD')
  t.equal((await app.inject({ method: 'POST', url: '/things/7/parts/import' })).body, 'imported')
  t.equal((await app.inject('/things/7/parts/9')).body, 'a part')
  for (const method of ['GET', 'PUT', 'OPTIONS'] as const) {
    const below = await app.inject({ method, url: '/things/7/parts/import' })
    t.match([below.statusCode, below.headers.allow], [405, 'POST'], `${method} of an import below a thing`)
  }
})

t.test('a text with NUL or half a surrogate pair is refused wherever it stands', async t => {
  const app = await thingService(t)
  const post = (payload: string) =>
    app.inject({ method: 'POST', url: '/things', headers: { ...editor, 'content-type': 'application/json' }, payload })
  const refused = (path: string) => ({ status: 400, code: 'CTE_INVALID_INPUT', errors: [{ path }] })
  t.match((await post('{"title":"a\\u0000b"}')).json(), refused('/body/title'))
  t.match((await post('{"title":"a","parts":[{"n":1},{"n":"\\ud800"}]}')).json(), refused('/body/parts/1/n'))
  t.match((await post('{"title":"a","\\udc00":1}')).json(), refused('/body'))
  t.match((await app.inject('/things?cursor=a%00b')).json(), refused('/query/cursor'))
  t.match((await app.inject('/things/a%00')).json(), refused('/path/id'))
  t.equal((await post('{"title":"\\ud83d\\ude00"}')).statusCode, 201, 'a whole pair is a character')
})

t.test('a body nested a hundred thousand deep is refused like any other that is not as described', async t => {
  const app = await thingService(t)
  const payload = `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const headers = { ...editor, 'content-type': 'application/json' }
  const answer = await app.inject({ method: 'POST', url: '/things', headers, payload })
  t.match(answer.json(), { status: 400 })
})

t.test('what does not become a request is refused in the same words', async t => {
  const app = await thingService(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const say = async (text: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(text)
    let answer = ''
    socket.on('data', data => {
      answer += data
    })
    await once(socket, 'close')
    return answer
  }
  const long = await say(`GET /things?cursor=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
  t.match(long, /^HTTP\/1\.1 431 .*application\/problem\+json.*"code":"CTE_HEADERS_TOO_LARGE"/s)
  const nonsense = await say('HELLO\r\n\r\n')
  t.match(nonsense, /^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"CTE_BAD_REQUEST"/s)
})

t.test('an address that cannot be decoded is refused in the same words', async t => {
  const app = await thingService(t)
  const answer = await app.inject('/things/%zz')
  t.equal(answer.headers['content-type'], 'application/problem+json')
  t.match(answer.json(), { status: 400, code: 'CTE_BAD_REQUEST', requestId: String, correlationId: /./ })
})

t.test('odd methods over a real socket are 405 too', async t => {
  const app = await thingService(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  for (const method of ['QUERY', 'TRACE', 'PROPFIND', 'SEARCH', 'PURGE', 'LINK', 'M-SEARCH']) {
    const socket = connect(port, '127.0.0.1')
    socket.write(`${method} /things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    let answer = ''
    socket.on('data', data => {
      answer += data
    })
    await once(socket, 'close')
    t.match(answer, /^HTTP\/1\.1 405 /, method)
    t.match(answer, /allow: GET, HEAD, POST/i)
  }
})

t.test('what is ours to mend is told without details', async t => {
  const lines: string[] = []
  const logger = createLog({ name: 'standards' }, { write: line => void lines.push(line) })
  const app = await thingService(t, { logger })
  for (const url of ['/broken', '/wrong']) {
    const answer = await app.inject({ url, headers: { 'x-correlation-id': 'c-9' } })
    t.equal(answer.statusCode, 500)
    t.equal(answer.headers['content-type'], 'application/problem+json')
    t.match(answer.json(), { code: 'CTE_INTERNAL', correlationId: 'c-9' })
    t.notMatch(answer.body, /hunter2|secret-7|expected/)
  }
  t.match((await app.inject('/away')).json(), { status: 503, code: 'CTE_UNAVAILABLE' })
  const logged = lines.map(line => JSON.parse(line))
  t.ok(logged.some(line => line.err?.message === 'password hunter2 refused'))
  const ofRequests = logged.filter(line => line.req ?? line.res)
  t.ok(ofRequests.length > 0)
  for (const line of ofRequests) t.match(line, { service: 'standards', requestId: String, correlationId: String })
})

t.test('OpenAPI 3.1 declares the problems as problem+json', async t => {
  const app = await thingService(t)
  const document = (await app.inject('/documentation/json')).json()
  t.equal(document.openapi, '3.1.0')
  t.match(document.info, { title: 'Things', version: '1.2.3' })
  const { responses: declared } = document.paths['/things'].post
  t.strictSame(Object.keys(declared), ['201', '400', '401', '403', '413', '415', '431', '500'])
  t.ok(declared['403'].content['application/problem+json'].schema)
  t.strictSame(document.paths['/things'].post.security, [{ actor: [] }])
  t.strictSame(document.paths['/things'].get.security, [])
  const put = document.paths['/things/{id}'].put
  t.strictSame(put.security, [{ actor: [] }])
  const headers = put.parameters.filter((parameter: { in: string }) => parameter.in === 'header')
  t.match(headers, [{ name: 'if-match' }], 'the actor is told once, as the security scheme')
  t.equal(headers.length, 1)
  t.equal((await app.inject('/documentation')).statusCode, 200)
})

t.test('a service is live at once, and ready when database, bus and its own checks say so', async t => {
  const bus = createMemoryBus()
  let own = 'fine'
  let database = true
  const app = await thingService(t, {
    bus,
    db: { ...noDatabase, ping: async () => (database ? undefined : Promise.reject(new Error('away'))) } as never,
    checks: {
      seeds: async () => {
        if (own !== 'fine') throw new Error(own)
        return own
      },
    },
  })
  t.strictSame((await app.inject('/health/live')).json(), { alive: true })
  const ready = await app.inject('/health/ready')
  t.equal(ready.statusCode, 200)
  t.match(ready.json(), { ready: true, syncAlways: 'unknown', checks: { seeds: { ok: true, detail: 'fine' } } })
  own = 'no seeds'
  t.match((await app.inject('/health/ready')).json(), {
    ready: false,
    checks: { seeds: { ok: false, detail: 'no seeds' } },
  })
  own = 'fine'
  database = false
  t.equal((await app.inject('/health/ready')).statusCode, 503)
  database = true
  bus.sever()
  t.match((await app.inject('/health/ready')).json(), { ready: false, checks: { bus: { ok: false } } })
})

t.test('a NATS server that does not sync always makes the service not ready', async t => {
  const monitor = await thingService(t)
  let syncAlways: boolean | undefined = true
  const { fastify } = await import('fastify')
  const varz = fastify()
  varz.get('/varz', async () => ({
    jetstream: { config: syncAlways === undefined ? {} : { sync_always: syncAlways } },
  }))
  await varz.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => varz.close())
  const { port } = varz.server.address() as { port: number }
  const app = await thingService(t, { env: { LOG_LEVEL: 'silent', NATS_MONITOR_URL: `http://127.0.0.1:${port}` } })
  t.match((await app.inject('/health/ready')).json(), { ready: true, syncAlways: true })
  syncAlways = undefined
  t.match((await app.inject('/health/ready')).json(), { ready: false, syncAlways: false })
  t.match((await monitor.inject('/health/ready')).json(), { syncAlways: 'unknown' })
})

t.test('metrics count requests by route, each instance for itself', async t => {
  const app = await thingService(t)
  const other = await thingService(t)
  await app.inject('/things/1')
  await app.inject('/things/2')
  const text = (await app.inject('/metrics')).body
  t.match(text, /cte_http_request_duration_seconds_count\{[^}]*route="\/things\/:id"[^}]*\} 2/)
  t.match(text, /process_cpu_user_seconds_total/)
  t.match(text, /cte_outbox_depth/)
  t.notMatch((await other.inject('/metrics')).body, /route="\/things\/:id"/)
})

t.test('a connection that was opened in advance and asks for nothing does not hold up closing', async t => {
  const app = await thingService(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const socket = connect(port, '127.0.0.1')
  await Promise.all([once(socket, 'connect'), once(app.server, 'connection')])
  const gone = once(socket.resume(), 'close')
  await app.close()
  await gone
  t.ok(socket.destroyed)
})

t.test('closing finishes requests, then runs hooks of the service, then closes bus and database', async t => {
  const order: string[] = []
  const bus = createMemoryBus()
  const app = await buildService({
    env: { LOG_LEVEL: 'silent' },
    name: 'standards',
    title: 't',
    description: 'd',
    version: '1',
    bus: { ...bus, close: async () => void order.push('bus') },
    db: { ...noDatabase, close: async () => void order.push('database') } as never,
    logger: silent,
  })
  app.get('/slow', async () => {
    await new Promise(resolve => setTimeout(resolve, 100))
    order.push('request')
    return 'done'
  })
  app.addHook('onClose', async () => void order.push('relay'))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const answer = fetch(`http://127.0.0.1:${port}/slow`)
  await new Promise(resolve => setTimeout(resolve, 40))
  await app.close()
  t.equal(await (await answer).text(), 'done')
  t.strictSame(order, ['request', 'relay', 'bus', 'database'])
})

t.test('a service defines its own errors, once', async t => {
  const own = defineErrors({ CTE_NO_SUCH_THING: { status: 404, title: 'No such thing', message: 'No thing {id}' } })
  t.match(own('CTE_NO_SUCH_THING', { id: 'HST.B7.0' }), {
    code: 'CTE_NO_SUCH_THING',
    message: 'No thing HST.B7.0',
    status: 404,
  })
  t.match(problem('CTE_NO_SUCH_THING', { id: 1 }), { message: 'No thing 1' })
  t.throws(() => defineErrors({ CTE_NO_SUCH_THING: { status: 410, title: 'x', message: 'y' } }), /already/)
  t.throws(() => problem('CTE_UNHEARD_OF'), /No error/)
})
