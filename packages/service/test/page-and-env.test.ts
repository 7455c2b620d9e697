import fc from 'fast-check'
import t from 'tap'
import { z } from 'zod'
import { decodeCursor, encodeCursor, PageQuery, pageOf, parseConsoleEnv, parseEnv } from '../src/index.ts'

const MINIMAL = { MONGODB_URI: 'mongodb://127.0.0.1:27017', NATS_URL: 'nats://127.0.0.1:4222' }

t.test('a cursor comes out as it went in, and anything else is refused', async t => {
  const Place = z.strictObject({ code: z.string(), id: z.int() })
  t.strictSame(decodeCursor(Place, encodeCursor({ code: 'B5.3 é', id: 7 })), { code: 'B5.3 é', id: 7 })
  const others = [
    '',
    'x',
    '!!',
    encodeCursor({ code: 1 }),
    encodeCursor(null),
    `${encodeCursor({ code: 'a', id: 1 })}=`,
  ]
  for (const cursor of others) t.throws(() => decodeCursor(Place, cursor), { code: 'CTE_BAD_CURSOR', status: 400 })
  fc.assert(
    fc.property(fc.string(), text => {
      try {
        decodeCursor(Place, text)
        return false
      } catch (error) {
        return (error as { code?: string }).code === 'CTE_BAD_CURSOR'
      }
    }),
  )
})

t.test('pages have at most 200 items, 50 where nothing is said', async t => {
  t.strictSame(PageQuery.parse({}), { limit: 50 })
  t.strictSame(PageQuery.parse({ limit: '200' }), { limit: 200 })
  for (const limit of ['0', '201', '1.5', 'x']) t.throws(() => PageQuery.parse({ limit }))
  t.ok(pageOf(z.string()).safeParse({ items: ['a'], next: null }).success)
})

t.test('a service has its port and database by default', async t => {
  t.match(parseEnv('standards', MINIMAL), {
    PORT: 4301,
    HOST: '127.0.0.1',
    CTE_DATABASE: 'cte_standards',
    LOG_LEVEL: 'info',
  })
  t.match(parseEnv('course-codes', MINIMAL), { PORT: 4303, CTE_DATABASE: 'cte_course_codes' })
  t.match(parseEnv('credentials', { ...MINIMAL, PORT: '5000', CTE_FAIL_AT: 'relay.published#3' }), { PORT: 5000 })
  t.match(parseEnv('credentials', { ...MINIMAL, CTE_FAIL_AT: 'relay.published@/tmp/a file' }), { PORT: 4302 })
  t.match(parseEnv('credentials', { ...MINIMAL, PORT: '', NATS_MONITOR_URL: '' }), { PORT: 4302 })
})

t.test('a bad variable is named in one line', async t => {
  const fail = (variables: Record<string, string>) => {
    try {
      parseEnv('standards', variables)
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }
  t.match(fail({}), /^standards cannot start: MONGODB_URI is not set; NATS_URL is not set$/)
  const bad = {
    PORT: 'many',
    LOG_LEVEL: 'loud',
    NATS_MONITOR_URL: 'ftp://x',
    CTE_FAIL_AT: 'here',
    MONGODB_URI: 'http://x',
  }
  for (const [name, value] of Object.entries(bad)) {
    t.match(fail({ ...MINIMAL, [name]: value }), new RegExp(`${name} is not usable`))
    t.notMatch(fail({ ...MINIMAL, [name]: value }), /\n/)
  }
})

t.test('the console needs the bus and no database, and no weak secret', async t => {
  const { NATS_URL } = MINIMAL
  t.strictSame(parseConsoleEnv({ NATS_URL, CTE_SESSION_SECRET: '' }), {
    PORT: 4300,
    HOST: '127.0.0.1',
    NATS_URL,
    LOG_LEVEL: 'info',
    CTE_STANDARDS_URL: 'http://127.0.0.1:4301',
    CTE_CREDENTIALS_URL: 'http://127.0.0.1:4302',
    CTE_COURSE_CODES_URL: 'http://127.0.0.1:4303',
  })
  const bad = { CTE_SESSION_SECRET: 'short', CTE_SIGN_IN: 'everybody', CTE_STANDARDS_URL: 'ftp://x' }
  t.throws(() => parseConsoleEnv(bad), {
    message:
      /^console cannot start: NATS_URL is not set; CTE_STANDARDS_URL .*; CTE_SESSION_SECRET .*32.*; CTE_SIGN_IN /,
  })
})
