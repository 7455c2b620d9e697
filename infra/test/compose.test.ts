// There is no Docker daemon where this is tested, so: the files agree with each other and with the code, and what the image's recipe
// makes is made by hand and started.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { connect } from 'nats'
import t from 'tap'
import { parse } from 'yaml'
import { consolePort, services, versions } from '../run/settings.mjs'
import { freePort, root, startProgram } from '../system/program.ts'
import { requiredEnv } from '../system/required-env.ts'
import { openMongo, startNats } from '../system.ts'

const text = (path: string) => readFileSync(join(root, path), 'utf8')
const composeText = text('docker-compose.yml')
const compose: { services: Record<string, ComposeService>; volumes: Record<string, unknown> } = parse(composeText, {
  merge: true,
})
const dockerfile = text('infra/service.Dockerfile')

interface ComposeService {
  build?: { dockerfile: string; args: { FOLDER: string } }
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: unknown
  user?: string
  cap_drop?: string[]
  read_only?: boolean
}

/** What is ours; the rest comes as an image. */
const built = Object.entries(compose.services).filter(([, service]) => service.build)

t.test('.env.example has every variable that docker-compose.yml asks for, and no other', async t => {
  const asked = new Set([...composeText.matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(match => match[1]))
  const offered = new Set([...text('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(match => match[1]))
  t.strictSame([...asked].sort(), [...offered].sort())
})

t.test('the services run with the ports and databases of the local system', async t => {
  for (const { name, port, database } of services) {
    const service = compose.services[name]
    t.match(service?.environment, { PORT: String(port), CTE_DATABASE: database, HOST: '0.0.0.0' })
    const variable = `CTE_${name.toUpperCase().replaceAll('-', '_')}_PORT`
    t.strictSame(service?.ports, [`127.0.0.1:\${${variable}:-${port}}:${port}`])
    t.equal(service?.build?.args.FOLDER, `services/${name}`)
    t.ok(existsSync(join(root, 'services', name, 'package.json')))
    for (const user of ['seed', 'console'])
      t.equal(compose.services[user]?.environment?.[variable.replace(/PORT$/, 'URL')], `http://${name}:${port}`)
  }
})

t.test('the console is what other machines reach, and lets nobody write unless it is told who may', async t => {
  const { environment, ports, build } = compose.services.console!
  t.strictSame(ports, [`\${CTE_CONSOLE_PORT:-${consolePort}}:${consolePort}`])
  t.match(environment, { PORT: String(consolePort), HOST: '0.0.0.0', CTE_SIGN_IN: '$' + '{CTE_SIGN_IN:-none}' })
  t.equal(build?.args.FOLDER, 'services/console')
  t.notOk(
    Object.keys(environment ?? {}).some(name => name.startsWith('MONGODB')),
    'it has no database',
  )
})

t.test('nothing else is published beyond loopback, and nothing of ours runs as root or may write', async t => {
  for (const [name, { ports = [] }] of Object.entries(compose.services)) {
    for (const port of ports) if (name !== 'console') t.match(port, /^127\.0\.0\.1:/, name)
  }
  t.match(dockerfile, /\nUSER node\n/)
  for (const [name, service] of built) {
    t.match(service, { read_only: true, cap_drop: ['ALL'] }, name)
    t.notOk(service.user, `${name}: the image decides`)
  }
})

t.test('whoever waits for another waits for something that it can become', async t => {
  for (const [name, { depends_on = {} }] of Object.entries(compose.services)) {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      const awaited = compose.services[other]
      t.ok(awaited, `${name} waits for ${other}`)
      // Ours inherit the image's health check.
      if (condition === 'service_healthy') t.ok(awaited?.healthcheck || awaited?.build, `${other} has a health check`)
    }
  }
})

t.test('every path that is mounted or copied exists', async t => {
  for (const { volumes = [], build } of Object.values(compose.services)) {
    if (build) t.ok(existsSync(join(root, build.dockerfile)), build.dockerfile)
    for (const volume of volumes) {
      const [source = ''] = volume.split(':')
      t.ok(source.startsWith('.') ? existsSync(join(root, source)) : source in compose.volumes, source)
    }
  }
  for (const path of copiedFromContext().flatMap(({ from }) => from)) t.ok(existsSync(join(root, path)), path)
})

t.test('the image has the Node and the pnpm of the local system', async t => {
  t.match(dockerfile, `pnpm@${versions.pnpm}\n`)
  for (const [, image] of dockerfile.matchAll(/^FROM (?!install)(\S+)/gm))
    t.match(image, `node:${versions.node.split('.')[0]}-`)
})

t.test('what the image of the console is built with is what builds it here', async t => {
  const { scripts, dependencies, devDependencies } = JSON.parse(text('services/console/package.json'))
  t.match(dockerfile, /&& pnpm --dir "\$\{FOLDER\}" run build; fi\n/)
  t.equal(scripts.build, 'vite build web')
  t.ok('vite' in devDependencies)
  const imported = sourcesOf('services/console/src').flatMap(file => [...text(file).matchAll(/ from '([^.'][^']*)'/g)])
  const names = imported.map(([, name = '']) => name).filter(name => !name.startsWith('node:'))
  t.strictSame(
    [...new Set(names)].filter(name => !(name in dependencies)),
    [],
    'and nothing that only builds is needed to run',
  )
})

t.test('the health check follows /health/ready', async t => {
  let status = 200
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/health/ready' ? status : 404).end()
  }).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  t.equal(await isReady(port), 0)
  status = 503
  t.equal(await isReady(port), 1)
  t.equal(await isReady(await freePort()), 1, 'nobody there')
})

t.test('the event bus of docker-compose.yml refuses who has no password', async t => {
  const env = { NATS_USER: 'cte', NATS_PASSWORD: 'a1b2c3' }
  const [port, monitorPort] = [await freePort(), await freePort()]
  const program = await startProgram({
    name: 'nats-server',
    command: requiredEnv('CTE_NATS_SERVER'),
    args: [
      '-c',
      join(root, 'infra/nats.compose.conf'),
      '-a',
      '127.0.0.1',
      '-p',
      `${port}`,
      '-m',
      `${monitorPort}`,
      '-sd',
      t.testdir(),
    ],
    env,
    ready: async () => (await fetch(`http://127.0.0.1:${monitorPort}/healthz`)).ok,
  })
  t.teardown(() => program.stop())
  const servers = `127.0.0.1:${port}`
  await t.rejects(connect({ servers, reconnect: false }), { message: /Authorization Violation/ })
  const connection = await connect({ servers, user: env.NATS_USER, pass: env.NATS_PASSWORD, reconnect: false })
  await connection.close()
  const variables = await (await fetch(`http://127.0.0.1:${monitorPort}/varz`)).json()
  t.match(variables, { jetstream: { config: { sync_always: true } } }, 'the settings are the same')
})

const folder = 'services/standards'
const skip = existsSync(join(root, folder, 'src', 'server.ts')) ? false : `${folder} has no server yet`

t.test('what the image is made of is enough for a service to become ready', { skip }, async t => {
  const image = await mkdtemp(join(tmpdir(), 'cte-image-'))
  t.teardown(() => rm(image, { recursive: true, force: true }))
  const [first, second] = [join(image, 'install'), join(image, 'final')]
  for (const { from, to } of copiedFromContext('install')) await copy(from, join(first, to))
  const [command = ''] = /(?<=^RUN )pnpm install.*$/m.exec(dockerfile) ?? []
  const args = command
    .replace('pnpm ', '')
    .replaceAll('"', '')
    .replace('$' + '{FOLDER}', folder)
    .split(' ')
  t.equal(await run(['infra/run.mjs', 'pnpm', '-C', first, ...args]), 0)
  for (const [, paths = ''] of dockerfile.matchAll(/^COPY --from=install (.*)$/gm)) {
    const [from = '', to = ''] = paths.replaceAll('$' + '{FOLDER}', folder).split(' ')
    const target = join(second, to.endsWith('/') ? join(to, basename(from)) : to)
    await mkdir(dirname(target), { recursive: true })
    // Moved, where Docker copies: what is left behind is thrown away anyway.
    await rename(join(first, from.replace('/app/', '')), target)
  }

  const nats = await startNats()
  t.teardown(() => nats.close())
  const mongo = await openMongo()
  t.teardown(() => mongo.close())
  const port = await freePort()
  const service = await startProgram({
    name: 'standards',
    command: process.execPath,
    args: [join(second, folder, 'src', 'server.ts')],
    env: {
      ...{ PORT: `${port}`, MONGODB_URI: mongo.uri, CTE_DATABASE: mongo.database },
      NATS_URL: nats.url,
      NODE_ENV: 'production',
    },
    ready: async () => (await isReady(port)) === 0,
  })
  t.strictSame(await service.stop(), { code: 0, signal: null })
})

/** The COPY lines that take from the repository, of one stage or of all. */
function copiedFromContext(stage?: string) {
  const stages = dockerfile
    .split(/^(?=FROM )/m)
    .filter(part => !stage || new RegExp(`^FROM .* AS ${stage}\n`).test(part))
  return [...stages.join('').matchAll(/^COPY (?!--from)(.*)$/gm)].map(([, paths = '']) => {
    const parts = paths.split(' ')
    return { from: parts.slice(0, -1), to: parts.at(-1) ?? '' }
  })
}

const sourcesOf = (path: string) =>
  readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(path, file))

/** As COPY does: into a target that ends in a slash, or to be that target. The node_modules stay behind (.dockerignore). */
async function copy(from: string[], target: string) {
  for (const path of from) {
    const filter = (source: string) => !/node_modules|\/test(\/|$)/.test(source)
    await cp(join(root, path), target.endsWith('/') ? join(target, path) : target, { recursive: true, filter })
  }
}

const isReady = (port: number) => run(['infra/servers/is-ready.mjs'], { PORT: `${port}` })

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'ignore' })
  const [code] = await once(child, 'close')
  return code
}
