import { createMemoryBus } from '@cte-align/bus'
import { type CteEvent, LogRequest, rpc, sequenceOf } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { consumeSource, type Database } from '../src/index.ts'
import { bytes, numbered, until, upTo } from './events.ts'
import { silent } from './silent.ts'
import { withDatabase } from './with-database.ts'

const SUBJECT = 'cte.cde.proposal.opened.ca-mcs-2013'
const thousandths = (max: number) => fc.integer({ min: 0, max }).map(n => n / 1000)
const probability = thousandths(600)

/** One bad day: what is published, in which order, how the bus behaves, what the writer does. */
const Day: fc.Arbitrary<Day> = fc.record({
  events: fc.integer({ min: 1, max: 40 }),
  /** Published order: ranks for a partial shuffle, with repeats. */
  shuffle: fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 30 }),
  neverPublished: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }),
  garbage: fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 3 }),
  faults: fc.record({ duplicate: probability, reorder: probability, drop: probability }),
  transientFailures: fc.integer({ min: 0, max: 2 }),
  instances: fc.integer({ min: 1, max: 3 }),
  seeds: fc.array(thousandths(999), { minLength: 20, maxLength: 50 }),
})
interface Day {
  events: number
  shuffle: number[]
  neverPublished: number[]
  garbage: Uint8Array[]
  faults: { duplicate: number; reorder: number; drop: number }
  transientFailures: number
  instances: number
  seeds: number[]
}

t.test('whatever the bus does, each event is applied once, in order', { timeout: 600_000 }, async t => {
  const db = await withDatabase(t)
  if (!db) return
  let round = 0
  await fc.assert(
    fc.asyncProperty(Day, async day => {
      const applied = await live(db, day, ++round)
      const expected = upTo(day.events)
      if (JSON.stringify(applied) !== JSON.stringify(expected)) throw new Error(`applied ${applied}, not ${expected}`)
    }),
    { numRuns: Number(process.env.CTE_TEST_RUNS || 15), endOnFailure: true },
  )
  t.pass(`${round} days`)
})

async function live(db: Database, day: Day, round: number): Promise<number[]> {
  let draw = 0
  const random = () => day.seeds[draw++ % day.seeds.length]!
  const bus = createMemoryBus({ ackWaitMs: 60, faults: day.faults, random })
  // Per round its own collections; positions are shared, so they begin anew.
  const applied = db.connection.collection<{ _id: number; n: number }>(`applied_${round}`)
  await db.connection.createCollection(`applied_${round}`)
  await db.connection.collection('positions').deleteMany({})
  const owner = bus.join()
  await owner.serve(rpc.log('standards'), async function* (data) {
    const { after, limit } = LogRequest.parse(data)
    const events: CteEvent[] = []
    for (let n = after + 1; n <= Math.min(day.events, after + limit); n++) events.push(numbered(n))
    yield { events, last: day.events }
  })
  let failures = day.transientFailures
  const inboxes = await Promise.all(
    upTo(day.instances).map(() =>
      consumeSource({
        bus: bus.join(),
        db,
        durable: `day-${round}`,
        subjects: ['cte.cde.>'],
        source: '/cte/standards',
        service: 'standards',
        log: silent,
        gapWaitMs: 5,
        async write(event, session) {
          // In insertion order; a second application would be a second document.
          const order = await applied.countDocuments({}, { session })
          await applied.insertOne({ _id: order + 1, n: sequenceOf(event) }, { session })
          if (failures > 0) {
            failures--
            throw Object.assign(new Error('away'), { code: 'CTE_UNAVAILABLE' })
          }
        },
      }),
    ),
  )
  for (const n of order(day)) await bus.publish(SUBJECT, numbered(n))
  for (const raw of day.garbage) bus.publishRaw(SUBJECT, raw)
  // The last one always comes, or nobody would know that the others are missing.
  bus.publishRaw(SUBJECT, bytes(numbered(day.events)))
  await until(async () => (await inboxes[0]!.position()) === day.events)
  await Promise.all(inboxes.map(inbox => inbox.stop()))
  await bus.close()
  return (await applied.find().sort({ _id: 1 }).toArray()).map(({ n }) => n)
}

function order(day: Day): number[] {
  const all = upTo(day.events)
  for (const [i, j] of day.shuffle.entries()) {
    const [a, b] = [i % all.length, j % all.length]
    ;[all[a], all[b]] = [all[b]!, all[a]!]
  }
  const missing = new Set(day.neverPublished)
  return all.filter(n => !missing.has(n))
}
