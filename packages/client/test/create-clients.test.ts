import t from 'tap'
import {
  type Answer,
  ApiProblem,
  answerOf,
  type Body,
  createClients,
  given,
  type Item,
  type Query,
} from '../src/index.ts'

/** Clients whose every request is kept and answered by `reply`. */
function clientsOn(reply: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = []
  const clients = createClients({
    baseUrl: 'http://console.test/api',
    fetch: async request => {
      requests.push(request)
      return reply(request)
    },
  })
  return { ...clients, requests }
}

const json = (
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
) => Response.json(body, { status, headers })

const refusal = {
  ...{ type: 'urn:cte-align:problem:CTE_CHANGED_MEANWHILE', title: 'Changed meanwhile', status: 412 },
  ...{
    detail: 'If-Match names "v1", it is "v2" now',
    code: 'CTE_CHANGED_MEANWHILE',
    requestId: 'r1',
    correlationId: 'c1',
  },
}

/** The problem that a call ends with. */
async function problemOf(call: Parameters<typeof answerOf>[0]): Promise<ApiProblem> {
  const error = await answerOf(call).catch((reason: unknown) => reason)
  if (error instanceof ApiProblem) return error
  throw new Error(`not a problem: ${error}`)
}

t.test('each service is asked under its own name', async t => {
  const { standards, credentials, courseCodes, flags, requests } = clientsOn(() => json({ items: [] }))
  await answerOf(standards.GET('/frameworks/{key}', { params: { path: { key: 'ca mcs/2013' } } }))
  await answerOf(credentials.GET('/flags', { params: { query: { state: 'open', limit: 5 } } }))
  await answerOf(courseCodes.GET('/course-codes'))
  await answerOf(flags.ctc.GET('/flags/{id}', { params: { path: { id: 'f' } } }))
  await answerOf(flags.calpads.GET('/flags/groups', { params: { query: { by: 'sector' } } }))
  t.strictSame(
    requests.map(({ method, url }) => `${method} ${url}`),
    [
      'GET http://console.test/api/standards/frameworks/ca%20mcs%2F2013',
      'GET http://console.test/api/credentials/flags?state=open&limit=5',
      'GET http://console.test/api/course-codes/course-codes',
      'GET http://console.test/api/credentials/flags/f',
      'GET http://console.test/api/course-codes/flags/groups?by=sector',
    ],
  )
})

t.test('an answer comes with its version and what ties it to the log', async t => {
  const headers = { etag: '"v3"', 'x-correlation-id': 'c7', location: '/proposals/p1' }
  const { standards, requests } = clientsOn(() => json({ id: 'p1' }, { status: 201, headers }))
  const body: Body<'standards', '/proposals', 'post'> = { framework: 'ca-mcs-2013', title: 'A hypothetical change' }
  const answer = await answerOf(standards.POST('/proposals', { body }))
  const data: Answer<'standards', '/proposals', 'post'> = answer.data
  t.equal(data.id, 'p1')
  t.match(answer, { etag: '"v3"', correlationId: 'c7', location: '/proposals/p1' })
  t.strictSame(await requests[0]!.json(), body)
})

t.test('an answer without a body is undefined', async t => {
  const { credentials } = clientsOn(() => new Response(null, { status: 204 }))
  const path = { params: { path: { id: 'v1' }, header: { 'if-match': '"v1"' } } }
  const { data } = await answerOf(credentials.DELETE('/views/{id}', path))
  t.equal(data, undefined)
})

t.test('a refusal is thrown with all that the service says of it', async t => {
  const errors = [{ path: '/body/title', message: 'too long' }]
  const headers = { 'x-request-id': 'r1', 'x-correlation-id': 'c1', 'retry-after': '30' }
  const { standards } = clientsOn(() => json({ ...refusal, errors }, { status: 412, headers }))
  const problem = await problemOf(standards.GET('/frameworks'))
  const { status, code, title, detail, message, requestId, correlationId, retryAfter } = problem
  t.strictSame(
    { status, code, title, detail, message, requestId, correlationId, retryAfter, errors: problem.errors },
    {
      ...{ status: 412, code: refusal.code, title: refusal.title, detail: refusal.detail, message: refusal.detail },
      ...{ requestId: 'r1', correlationId: 'c1', retryAfter: 30, errors },
    },
  )
})

