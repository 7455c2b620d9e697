import fc from 'fast-check'
import t from 'tap'
import { createEventLog, type EventFilter } from '../src/events/event-log.ts'
import type { LoggedEvent } from '../src/events/logged-event.ts'
import { toLoggedEvent } from '../src/events/logged-event.ts'
import { shorten } from '../src/events/shorten.ts'

const event = (position: number, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  position,
  id: `id-${position}`,
  source: '/cte/standards',
  type: 'cte.cde.proposal.opened',
  subject: `Proposal ${position}`,
  time: '2026-11-30T08:00:00.000Z',
  sequence: String(position).padStart(16, '0'),
  correlationid: 'corr',
  causationid: null,
  actor: null,
  data: {},
  ...more,
})
const logOf = (events: LoggedEvent[], most = 1000) => {
  const log = createEventLog({ most })
  for (const each of events) log.add(each)
  return log
}
const positions = (events: LoggedEvent[]) => events.map(each => each.position)
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

t.test('pages come newest first, and together are every event once', async t => {
  const log = logOf(numbers(25).map(n => event(n * 3)))
  const seen: number[] = []
  let before: number | undefined
  for (;;) {
    const page = log.list({}, { before, limit: 10 })
    seen.push(...positions(page.items))
    if (page.next === null) break
    before = Number(page.next)
  }
  t.strictSame(
    seen,
    numbers(25)
      .map(n => n * 3)
      .reverse(),
  )
})

t.test('each filter takes its own, and all must fit', async t => {
  const log = logOf([
    event(1, { correlationid: 'a' }),
    event(2, { type: 'cte.ctc.flag.resolved', source: '/cte/credentials', subject: 'CTE/R4T/ANR' }),
    event(3, { type: 'cte.ctc.authorization.flagged', source: '/cte/credentials', data: { note: 'Needle' } }),
    event(4, { correlationid: 'a', actor: { id: 'example-person', agency: 'CDE', role: 'editor' } }),
  ])
  const found = (filter: EventFilter) => positions(log.list(filter, { limit: 10 }).items)
  t.strictSame(found({ source: '/cte/credentials' }), [3, 2])
  t.strictSame(found({ type: 'cte.ctc.flag.resolved' }), [2])
  t.strictSame(found({ type: 'cte.ctc.*' }), [3, 2])
  t.strictSame(found({ correlation: 'a' }), [4, 1])
  t.strictSame(found({ subject: 'r4t' }), [2])
  t.strictSame(found({ q: 'needle' }), [3])
  t.strictSame(found({ q: 'example-person' }), [4])
  t.strictSame(found({ actor: 'example-person' }), [4])
  t.strictSame(found({ actor: 'example' }), [], 'a person is named whole')
  t.strictSame(found({ actor: 'example-person', correlation: 'b' }), [])
  t.strictSame(found({ source: '/cte/credentials', q: 'nothing like it' }), [])
})

t.test('pages of a filter are the filtered whole (property)', async () => {
  const kinds = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 })
  fc.assert(
    fc.property(kinds, fc.integer({ min: 1, max: 7 }), (all, limit) => {
      const log = logOf(all.map((correlationid, at) => event(at * 2 + 1, { correlationid })))
      const seen: number[] = []
      for (let before: number | undefined; ; ) {
        const page = log.list({ correlation: 'a' }, { before, limit })
        seen.push(...positions(page.items))
        if (page.next === null) break
        before = Number(page.next)
      }
      const wanted = all.flatMap((kind, at) => (kind === 'a' ? [at * 2 + 1] : [])).reverse()
      return JSON.stringify(seen) === JSON.stringify(wanted)
    }),
  )
})

t.test('it holds no more than it should, and says so', async t => {
  const log = logOf(
    numbers(100).map(n => event(n)),
    40,
  )
  const { items } = log.list({}, { limit: 200 })
  t.ok(items.length >= 40 && items.length <= 50, `${items.length} are kept`)
  t.strictSame(positions(items)[0], 100)
  t.match(log.oldest(), { position: items.at(-1)!.position, first: false })
  t.match(logOf([event(1), event(2)]).oldest(), { position: 1, first: true })
  t.equal(createEventLog({ most: 5 }).oldest(), null)
})

t.test('a log that begins in the middle of the stream does not say that it has the first', async t => {
  const log = createEventLog({ most: 10 })
  log.beginAfter(500)
  log.add(event(501))
  t.match(log.oldest(), { position: 501, first: false })
  log.clear()
  log.add(event(1))
  t.match(log.oldest(), { position: 1, first: true }, 'a stream that was made anew is whole')
})

t.test('an entry says what the event says; who acted only where the event tells it', async t => {
  const entry = (more: object) =>
    toLoggedEvent({
      sequence: 7,
      subject: 'cte.x',
      raw: new TextEncoder().encode(
        JSON.stringify({ ...event(0), causationid: undefined, actor: undefined, specversion: '1.0', ...more }),
      ),
    })
  t.match(entry({}), { position: 7, actor: null, causationid: null, data: {} })
  t.notOk('partial' in entry({}))
  t.strictSame(entry({ actor: 'id=example-person; agency=CTC; role=editor' }).actor, {
    id: 'example-person',
    agency: 'CTC',
    role: 'editor',
  })
  t.equal(entry({ actor: 'somebody' }).actor, null)
  t.match(entry({ causationid: 'before', newer: 'extension' }), { causationid: 'before' })
  t.throws(() => entry({ source: '/elsewhere' }))
})

t.test('long data is shown in part, in its own shape and never longer than it may be', async t => {
  t.strictSame(shorten({ a: 1 }), { data: { a: 1 } })
  t.strictSame(shorten(undefined), { data: undefined })
  const long = shorten({ title: 'kept', text: 'x'.repeat(9000), list: numbers(5000) })
  t.match(long, { partial: true, data: { title: 'kept', text: /^x+…$/ } })
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 1, max: 400 }), (value, times) => {
      const shown = shorten({ value, many: Array.from({ length: times }, () => value) })
      return JSON.stringify(shown.data).length <= 4096
    }),
  )
})

t.test(
  'what came after a position is counted by what it was, most first, and it is said when some is no longer here',
  async t => {
    const flag = (position: number, severity: string) => event(position, { type: 'flagged', data: { severity } })
    const events = [event(1), event(2), flag(4, 'review'), flag(5, 'breaking'), event(6), flag(7, 'review')]
    const log = logOf(events)
    t.strictSame(log.countsAfter(2), {
      counts: [
        { type: 'flagged', events: 3, severities: { review: 2, breaking: 1 } },
        { type: 'cte.cde.proposal.opened', events: 1, severities: {} },
      ],
      newest: 7,
      whole: true,
    })
    t.strictSame(log.countsAfter(7), { counts: [], newest: 7, whole: true })
    t.strictSame(log.countsAfter(100).counts, [], 'of a stream that was there before')
    t.strictSame(logOf([]).countsAfter(0), { counts: [], newest: 0, whole: true })
    const few = logOf(
      numbers(20).map(n => event(n)),
      4,
    )
    const [oldest] = few.after(0, 1)
    t.match(few.countsAfter(oldest!.position - 1), { whole: true })
    t.match(few.countsAfter(oldest!.position - 2), { whole: false })
  },
)
