import t from 'tap'
import { clock, consoleFor, signIn } from './console.ts'

const readSession = async (app: Awaited<ReturnType<typeof consoleFor>>, cookie?: string) =>
  (await app.inject({ url: '/api/console/session', headers: cookie === undefined ? {} : { cookie } })).json()

t.test('without a session nobody acts, and the page is told how one signs in', async t => {
  const app = await consoleFor(t)
  const session = await readSession(app)
  t.match(session, { actor: null, expires: null, signIn: { kind: 'personas' } })
  const { personas } = session.signIn
  t.equal(new Set(personas.map(({ key }: { key: string }) => key)).size, personas.length)
  const jobs = ['CDE editor', 'CDE approver', 'CDE publisher', 'CDE administrator', 'CTC editor', 'CTC approver']
  const offered = personas.map(({ agency, role }: { agency: string; role: string }) => `${agency} ${role}`)
  for (const job of [...jobs, 'CALPADS editor', 'CALPADS approver']) t.ok(offered.includes(job), job)
})

t.test('every persona can sign in and is what the list says', async t => {
  const app = await consoleFor(t)
  for (const { key, name, agency, role } of (await readSession(app)).signIn.personas) {
    const session = await readSession(app, await signIn(app, key))
    t.strictSame(session.actor, { id: `example-${key}`, agency, role, name })
  }
})

t.test('signing in sets a cookie that scripts and other sites do not get', async t => {
  const clear = await consoleFor(t)
  const begin = { method: 'POST', url: '/api/console/session', payload: { persona: 'ctc-analyst' } } as const
  const answer = await clear.inject(begin)
  t.match(answer.json(), { actor: { agency: 'CTC', role: 'editor' }, signIn: { kind: 'personas' } })
  const cookie = String(answer.headers['set-cookie'])
  t.match(cookie, /^cte_session=[^;]+; Path=\/api; HttpOnly; SameSite=Strict$/)
  t.equal(answer.headers['strict-transport-security'], undefined)
  const secured = await consoleFor(t, { env: { PUBLIC_CONSOLE_URL: 'https://console.example' } })
  const behindTls = await secured.inject(begin)
  t.match(behindTls.headers['set-cookie'], /; Secure/)
  t.match(behindTls.headers['strict-transport-security'], /max-age=31536000/)
})

t.test('signing out takes the cookie away, also where there was none', async t => {
  const app = await consoleFor(t)
  for (const headers of [{}, { cookie: await signIn(app) }]) {
    const answer = await app.inject({ method: 'DELETE', url: '/api/console/session', headers })
    t.equal(answer.statusCode, 204)
    t.match(answer.headers['set-cookie'], /^cte_session=; .*Expires=Thu, 01 Jan 1970/)
  }
})

t.test('a cookie that was changed, or signed with another secret, is as good as none', async t => {
  const app = await consoleFor(t)
  const cookie = await signIn(app)
  t.match(await readSession(app, cookie), { actor: { agency: 'CDE' } })
  const [, value = '', signature = ''] = /^cte_session=([^.]+)\.(.+)$/.exec(cookie) ?? []
  const administrator = Buffer.from(JSON.stringify({ subject: 'cde-administrator', until: 9e12 })).toString('base64url')
  const forged = [
    `${administrator}.${signature}`,
    `${value}.${signature.slice(0, -2)}AA`,
    value,
    `${value}.`,
    administrator,
    '',
    'x',
    '%',
    's:x.y',
  ]
  for (const each of forged)
    t.equal((await readSession(app, `cte_session=${each}`)).actor, null, JSON.stringify(each.slice(0, 20)))
  const other = await consoleFor(t, { env: { CTE_SESSION_SECRET: 'another secret, likewise for these tests' } })
  t.equal((await readSession(other, cookie)).actor, null)
  const twin = await consoleFor(t)
  t.match(await readSession(twin, cookie), { actor: { agency: 'CDE' } }, 'an instance with the same secret knows it')
})

t.test('a session ends eight hours after it was last used', async t => {
  const time = clock()
  const app = await consoleFor(t, { now: time.now })
  const cookie = await signIn(app)
  t.equal((await readSession(app, cookie)).expires, '2026-11-30T16:00:00.000Z')
  time.pass(7.99)
  t.match(await readSession(app, cookie), { actor: { role: 'editor' }, expires: '2026-11-30T16:00:00.000Z' })
  time.pass(0.02)
  t.match(await readSession(app, cookie), { actor: null, expires: null })
})

t.test('what is no persona is refused by name, and no cookie is set', async t => {
  const app = await consoleFor(t)
  const begin = (payload: object) => app.inject({ method: 'POST', url: '/api/console/session', payload })
  const unknown = await begin({ persona: 'superintendent' })
  t.equal(unknown.statusCode, 422)
  t.match(unknown.json(), { code: 'CTE_NO_SUCH_PERSONA', detail: /superintendent.*cde-editor/ })
  t.equal(unknown.headers['set-cookie'], undefined)
  t.equal((await begin({ persona: 'cde-editor', agency: 'CTC' })).statusCode, 400)
  t.equal((await begin({})).statusCode, 400)
})

t.test('another site can sign nobody in and nobody out', async t => {
  const app = await consoleFor(t)
  for (const method of ['POST', 'DELETE'] as const) {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://other.example' }
    const payload = { persona: 'cde-editor' }
    const answer = await app.inject({ method, url: '/api/console/session', headers, payload })
    t.equal(answer.statusCode, 403)
    t.match(answer.json(), { code: 'CTE_OTHER_ORIGIN', detail: /other\.example/ })
    t.equal(answer.headers['set-cookie'], undefined)
  }
})

t.test('personas are there by themselves only where this machine alone can reach them', async t => {
  const kind = async (env: object) => (await readSession(await consoleFor(t, { env }))).signIn.kind
  t.equal(await kind({ HOST: '127.0.0.1' }), 'personas')
  t.equal(await kind({ HOST: '0.0.0.0' }), 'none')
  t.equal(await kind({ HOST: '0.0.0.0', CTE_SIGN_IN: 'personas' }), 'personas')
  t.equal(await kind({ CTE_SIGN_IN: 'none' }), 'none')
  const app = await consoleFor(t, { env: { CTE_SIGN_IN: 'none' } })
  const payload = { persona: 'cde-editor' }
  const answer = await app.inject({ method: 'POST', url: '/api/console/session', payload })
  t.equal(answer.statusCode, 422)
  t.match(answer.json(), { code: 'CTE_NO_SIGN_IN' })
})
