import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const program = join(import.meta.dirname, '..', 'testing', 'run-tests.ts')

/** Runs the test files below a folder, `asked` of them or all. */
function run(folder: string, asked = ['.']) {
  const counts = join(folder, 'counts.json')
  const args = [program, counts, ...asked]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return { counts: existsSync(counts) && JSON.parse(readFileSync(counts, 'utf8')), text: stdout + stderr, status }
}

const file = (...lines: string[]) => [`import t from 'tap'`, ...lines].join('\n')
const FACT = `t.test('a fact', async t => { t.ok(true); t.ok(true) })`

const all = run(
  t.testdir({
    'counts.test.ts': file(
      FACT,
      `t.test('another', async t => { t.equal(1, 2) })`,
      `t.test('later', { skip: 'not here' }, async () => {})`,
    ),
    'says.test.ts': file(
      `t.test('counts', async t => { t.comment('12 cases'); await t.test('inner', async t => { t.comment('more') }) })`,
    ),
    'no-end.test.ts': file(FACT, 'process.on("exit", () => { process.exitCode = 7 })'),
    'no-begin.test.ts': `import './none.ts'`,
    'no-test.test.ts': file(),
    'throws.test.ts': file(
      FACT,
      `setTimeout(() => { throw new Error('later') })`,
      `t.test('waits', async () => { await new Promise(resolve => setTimeout(resolve, 100)) })`,
    ),
    'rejects.test.ts': file(
      FACT,
      `t.test('leaves behind', async () => { void Promise.reject(new Error('nobody waits')) })`,
      `t.test('waits', async () => { await new Promise(resolve => setTimeout(resolve, 100)) })`,
    ),
    'dies.test.ts': file(FACT, `t.test('dies', async () => { process.kill(process.pid, 'SIGKILL') })`),
    'slow.test.ts': file(
      FACT,
      `t.test('slow', { timeout: 100 }, async () => { await new Promise(resolve => setTimeout(resolve, 1000)) })`,
    ),
  }),
)
/** What was said of a file. */
const said = (name: string) =>
  all.text.split(/^(?=[✓✗] )/m).find(part => part.slice(2).startsWith(`${name}.test.ts`)) ?? ''

t.test('titled tests are counted, not files and not assertions', async t => {
  t.match(said('counts'), /^✗ counts\.test\.ts: 1 failed, 1 passed, 1 skipped in \d+\.\d s\n/)
  // A test that takes too long is told of twice by tap itself.
  t.strictSame(all.counts, { passed: 9, failed: 9, skipped: 1 })
})

t.test('a failed assertion is shown once, under its test, with what tap knows of it', async t => {
  const text = said('counts')
  t.match(text, '✗ another > should be equal\n')
  t.match(text, 'diff: |')
  t.match(text, 'counts.test.ts:3:34', 'where, in the file as it was written')
  t.equal(text.match(/✗/g)?.length, 2)
})

t.test('what a test says stands under its title, without the headings of tap', async t => {
  t.match(said('says'), /✓ says\.test\.ts: 1 passed in .* s\n {4}counts:\n {6}12 cases\n {4}inner:\n {6}more\n$/)
})

t.test('a file that fails without a failing test counts as one failure, whichever way it ended', async t => {
  t.match(said('no-end'), /1 passed in .* s\n {2}✗ failed outside of its tests \(ended with code 7\)\n/)
  t.match(said('no-begin'), /0 passed in .* s\n {2}✗ no test ran \(ended with code 1\)\n/)
  t.match(all.text, 'ERR_MODULE_NOT_FOUND')
  t.match(said('no-test'), /0 passed in .* s\n {2}✗ no test ran \(ended with code 0\)\n/)
  t.match(said('dies'), /1 passed in .* s\n {2}✗ failed outside of its tests \(ended by SIGKILL\)\n/)
})

t.test('an error that is thrown outside of any test fails the file, and is shown', async t => {
  t.match(said('throws'), /1 failed, 1 passed in .* s\n {2}✗ waits > test unfinished/)
  t.match(all.text, /Error: later\n.*throws\.test\.ts:3/)
  t.match(said('rejects'), /^✗ .*1 failed, .*\n {2}✗ nobody waits\n/)
})

t.test('a test that takes longer than it may is a failure', async t => {
  t.match(said('slow'), '✗ slow > timeout!')
})

t.test(
  'files, folders and patterns can be asked for; one that names nothing is refused before anything runs',
  async t => {
    const folder = t.testdir({ a: { 'a.test.ts': file(FACT) }, b: { 'b.test.ts': file(FACT), 'c.ts': file(FACT) } })
    const wrong = run(folder, ['a/a.test.ts', 'c'])
    t.match(wrong, { counts: false, status: 1, text: 'No test file is named by c' })
    t.equal(run(folder, ['a', 'b/*.ts', 'b/b.test.ts']).counts.passed, 2, 'each once')
  },
)
