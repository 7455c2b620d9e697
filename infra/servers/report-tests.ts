// Reads TAP on standard input and says what a person needs: a line for each file, the details of what failed. At the end it
// writes how many titled tests passed, failed and were skipped, as JSON, into the file that it was given. (tap's own reporters
// paint on a terminal, and without one they either print raw TAP or, in CI, nothing.)
import { writeFileSync } from 'node:fs'
import { Parser, type Result } from 'tap-parser'
import { stringify } from 'yaml'

interface Failure {
  path: string[]
  diag: unknown
}

const counts = { passed: 0, failed: 0, skipped: 0 }
/** The file that has just run; its own result follows. */
let file: { results: Result[]; failures: Failure[]; comments: string[] } | undefined

const whole = new Parser()
whole.on('child', (parser: Parser) => {
  const results: Result[] = []
  const failures: Failure[] = []
  parser.on('assert', (result: Result) => results.push(result))
  collectFailures(parser, [], failures)
  const comments: string[] = []
  collectComments(parser, comments)
  file = { results, failures, comments }
})
whole.on('assert', reportFile)
whole.on('complete', () => {
  const [counted] = process.argv.slice(2)
  if (counted) writeFileSync(counted, JSON.stringify(counts))
})
process.stdin.pipe(whole)

/** A file has run: its line, and what failed in it. One that could not even begin has left nothing but its own result. */
function reportFile(result: Result) {
  const { results, failures, comments } = file ?? { results: [result], failures: failuresIn([result]), comments: [] }
  file = undefined
  const { passed, failed, skipped } = count(results)
  // Timed out, crashed at the end, or ran nothing: a failure that no test of its own stands for.
  const more =
    results.length === 0 ? 'no test ran' : !result.ok && failed === 0 ? 'failed outside of its tests' : undefined
  if (more) {
    counts.failed += 1
    failures.push({ path: [more], diag: result.diag })
  }
  const numbers = [failed > 0 && `${failed} failed`, `${passed} passed`, skipped > 0 && `${skipped} skipped`]
  const time = result.time ? ` in ${(result.time / 1000).toFixed(1)} s` : ''
  console.log(`${failures.length > 0 ? '✗' : '✓'} ${result.name}: ${numbers.filter(Boolean).join(', ')}${time}`)
  for (const comment of comments) console.log(`    ${comment}`)
  for (const { path, diag } of failures) {
    console.log(`  ✗ ${path.join(' > ')}`)
    if (diag) console.log(stringify(diag, { lineWidth: 0 }).trimEnd().replaceAll(/^/gm, '      '))
  }
}

/** What tests themselves say (how many cases, a table) under their titles, without tap's own headings and times. */
function collectComments(parser: Parser, comments: string[], title?: string) {
  let titled = title === undefined
  parser.on('comment', (line: string) => {
    const text = line.replace(/^\s*# ?/, '').trimEnd()
    if (text === '' || /^(?:Subtest: |time=|\{ total|No coverage)/.test(text)) return
    if (!titled) comments.push(`${title}:`)
    titled = true
    comments.push(`  ${text}`)
  })
  parser.on('child', (child: Parser) => collectComments(child, comments, child.name))
}

function count(results: Result[]) {
  const own = { passed: 0, failed: 0, skipped: 0 }
  for (const { ok, skip, todo } of results) {
    const kind = skip || todo ? 'skipped' : ok ? 'passed' : 'failed'
    own[kind] += 1
    counts[kind] += 1
  }
  return own
}

/** The innermost failures: a test that fails because of an assertion in it adds nothing of its own. */
function collectFailures(parser: Parser, path: string[], failures: Failure[]) {
  parser.on('child', (child: Parser) => collectFailures(child, [...path, child.name], failures))
  parser.on('assert', (result: Result) => {
    const here = [...path, result.name]
    const covered = failures.some(failure => here.every((name, index) => failure.path[index] === name))
    if (!covered) failures.push(...failuresIn([result], path))
  })
}

function failuresIn(results: Result[], path: string[] = []): Failure[] {
  return results
    .filter(({ ok, skip, todo }) => !ok && !skip && !todo)
    .map(({ name, diag }) => ({ path: [...path, name], diag }))
}
