import { type Bus, createMemoryBus } from '@cte-align/bus'
import { type CteEvent, type ItemRef, idFrom, LineageRequest, releaseRef, rpc } from '@cte-align/contracts'
import type { Database, Service } from '@cte-align/service'
import { withDatabase } from '@cte-align/service/testing'
import type { Test } from 'tap'
import { buildCourseCodes } from '../src/app.ts'

export const CDE = 'id=akim; agency=CDE; role=editor'
export const MCS = 'ca-mcs-2013'

/** `AGR` is a sector, `AGR.A` a pathway. */
export const item = (key: string): ItemRef => ({
  framework: MCS,
  id: idFrom('test', key),
  key,
  kind: key.includes('.') ? 'pathway' : 'sector',
  title: `Title of ${key}`,
})

const SECTORS = ['AGR', 'BUS', 'FID', 'MSS']
const ITEMS = new Map([...SECTORS, 'AGR.A', 'AGR.B', 'FID.C'].map(key => [key, item(key)]))

/** Answers for standards from a small table: one framework, at its first release. */
export async function serveStandards(bus: Pick<Bus, 'serve'>) {
  const asked: string[] = []
  const subscription = await bus.serve(rpc.lineage, async function* answer(data) {
    const { framework, items } = LineageRequest.parse(data)
    asked.push(...items)
    const known = framework === MCS ? items.filter(key => ITEMS.has(key)) : []
    yield {
      release: framework === MCS ? releaseRef(MCS, 1) : null,
      known: known.map(key => ({
        asked: key,
        item: ITEMS.get(key)!,
        lineage: key.includes('.') ? [ITEMS.get(key.split('.')[0]!)!] : [],
      })),
      unknown: items.filter(key => !known.includes(key)),
    }
  })
  return { asked, stop: () => subscription.stop() }
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into as the caller of an HTTP API would.
  body: any
  headers: Record<string, unknown>
}

/** The service on an empty database and a memory bus, with somebody who answers for standards; null (and the test skipped) without a server. */
export async function withCourseCodes(t: Test) {
  const db = await withDatabase(t)
  if (!db) return null
  const bus = createMemoryBus()
  const standards = await serveStandards(bus.join())
  const app = await buildCourseCodes({ env: { LOG_LEVEL: 'silent', NATS_MONITOR_URL: undefined }, db, bus: bus.join() })
  t.teardown(() => app.close())
  return { app, db, bus, standards, call: callOn(app), events: eventsOf(db) }
}

export const callOn =
  (app: Service, actor = CDE) =>
  async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers = {},
  ): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url,
      headers: { 'x-cte-actor': actor, ...headers },
      ...(body !== undefined && { payload: body as object }),
    })
    const json = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers }
  }

/** What the service has said so far, of one type. */
const eventsOf = (db: Database) => async (type: string) => {
  const rows = await db.connection
    .collection<{ _id: number; event: CteEvent }>('outbox')
    .find()
    .sort({ _id: 1 })
    .toArray()
  return rows.map(row => row.event).filter(event => event.type === type)
}
