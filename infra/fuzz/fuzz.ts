// A loaded system with a published change in it, Schemathesis against each service, and a look at how the services are afterwards.
import { mkdir } from 'node:fs/promises'
import { load } from '../seed/load.ts'
import { ask } from '../system/program.ts'
import { requiredEnv } from '../system/required-env.ts'
import { type ServiceName, startSystem } from '../system.ts'
import { prepare } from './real-values.ts'
import { runSchemathesis, type Verdict } from './schemathesis.ts'

const [examples = '200', seed = '1', names = 'standards,credentials,course-codes'] = process.argv.slice(2)
const logs = requiredEnv('CTE_FUZZ_LOGS')
await mkdir(logs, { recursive: true })
const system = await startSystem({ env: { LOG_LEVEL: 'info' } })
let well = true
try {
  const { urls } = system
  await load(urls, () => {})
  const real = await prepare(urls)
  console.log(`\nSchemathesis, seed ${seed}, at most ${examples} examples for each operation and phase`)
  const tested = names.split(',') as ServiceName[]
  for (const name of tested) {
    const { url } = system.services[name]
    const verdict = await runSchemathesis({ name, url, examples, seed, logs, values: real[name] })
    tell(name, verdict)
    well &&= verdict.complete && verdict.failures.length === 0 && verdict.errors.length === 0
  }
  for (const name of ['standards', 'credentials', 'course-codes'] as const) well = (await isWell(name)) && well
} finally {
  await system.close()
}
process.exitCode = well ? 0 : 1

function tell(
  name: string,
  { complete, operations, testCases, failures, errors, serverErrors, seconds, log }: Verdict,
) {
  console.log(
    `${name.padEnd(13)} ${testCases} cases, ${operations.tested} of ${operations.total} operations, ` +
      `${failures.length} kinds of failure, ${serverErrors} answers with 5xx, ${seconds.toFixed(0)} s`,
  )
  for (const { title, count, operations: where } of failures)
    console.log(`  ✗ ${title} (${count}): ${where.join(', ')}`)
  for (const { title, count } of errors) console.log(`  ✗ ${title} (${count})`)
  if (!complete) console.log('  ✗ it did not come to its end')
  if (!complete || failures.length + errors.length > 0) console.log(`  with the requests that show it: ${log}`)
}

/** Never restarted, ready, and nothing in its log that somebody would have to look into. */
async function isWell(name: ServiceName): Promise<boolean> {
  const service = system.services[name]
  const troubles: string[] = []
  const ready = await ask(`${service.url}/health/ready`).catch((error: Error) => error)
  if (ready instanceof Error) troubles.push(`does not answer: ${ready.message}`)
  else if (ready.status !== 200) troubles.push(`is not ready: ${await ready.text()}`)
  const bad = service.logs().filter(({ level }) => level === undefined || Number(level) >= 50)
  const kinds = new Map<string, number>()
  for (const line of bad) {
    const { code = '', err, msg } = line as { code?: string; err?: { message?: string }; msg?: string }
    const kind = `logged: ${msg} ${code} ${err?.message ?? ''}`.trim()
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  for (const [kind, count] of kinds) troubles.push(`${kind} (${count})`)
  console.log(`${name.padEnd(13)} ${troubles.length === 0 ? 'alive and ready, no error in its log' : ''}`)
  for (const trouble of troubles) console.log(`  ✗ ${trouble}`)
  return troubles.length === 0
}
