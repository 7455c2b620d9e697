import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, root } from '../system/program.ts'
import { requiredEnv } from '../system/required-env.ts'

/** Answers its health check, and ends when it is told to: what the commands need to know of a service. */
const service = `import { createServer } from 'node:http'
createServer((request, response) => {
  if (request.url === '/end') {
    console.log('the disk is full')
    process.exit(3)
  }
  response.end(JSON.stringify({ database: process.env.CTE_DATABASE, mongodb: process.env.MONGODB_URI }))
}).listen(Number(process.env.PORT), process.env.HOST)
process.on('SIGTERM', () => process.exit(0))
`

/** A copy of this project with small services and an empty .local, on ports of its own, for running its commands for real. */
export async function createProject() {
  const folder = await mkdtemp(join(tmpdir(), 'cte-project-'))
  const infra = ['run', 'run.mjs', 'patches', 'servers', 'nats.conf', 'package.json', ...(await requirements())]
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...infra.map(name => join('infra', name))]
  for (const parent of ['packages', 'services']) {
    for (const name of await readdir(join(root, parent))) files.push(join(parent, name, 'package.json'))
  }
  for (const file of files) await cp(join(root, file), join(folder, file), { recursive: true })
  for (const name of ['standards', 'credentials', 'course-codes', 'console']) {
    await mkdir(join(folder, 'services', name, 'src'), { recursive: true })
    await writeFile(join(folder, 'services', name, 'src', 'server.ts'), service)
  }
  // MongoDB from the PATH, where it is a quick find; nats-server has to be fetched.
  const bin = join(folder, 'bin')
  await mkdir(bin)
  await symlink(requiredEnv('CTE_MONGOD'), join(bin, 'mongod'))
  const ports = ['CONSOLE', 'STANDARDS', 'CREDENTIALS', 'COURSE_CODES', 'MONGODB', 'NATS', 'NATS_MONITOR']
  const env: NodeJS.ProcessEnv = {}
  for (const name of ports) env[`CTE_${name}_PORT`] = String(await freePort())

  return { folder, env, command, local: () => readdir(join(folder, '.local')), runFile, remove }

  /** Starts `node infra/run.mjs <args>` there, on a machine where nothing is given. */
  function command(...args: string[]): Command {
    const { MONGODB_URI, NATS_URL, NATS_MONITOR_URL, CTE_LOCAL, NODE_OPTIONS, ...rest } = process.env
    const child = spawn(process.execPath, ['infra/run.mjs', ...args], {
      cwd: folder,
      env: { ...rest, ...env, PATH: `${bin}${delimiter}${rest.PATH}` },
    })
    return watch(child)
  }

  async function runFile() {
    return JSON.parse(await readFile(join(folder, '.local', 'run.json'), 'utf8'))
  }

  function remove() {
    return rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export interface Command {
  child: ChildProcess
  ended: Promise<number | null>
  text(): string
  /** Waits for a piece of its output; its end before that is an error. */
  says(piece: string): Promise<void>
}

function watch(child: ChildProcess): Command {
  let text = ''
  let over = false
  const append = (data: Buffer) => {
    text += data
  }
  child.stdout?.on('data', append)
  child.stderr?.on('data', append)
  const ended = new Promise<number | null>(resolve => {
    child.on('close', code => {
      over = true
      resolve(code)
    })
  })
  return {
    child,
    ended,
    text: () => text,
    async says(piece) {
      while (!text.includes(piece)) {
        if (over) throw new Error(`It ended without saying "${piece}":\n${text}`)
        await sleep(10)
      }
    },
  }
}

const requirements = async () => (await readdir(join(root, 'infra'))).filter(name => name.startsWith('requirements-'))