t.test('nobody answering is a problem of its own', async t => {
  const cause = new TypeError('fetch failed')
  const { standards } = clientsOn(() => Promise.reject(cause))
  const problem = await problemOf(standards.GET('/frameworks'))
  t.match(problem, { status: 0, code: 'CTE_UNREACHABLE', requestId: null, retryAfter: null })
  t.equal(problem.cause, cause)
})

t.test('an answer that breaks off is as good as none', async t => {
  const broken = new ReadableStream({
    pull(controller) {
      controller.error(new TypeError('terminated'))
    },
  })
  const { standards } = clientsOn(() => new Response(broken, { headers: { 'content-type': 'application/json' } }))
  t.match(await problemOf(standards.GET('/frameworks')), { code: 'CTE_UNREACHABLE', cause: { message: 'terminated' } })
})

t.test('a table comes as text to whoever asks for text', async t => {
  const table = () => new Response('code,title', { headers: { 'content-type': 'text/csv; charset=utf-8' } })
  const { courseCodes } = clientsOn(table)
  t.equal((await answerOf(courseCodes.GET('/course-codes/export', { parseAs: 'text' }))).data, 'code,title')
})

t.test('what is not asked for is not in the address', async t => {
  const { credentials, requests } = clientsOn(() => json({ items: [] }))
  const asked: { q: string | undefined; limit: number | undefined } = { q: undefined, limit: 5 }
  await answerOf(credentials.GET('/flags', { params: { query: given(asked) } }))
  t.equal(requests[0]!.url, 'http://console.test/api/credentials/flags?limit=5')
})

t.test('what is no answer of ours is not taken for one', async t => {
  const html = '<!doctype html><title>502</title>'
  const page = (status: number) => () => new Response(html, { status, headers: { 'content-type': 'text/html' } })
  const between = await problemOf(clientsOn(page(502)).standards.GET('/frameworks'))
  t.match(between, { status: 502, code: 'CTE_UNREADABLE_ANSWER', detail: /502 with text\/html/ })
  const instead = await problemOf(clientsOn(page(200)).standards.GET('/frameworks'))
  t.match(instead, { status: 200, code: 'CTE_UNREADABLE_ANSWER', detail: /200 with text\/html/ })
  const half = () => new Response('{"items": [', { headers: { 'content-type': 'application/json' } })
  t.match(await problemOf(clientsOn(half).standards.GET('/frameworks')), { status: 0, code: 'CTE_UNREADABLE_ANSWER' })
  const later = () => json('no', { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } })
  t.match(await problemOf(clientsOn(later).standards.GET('/frameworks')), { status: 503, retryAfter: null })
})

t.test('who gives up gets their own reason back', async t => {
  const given = new AbortController()
  const { standards } = clientsOn(async request => {
    given.abort(new Error('another page was opened'))
    throw request.signal.reason
  })
  await t.rejects(answerOf(standards.GET('/frameworks', { signal: given.signal })), /another page was opened/)
})

t.test('the types name what is asked and what is answered', async t => {
  const query: Query<'credentials', '/flags', 'get'> = { state: 'open' }
  const flag: Pick<Item<'credentials', '/flags', 'get'>, 'severity'> = { severity: 'breaking' }
  // @ts-expect-error: there is no such severity
  const wrong: typeof flag = { severity: 'terrible' }
  const gone: Answer<'credentials', '/views/{id}', 'delete'> = undefined
  t.strictSame([query.state, flag.severity, wrong.severity, gone], ['open', 'breaking', 'terrible', undefined])
})
