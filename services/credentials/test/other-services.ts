import type { MemoryBus } from '@cte-align/bus'
import {
  allDates,
  CteEvent,
  type EventData,
  type EventType,
  idFrom,
  LogRequest,
  type ReachedChange,
  releaseDigest,
  releaseRef,
  rpc,
  type Source,
  subjectOf,
  toSequence,
} from '@cte-align/contracts'
import { item, MCS } from './with-credentials.ts'

/** Another service as this one hears it: what it says is on the stream and in its log. */
export async function otherService(bus: MemoryBus, service: 'standards' | 'course-codes') {
  const source: Source = `/cte/${service}`
  const log: CteEvent[] = []
  await bus.serve(rpc.log(service), async function* answer(data) {
    const { after, limit } = LogRequest.parse(data)
    yield { events: log.slice(after, after + limit), last: log.length }
  })
  return {
    source,
    log,
    async say<T extends EventType>(type: T, data: EventData<T>): Promise<void> {
      const sequence = log.length + 1
      const event = CteEvent.parse({
        specversion: '1.0',
        id: idFrom(source, sequence),
        source,
        type,
        subject: 'test',
        time: '2026-11-22T12:00:00.000Z',
        datacontenttype: 'application/json',
        dataschema: `/schemas/${type}`,
        sequence: toSequence(sequence),
        correlationid: 'test',
        data,
      })
      log.push(event)
      await bus.publish(subjectOf(type), event)
    },
  }
}
export type OtherService = Awaited<ReturnType<typeof otherService>>

/** The sector is retired, and nobody says what takes over. */
export function retired(key: string): ReachedChange {
  const fallen = item(key)
  return {
    change: {
      id: `${MCS}@2:${fallen.id}:existence`,
      release: `${MCS}@2`,
      item: fallen,
      aspect: 'existence',
      class: 'retired',
      rule: 'existence/retired',
      override: null,
      before: null,
      after: null,
      added: null,
      within: null,
      successors: 'unknown',
      assignments: [],
      lineage: null,
      fingerprints: { before: 'before', after: null },
    },
    reach: [{ item: fallen, scope: 'subtree', path: [{ edge: 'change', item: fallen }] }],
  }
}

/** The sector is there again, as it was. */
export function restored(key: string): ReachedChange {
  const { change, reach } = retired(key)
  const id = `${MCS}@3:${change.item.id}:existence`
  const again = {
    class: 'added',
    rule: 'existence/restored',
    fingerprints: { before: 'gone', after: 'before' },
  } as const
  return { change: { ...change, ...again, id, release: `${MCS}@3`, successors: null }, reach }
}

/** All messages of a release; of an erratum with the release that it corrects. */
export async function publish(
  standards: OtherService,
  number: number,
  reached: ReachedChange[],
  corrects?: number,
): Promise<void> {
  const release = releaseRef(MCS, number)
  const messages = reached.map((one, n) => ({ release, number: n + 1, ...one, part: { number: 1, of: 1 } }))
  for (const message of messages) await standards.say('cte.cde.item.changed', message)
  await standards.say('cte.cde.release.published', {
    release,
    title: `Release ${number}`,
    dates: allDates({ adoption: '2026-11-05', effective: '2027-07-01' }),
    changes: reached.length,
    messages: messages.length,
    digest: releaseDigest(messages),
    ...(corrects !== undefined && { corrects: `${MCS}@${corrects}` }),
  })
}
