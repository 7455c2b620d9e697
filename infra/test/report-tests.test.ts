import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const program = join(import.meta.dirname, '..', 'servers', 'report-tests.ts')

/** Files are two deep: the file, and in it its titled tests. */
function report(dir: string, tap: string) {
  const counts = join(dir, 'counts.json')
  const { stdout, stderr } = spawnSync(process.execPath, [program, counts], { encoding: 'utf8', input: tap })
  return { counts: JSON.parse(readFileSync(counts, 'utf8')), text: stdout + stderr }
}

const file = (...lines: string[]) => `TAP version 14
# Subtest: a.test.ts
${lines.map(line => `    ${line}`).join('\n')}
`
const fact = (title: string) => [`# Subtest: ${title}`, '    ok 1 - x', '    ok 2 - y', '    1..2', `ok 1 - ${title}`]

t.test('titled tests are counted, not files and not assertions', async t => {
  const lines = [...fact('a fact'), 'not ok 2 - another', 'ok 3 - later # SKIP', '1..3']
  const { counts, text } = report(t.testdir(), `${file(...lines)}not ok 1 - a.test.ts\n1..1\n`)
  t.strictSame(counts, { passed: 1, failed: 1, skipped: 1 })
  t.match(text, '✗ a.test.ts: 1 failed, 1 passed, 1 skipped')
})

t.test('a failed assertion is shown once, under its test, with what tap knows of it', async t => {
  const lines = [
    '# Subtest: a fact',
    '    not ok 1 - should be equal',
    '      ---',
    '      diff: "-1 +2"',
    '      ...',
    '    1..1',
    'not ok 1 - a fact',
    '1..1',
  ]
  const { text } = report(t.testdir(), `${file(...lines)}not ok 1 - a.test.ts\n1..1\n`)
  t.match(text, '✗ a fact > should be equal\n      diff: -1 +2')
  t.equal(text.match(/✗/g)?.length, 2)
})

t.test('a file that fails without a failing test counts as one failure', async t => {
  const { counts } = report(t.testdir(), `${file(...fact('a fact'), '1..1')}not ok 1 - a.test.ts # timeout\n1..1\n`)
  t.strictSame(counts, { passed: 1, failed: 1, skipped: 0 })
})

t.test('a file that could not begin counts as one failure', async t => {
  const { counts } = report(t.testdir(), 'TAP version 14\nnot ok 1 - a.test.ts\n1..1\n')
  t.strictSame(counts, { passed: 0, failed: 1, skipped: 0 })
})
