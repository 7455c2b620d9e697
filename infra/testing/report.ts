// What a person needs to read of a run: a line for each file, and the details of what failed. (tap's own reporters paint on a
// terminal, and without one they either print raw TAP or, in CI, nothing.)
import { Parser, type Result } from 'tap-parser'
import { stringify } from 'yaml'

interface Failure {
  path: string[]
  diag: unknown
}

/** How the program of a file ended. */
export interface Ending {
  code: number | null
  signal: string | null
  seconds: number
}

interface FileRead {
  name: string
  /** Whether its TAP is whole and without a failure. */
  ok: boolean
  results: Result[]
  failures: Failure[]
  comments: string[]
}

/** How many titled tests passed, failed and were skipped in the files that have ended. */
export const counts = { passed: 0, failed: 0, skipped: 0 }

/** Reads the TAP of one test file, to be said when it has ended: two files run at a time, and their lines must not mix. */
export function readFile(name: string) {
  const parser = new Parser()
  const results: Result[] = []
  const failures: Failure[] = []
  const comments: string[] = []
  parser.on('assert', (result: Result) => results.push(result))
  collectFailures(parser, [], failures)
  collectComments(parser, comments)
  const ended = (ending: Ending) => sayFile({ name, ok: parser.ok, results, failures, comments }, ending)
  return { parser, ended }
}

/** One that could not even begin, timed out, or ran nothing is a failure that no test of its own stands for. */
function sayFile({ name, ok, results, failures, comments }: FileRead, { code, signal, seconds }: Ending) {
  const { passed, failed, skipped } = count(results)
  const how = signal ? `ended by ${signal}` : `ended with code ${code}`
  const more =
    results.length === 0
      ? `no test ran (${how})`
      : failed === 0 && (!ok || code !== 0)
        ? `failed outside of its tests (${how})`
        : undefined
  if (more) {
    counts.failed += 1
    failures.push({ path: [more], diag: undefined })
  }
  const numbers = [failed > 0 && `${failed} failed`, `${passed} passed`, skipped > 0 && `${skipped} skipped`]
  console.log(
    `${failures.length > 0 ? '✗' : '✓'} ${name}: ${numbers.filter(Boolean).join(', ')} in ${seconds.toFixed(1)} s`,
  )
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
    if (text === '' || /^(?:Subtest: |time=|test count)/.test(text)) return
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
