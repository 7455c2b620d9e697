// One run of Schemathesis against one service, and what it says in figures.
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requiredEnv } from '../system/required-env.ts'
import type { RealValues } from './real-values.ts'
import { settings } from './settings.ts'

export interface Verdict {
  complete: boolean
  operations: { total: number; tested: number }
  testCases: number
  failures: { title: string; count: number; operations: string[] }[]
  errors: { title: string; count: number }[]
  serverErrors: number
  seconds: number
  log: string
}

export interface FuzzOptions {
  name: string
  url: string
  examples: string
  seed: string
  logs: string
  values: RealValues
}

/** The whole output, with a curl command for each failure, goes to `<logs>/fuzz-<name>.log`. */
export async function runSchemathesis(options: FuzzOptions): Promise<Verdict> {
  const { name, url, examples, seed, logs, values } = options
  const folder = await mkdtemp(join(requiredEnv('CTE_TEST_FOLDER'), 'fuzz-'))
  const [config, report, log] = [
    join(folder, 'schemathesis.toml'),
    join(folder, 'report.json'),
    join(logs, `fuzz-${name}.log`),
  ]
  await writeFile(config, settings(name, values))
  const args = ['-m', 'schemathesis.cli', '--config-file', config, '--no-color', 'run', `${url}/documentation/json`]
  args.push('--url', url, '--max-examples', examples, '--seed', seed, '--report-json-path', report)
  try {
    await run(args, { folder, log })
    const said = JSON.parse(await readFile(report, 'utf8'))
    return {
      complete: said.complete && said.stop_reason === 'completed',
      operations: said.operations,
      testCases: said.test_cases.generated,
      failures: said.failures,
      errors: said.errors,
      serverErrors: said.failures
        .filter(({ type }: { type: string }) => type === 'server_error')
        .reduce((sum: number, { count }: { count: number }) => sum + count, 0),
      seconds: said.running_time,
      log,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(args: string[], { folder, log }: { folder: string; log: string }): Promise<void> {
  // A proxy that is not there: whatever would leave this machine fails, whatever stays on it goes past the proxy.
  const nowhere = 'http://127.0.0.1:9'
  const env = {
    ...process.env,
    PYTHONPATH: requiredEnv('CTE_SCHEMATHESIS'),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ALL_PROXY: nowhere,
    NO_PROXY: '127.0.0.1',
  }
  const child = spawn(requiredEnv('CTE_PYTHON'), args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = createWriteStream(log)
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  try {
    await new Promise((done, fail) => child.once('error', fail).once('close', done))
  } finally {
    process.off('exit', killWithUs)
    await new Promise<void>(done => output.end(done))
  }
}
