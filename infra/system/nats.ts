import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, freePort, type Program, root, startProgram } from './program.ts'
import { requiredEnv } from './required-env.ts'

export interface NatsServer extends Program {
  readonly url: string
  readonly monitorUrl: string
  /** Where it keeps its streams. */
  readonly store: string
  /** Ends it and removes its store. */
  close(): Promise<void>
}

/** A nats-server of one's own, with the settings of every other one of ours; it begins with a copy of the store `from`. A restart keeps port and store. */
export async function startNats({ from }: { from?: string | undefined } = {}): Promise<NatsServer> {
  const binary = requiredEnv('CTE_NATS_SERVER')
  const [port, monitorPort] = [await freePort(), await freePort()]
  const store = await mkdtemp(join(process.env.CTE_TEST_FOLDER ?? tmpdir(), 'nats-'))
  if (from !== undefined) await cp(from, store, { recursive: true })
  const monitorUrl = `http://127.0.0.1:${monitorPort}`
  const config = join(root, 'infra', 'nats.conf')
  const program = await startProgram({
    name: 'nats-server',
    command: binary,
    args: ['-c', config, '-a', '127.0.0.1', '-p', String(port), '-m', String(monitorPort), '-sd', store],
    ready: async () => (await ask(`${monitorUrl}/healthz`)).ok,
  })
  return Object.assign(program, {
    url: `nats://127.0.0.1:${port}`,
    monitorUrl,
    store,
    async close() {
      await program.stop()
      await rm(store, { recursive: true, force: true })
    },
  })
}
