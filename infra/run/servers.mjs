// One mongod (a replica set of one, so that transactions work) and one nats-server, both on loopback alone.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ports.mjs'
import { run } from './processes.mjs'
import { Trouble } from './say.mjs'
import { environment, root } from './settings.mjs'

/**
 * Starts mongod and waits for its primary. `cacheGb` bounds its memory (mongod's own default is half of the
 * machine's) and with it what one transaction can hold, about a twelfth: standards publishes up to 72 MB in one.
 * `transactionSeconds`: the transaction of a service that was killed in the middle holds its documents for that long (mongod's own
 * default is 60), and so the restarted service waits that long. `historySeconds`: for how long the past can be read (mongod's own
 * default is 300), and so how long the files of what was dropped stay open: tests make and drop a database each, with some fifty
 * collections, and a mongod that reaches the system's limit of open files ends.
 */
export async function startMongod(
  children,
  { node, binary, port, folder, stage, cacheGb = 1, transactionSeconds = 15, historySeconds = 300 },
) {
  mkdirSync(folder, { recursive: true })
  const address = ['--port', String(port), '--bind_ip', '127.0.0.1']
  const size = ['--wiredTigerCacheSizeGB', String(cacheGb)]
  const limits = [
    ...['--setParameter', `transactionLifetimeLimitSeconds=${transactionSeconds}`],
    ...['--setParameter', `minSnapshotHistoryWindowInSeconds=${historySeconds}`],
  ]
  const settings = ['--dbpath', folder, '--replSet', 'rs0', ...address, ...size, ...limits]
  const child = children.launch('mongod', binary, settings, { stage })
  const uri = `mongodb://127.0.0.1:${port}/?replicaSet=rs0`
  let trouble = ''
  const ready = async () => {
    const { code, err } = await prepareReplicaSet(node, uri, ['--initiate'])
    trouble = err
    return code === 0
  }
  await children.until(child, ready).catch(error => {
    throw trouble ? new Trouble(`${error.message}\n${trouble.trim()}`) : error
  })
  return { uri, child }
}

/** Needs the driver, so it runs as a program of its own, under our Node. Without --initiate it only looks. */
export const prepareReplicaSet = (node, uri, args = []) =>
  run(node, [join(root, 'infra', 'servers', 'replica-set.ts'), uri, ...args], { cwd: root, env: environment() })

/** Starts nats-server with infra/nats.conf and waits until JetStream has recovered what it holds. */
export async function startNats(children, { binary, port, monitorPort, folder, stage }) {
  mkdirSync(folder, { recursive: true })
  const places = ['-a', '127.0.0.1', '-p', String(port), '-m', String(monitorPort), '-sd', folder]
  const child = children.launch('nats-server', binary, ['-c', join(root, 'infra', 'nats.conf'), ...places], { stage })
  const monitor = `http://127.0.0.1:${monitorPort}`
  await children.until(child, async () => (await ask(`${monitor}/healthz`)).ok)
  return { url: `nats://127.0.0.1:${port}`, monitor, child }
}
