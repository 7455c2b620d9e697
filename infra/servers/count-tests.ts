// Counts titled tests in a TAP file: each test('...') of a test file, and each file that failed outside of its tests.
//   node infra/servers/count-tests.ts <file>   prints {"passed":1,"failed":0,"skipped":0}
import { readFileSync } from 'node:fs'
import { Parser, type Result } from 'tap-parser'

const counts = { passed: 0, failed: 0, skipped: 0 }
const add = ({ ok, skip, todo }: Result) => {
  counts[skip || todo ? 'skipped' : ok ? 'passed' : 'failed'] += 1
}

const whole = new Parser()
whole.on('child', countFile)
whole.on('assert', (result: Result) => {
  // A file that could not even begin has no subtest, only this line.
  if (!seen.has(result.name)) add(result)
})
const seen = new Set<string>()
whole.end(readFileSync(process.argv[2] ?? '', 'utf8'))
console.log(JSON.stringify(counts))

function countFile(file: Parser) {
  seen.add(file.name)
  const failedBefore = counts.failed
  let tests = 0
  file.on('assert', (result: Result) => {
    tests += 1
    add(result)
  })
  file.on('complete', ({ ok }: { ok: boolean }) => {
    // Timed out, crashed at the end, or ran nothing: a failure that no test of its own stands for.
    if (tests === 0 || (!ok && counts.failed === failedBefore)) counts.failed += 1
  })
}
