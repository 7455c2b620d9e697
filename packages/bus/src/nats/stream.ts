import { STREAM, STREAM_SUBJECTS } from '@cte-align/contracts'
import {
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream'
import { nanos } from '@nats-io/transport-node'
import type { BusLog } from '../log.ts'

/** Nothing is dropped silently: no limits, and nobody may delete or purge. */
const wanted = (replicas: number) => ({
  name: STREAM,
  subjects: STREAM_SUBJECTS,
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.New,
  max_msgs: -1,
  max_bytes: -1,
  max_age: 0,
  max_msgs_per_subject: -1,
  num_replicas: replicas,
  duplicate_window: nanos(10 * 60_000),
  deny_delete: true,
  deny_purge: true,
})

const NO_SUCH_STREAM = 10_059

/** Declares the stream, at every start and whenever it is missed. Returns its identity, which a new stream has anew. */
export async function ensureStream(jsm: JetStreamManager, replicas: number, log: BusLog): Promise<string> {
  const config = wanted(replicas)
  try {
    const info = await jsm.streams.info(STREAM)
    await mend(jsm, info.config, config, log)
    return identityOf(info)
  } catch (error) {
    if (!(error instanceof JetStreamApiError && error.code === NO_SUCH_STREAM)) throw error
    log.warn({ stream: STREAM }, 'There is no stream yet; creating it')
    return identityOf(await jsm.streams.add(config))
  }
}

export const identityOf = (info: { created: string }): string => `${STREAM}@${info.created}`

async function mend(
  jsm: JetStreamManager,
  actual: StreamConfig,
  config: ReturnType<typeof wanted>,
  log: BusLog,
): Promise<void> {
  const differs = Object.entries(config).filter(
    ([name, value]) => JSON.stringify(actual[name as keyof StreamConfig]) !== JSON.stringify(value),
  )
  if (differs.length === 0) return
  const names = differs.map(([name]) => name)
  try {
    await jsm.streams.update(STREAM, { ...actual, ...config })
    log.info({ names }, 'The stream was set as it should be')
  } catch (error) {
    log.error({ err: error, names }, 'The stream is not as it should be and cannot be changed')
  }
}
