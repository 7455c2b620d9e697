import { CteEvent, idFrom, MAX_EVENT_BYTES } from '@cte-align/contracts'
import t from 'tap'
import { createOutbox, type Database } from '../src/index.ts'
import { opened, sequences, upTo } from './events.ts'
import { withDatabase } from './with-database.ts'

async function outboxIn(db: Database) {
  const outbox = createOutbox({ db, source: '/cte/standards', now: () => new Date('2026-11-22T08:00:00Z') })
  await db.prepare(outbox.models)
  return outbox
}

t.test('events get numbers from 1, ids computed from them, and the envelope', async t => {
  const db = await withDatabase(t)
  if (!db) return
  const outbox = await outboxIn(db)
  t.strictSame(await outbox.read(0, 10), { events: [], last: 0 })
  const events = await db.transaction(session => outbox.append(session, [opened('a'), opened('b')]))
  t.strictSame(sequences(events), [1, 2])
  t.match(events[1], {
    id: idFrom('/cte/standards', 2),
    time: '2026-11-22T08:00:00.000Z',
    source: '/cte/standards',
    subject: 'b',
  })
  const read = await outbox.read(0, 10)
  t.strictSame(read, { events, last: 2 })
  for (const event of read.events) t.ok(CteEvent.safeParse(event).success, 'it comes out as it went in')
  t.strictSame(sequences((await outbox.read(1, 10)).events), [2])
  t.equal((await outbox.rows(0, 1))[0]!.subject, 'cte.cde.proposal.opened.ca-mcs-2013')
})

t.test('an event says who made the request that it follows from, and nothing where nobody did', async t => {
  const db = await withDatabase(t)
  if (!db) return
  const outbox = await outboxIn(db)
  const by = { id: 'mlopez', agency: 'CDE', role: 'editor' } as const
  const [asked, unasked] = await db.transaction(session =>
    outbox.append(session, [{ ...opened('a'), by }, opened('b')]),
  )
  t.equal(asked!.actor, 'id=mlopez; agency=CDE; role=editor')
  t.notOk('actor' in unasked!)
})

t.test('a transaction that does not commit leaves no gap', async t => {
  const db = await withDatabase(t)
  if (!db) return
  const outbox = await outboxIn(db)
  const append = (name: string, fail = false) =>
    db.transaction(async session => {
      await outbox.append(session, [opened(name)])
      if (fail) throw new Error('told to fail')
    })
  await append('a')
  await t.rejects(append('b', true), /told to fail/)
  await append('c')
  t.strictSame(
    (await outbox.read(0, 10)).events.map(event => [event.sequence.at(-1), event.subject]),
    [
      ['1', 'a'],
      ['2', 'c'],
    ],
  )
})

t.test('concurrent transactions, some aborted, number without a gap, and a reader sees a growing prefix', async t => {
  const db = await withDatabase(t)
  if (!db) return
  const outbox = await outboxIn(db)
  let done = false
  const reader = (async () => {
    while (!done) {
      const { events, last } = await outbox.read(0, 1000)
      if (JSON.stringify(sequences(events)) !== JSON.stringify(upTo(events.length))) return 'a gap was seen'
      if (last < events.length) return 'last is too low'
    }
    return 'no gap'
  })()
  const outcomes = await Promise.allSettled(
    upTo(24).map(n =>
      db.transaction(async session => {
        await outbox.append(session, n % 3 === 0 ? [opened(`${n}a`), opened(`${n}b`)] : [opened(`${n}`)])
        if (n % 4 === 0) throw new Error('told to fail')
      }),
    ),
  )
  done = true
  t.equal(await reader, 'no gap')
  t.equal(outcomes.filter(outcome => outcome.status === 'rejected').length, 6)
  const { events } = await outbox.read(0, 1000)
  t.strictSame(sequences(events), upTo(24))
  t.equal(new Set(events.map(event => event.subject)).size, 24)
})

t.test('ten thousand events fit in one transaction', async t => {
  const db = await withDatabase(t)
  if (!db) return
  const outbox = await outboxIn(db)
  await db.transaction(session =>
    outbox.append(
      session,
      upTo(10_000).map(n => opened(`p-${n}`)),
    ),
  )
  t.equal(await outbox.last(), 10_000)
})

t.test('an event that is not ours, or too large, is refused and nothing is written', async t => {
  const db = await withDatabase(t)
  if (!db) return
  const outbox = await outboxIn(db)
  const append = (event: ReturnType<typeof opened>) => db.transaction(s => outbox.append(s, [opened('a'), event]))
  await t.rejects(append({ ...opened('b'), data: {} } as never), { name: 'ZodError' })
  const large = opened('c')
  if (large.type === 'cte.cde.proposal.opened') large.data.title = 'x'.repeat(MAX_EVENT_BYTES)
  await t.rejects(append(large), { code: 'CTE_EVENT_TOO_LARGE' })
  t.equal(await outbox.last(), 0)
})
