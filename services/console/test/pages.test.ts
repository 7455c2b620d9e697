import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { consoleFor } from './console.ts'

const SCRIPT = 'console.log("hypothetical")'
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

async function built(t: Test) {
  const distFolder = t.testdir({ 'index.html': '<!doctype html><title>cte-align</title>', secret: { '.env': 'x' } })
  await mkdir(join(distFolder, 'assets'))
  const file = join(distFolder, 'assets/main-4f3a.js')
  await writeFile(file, SCRIPT)
  await writeFile(`${file}.br`, brotliCompressSync(SCRIPT))
  await writeFile(`${file}.gz`, gzipSync(SCRIPT))
  await writeFile(join(distFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return consoleFor(t, { distFolder })
}

t.test('a file with a hash in its name is kept for a year, and sent as it was compressed', async t => {
  const app = await built(t)
  const plain = await app.inject('/assets/main-4f3a.js')
  t.equal(plain.statusCode, 200)
  t.equal(plain.body, SCRIPT)
  t.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable')
  t.match(plain.headers['content-type'], /javascript/)
  for (const [accepts, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
  ] as const) {
    const answer = await app.inject({ url: '/assets/main-4f3a.js', headers: { 'accept-encoding': accepts } })
    t.equal(answer.headers['content-encoding'], encoding)
    t.match(answer.headers['content-type'], /javascript/)
    t.match(answer.headers.vary, /accept-encoding/i)
    t.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
  }
})

t.test(
  'the page and what else has no hash is asked for anew, and a copy that is current is not sent again',
  async t => {
    const app = await built(t)
    for (const url of ['/', '/index.html', '/favicon.svg']) {
      const answer = await app.inject({ url, headers: html })
      t.equal(answer.statusCode, 200, url)
      t.equal(answer.headers['cache-control'], 'no-cache')
      const again = await app.inject({ url, headers: { ...html, 'if-none-match': String(answer.headers.etag) } })
      t.equal(again.statusCode, 304)
    }
  },
)

t.test('every address that a browser asks for as a page is the application', async t => {
  const app = await built(t)
  for (const url of [
    '/standards',
    '/standards/ICT.B5.3?asOf=2026-01-01',
    '/flags/ctc/1',
    '/a%2Fb',
    '/metrics-of-ours',
  ]) {
    const answer = await app.inject({ url, headers: html })
    t.equal(answer.statusCode, 200, url)
    t.match(answer.body, /<title>cte-align/)
    t.equal((await app.inject({ method: 'HEAD', url, headers: html })).statusCode, 200)
  }
})

t.test("a page names its own files and then its area's before its script has run, each once", async t => {
  const distFolder = t.testdir({
    'index.html': '<!doctype html><title>cte-align</title>',
    '.vite': {
      'manifest.json': JSON.stringify({
        'index.html': { file: 'assets/index-1.js', css: ['assets/index-2.css'], imports: ['_shared-3.js'] },
        '_shared-3.js': { file: 'assets/shared-3.js' },
        '_table-4.js': { file: 'assets/table-4.js', imports: ['_shared-3.js', '_cycle-5.js'] },
        '_cycle-5.js': { file: 'assets/cycle-5.js', imports: ['_table-4.js'] },
        'src/pages/home/HomePage.tsx': { file: 'assets/HomePage-6.js', imports: ['index.html'] },
        'src/pages/queue/QueueArea.tsx': {
          file: 'assets/QueueArea-7.js',
          css: ['assets/QueueArea-8.css'],
          imports: ['index.html', '_table-4.js'],
        },
        'src/pages/queue/HistoryPage.tsx': { file: 'assets/HistoryPage-9.js' },
      }),
    },
  })
  const app = await consoleFor(t, { distFolder })
  const linked = async (url: string) => String((await app.inject({ url, headers: html })).headers.link).split(', ')
  const session = '</api/console/session>; rel=preload; as=fetch; crossorigin'
  const own = [
    '</assets/index-1.js>; rel=modulepreload',
    '</assets/index-2.css>; rel=preload; as=style; crossorigin',
    '</assets/shared-3.js>; rel=modulepreload',
  ]
  t.strictSame(await linked('/'), [...own, '</assets/HomePage-6.js>; rel=modulepreload', session])
  const queue = [
    ...own,
    '</assets/QueueArea-7.js>; rel=modulepreload',
    '</assets/QueueArea-8.css>; rel=preload; as=style; crossorigin',
    '</assets/table-4.js>; rel=modulepreload',
    '</assets/cycle-5.js>; rel=modulepreload',
    session,
  ]
  t.strictSame(await linked('/queue/ctc/flags/1?open'), queue)
  for (const url of ['/nowhere', '/queue.', '/...', '/.*']) t.strictSame(await linked(url), [...own, session], url)
  t.equal((await app.inject({ url: '/.vite/manifest.json' })).statusCode, 404)
})

t.test('what is no page is missing in words for programs, also below /api and among the assets', async t => {
  const app = await built(t)
  const asked = [
    { url: '/standards', headers: { accept: '*/*' } },
    { url: '/api/nothing', headers: html },
    { url: '/api', headers: html },
    { url: '/api/standards', headers: html },
    { url: '/assets/old-9c1d.js', headers: html },
  ]
  for (const { url, headers } of asked) {
    const answer = await app.inject({ url, headers })
    t.equal(answer.statusCode, 404, url)
    t.match(answer.json(), { code: 'CTE_NO_SUCH_ROUTE' })
  }
  const written = await app.inject({ method: 'POST', url: '/standards', headers: html })
  t.equal(written.statusCode, 405)
  t.match(written.json(), { code: 'CTE_METHOD_NOT_ALLOWED' })
})

t.test('nothing outside of the built files is sent, nor what is hidden', async t => {
  const app = await built(t)
  const urls = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/secret/.env',
    '/assets/../../x',
    '/assets//main-4f3a.js',
  ]
  for (const url of urls) {
    const answer = await app.inject({ url, headers: { accept: '*/*' } })
    t.ok([400, 404].includes(answer.statusCode), `${url} ${answer.statusCode}`)
  }
})

t.test('before the pages are built, a page says how to build them', async t => {
  const app = await consoleFor(t)
  const answer = await app.inject({ url: '/', headers: html })
  t.equal(answer.statusCode, 503)
  t.match(answer.headers['content-type'], /text\/html/)
  t.match(answer.body, /npm run pnpm -- --filter @cte-align\/console build/)
  t.equal((await app.inject('/api/console/session')).statusCode, 200, 'and the API answers')
})

t.test('every answer carries the headers that keep a browser safe', async t => {
  const app = await built(t)
  const urls = [
    '/',
    '/assets/main-4f3a.js',
    '/nothing',
    '/api/console/session',
    '/api/console/events',
    '/api/standards/things',
    '/api/nothing',
    '/documentation',
    '/documentation/json',
    '/%zz',
    '/health/live',
  ]
  for (const url of urls) {
    const { headers, statusCode } = await app.inject({ url })
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src '(?:self|none)'/, `${url} ${statusCode}`)
    t.match(policy, /frame-ancestors 'none'/, url)
    t.notMatch(policy, /unsafe-eval|script-src[^;]*unsafe-inline|https:|\*/, url)
    t.match(headers, {
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': /camera=\(\)/,
      'cross-origin-resource-policy': 'same-origin',
    })
    t.equal(headers['x-powered-by'], undefined)
  }
  t.match(
    (await app.inject({ url: '/', headers: html })).headers['content-security-policy'],
    "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'self';object-src 'none'",
  )
})
