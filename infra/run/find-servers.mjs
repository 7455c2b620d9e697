// mongod and nats-server, in this order: the address you give, the one on your PATH, a pinned wheel.
import { accessSync, chmodSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './processes.mjs'
import { ensureWheel } from './python-wheels.mjs'
import { done, note, Trouble } from './say.mjs'
import { given, minimum, searchPath } from './settings.mjs'

const windows = process.platform === 'win32'

const kinds = {
  'nats-server': {
    variable: 'NATS_URL',
    given: given.nats,
    minimum: minimum.natsServer,
    version: /v(\d+\.\d+\.\d+)/,
    reason: 'older ones could lose a whole stream when the process crashed',
    requirements: () => 'requirements-nats-server.txt',
    inside: [
      ['bin', 'nats-server'],
      ['Scripts', 'nats-server'],
    ],
    remedy: 'If its own message above does not help, install nats-server yourself, so that it is on your PATH.',
  },
  mongod: {
    variable: 'MONGODB_URI',
    given: given.mongodb,
    minimum: minimum.mongod,
    version: /db version v(\d+\.\d+\.\d+)/,
    reason: 'older ones are out of support',
    requirements: () => {
      const { platform, arch } = process
      if (platform === 'linux') return arch === 'x64' ? 'requirements-mongod-linux.txt' : undefined
      if (platform === 'darwin') return 'requirements-mongod.txt'
      return windows && arch === 'x64' ? 'requirements-mongod.txt' : undefined
    },
    inside: [['fiftyone', 'db', 'bin', 'mongod']],
    remedy:
      'It needs OpenSSL 3 and libcurl from the system. On Debian or Ubuntu: apt-get install libcurl4 libssl3; on Fedora: dnf install libcurl openssl-libs.',
  },
}

/** Either `{ url }` of a server that runs elsewhere, or `{ binary, version }` of one to start. */
export async function findServer(name, { useGiven = true } = {}) {
  const kind = kinds[name]
  if (useGiven && kind.given) {
    done(name, `yours, from ${kind.variable}`)
    return { url: kind.given }
  }
  return (await fromPath(name, kind)) ?? (await fromWheel(name, kind))
}

async function fromPath(name, kind) {
  const binary = onPath(name)
  if (!binary) return undefined
  const { version } = await ask(binary, kind)
  if (version && atLeast(version, kind.minimum)) {
    done(`${name} ${version}`, 'from your PATH')
    return { binary, version }
  }
  note(
    `${name} ${version ?? 'of unknown version'} on your PATH is not used: ${kind.minimum} is the least (${kind.reason})`,
  )
  return undefined
}

async function fromWheel(name, kind) {
  const requirements = kind.requirements()
  const otherwise = `Or use a server of your own (${kind.variable}=...), or Docker: docker compose up.`
  if (!requirements) {
    throw new Trouble(
      `There is no ready-made ${name} for ${process.platform} ${process.arch}. Put one on your PATH.\n${otherwise}`,
    )
  }
  let wheel
  try {
    wheel = await ensureWheel(name, requirements)
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    throw new Trouble(`${error.message}\nPut ${name} ${kind.minimum} or newer on your PATH. ${otherwise}`)
  }
  const binary = kind.inside.map(parts => join(wheel.folder, ...parts) + (windows ? '.exe' : '')).find(existsSync)
  if (!binary) throw new Trouble(`The wheel of ${name} carries no program where it was expected. ${otherwise}`)
  if (!windows) chmodSync(binary, 0o755)
  const { version, trouble } = await ask(binary, kind)
  if (!version) throw new Trouble(`${name} does not run here: ${trouble}\n${kind.remedy}\n${otherwise}`)
  done(`${name} ${version}`, wheel.fresh ? 'into .local' : 'already in .local')
  return { binary, version }
}

async function ask(binary, kind) {
  const { out, err } = await run(binary, ['--version'])
  return { version: kind.version.exec(out)?.[1], trouble: (err || out).trim() }
}

export function atLeast(version, least) {
  const [a, b] = [version, least].map(text => text.split('.').map(Number))
  const at = a.findIndex((part, index) => part !== b[index])
  return at === -1 || a[at] > b[at]
}

/** The first program of that name on the PATH. */
export function onPath(name) {
  const names = windows ? [`${name}.exe`] : [name]
  return searchPath
    .flatMap(folder => names.map(file => join(folder, file)))
    .find(path => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}
