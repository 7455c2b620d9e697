import fc from 'fast-check'
import t from 'tap'
import type { LoggedEvent } from '../web/src/data/logged-event.ts'
import { chainOf, factsOf, type Link } from '../web/src/pages/events/chain.ts'
import { fits, NO_FILTERS, queryOf } from '../web/src/pages/events/event-filters.ts'
import { countInWords, countOf } from '../web/src/pages/events/type-in-words.ts'

const event = (position: number, type: string, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  ...{ position, id: `e${position}`, source: '/cte/standards', type, subject: 's', sequence: String(position) },
  ...{ time: new Date(position * 1000).toISOString(), correlationid: 'c', causationid: null, actor: null, data: {} },
  ...more,
})
const all = (links: Link[]): LoggedEvent[] => links.flatMap(({ events, follows }) => [...events, ...all(follows)])

t.test('a release and its flags: many of a kind stand together under what caused them', async t => {
  const flags = [4, 5, 6, 7, 8].map(at =>
    event(at, 'flagged', { causationid: 'e3', data: { severity: at < 6 ? 'breaking' : 'review' } }),
  )
  const chain = chainOf([
    event(9, 'assessed', { causationid: 'e3' }),
    ...flags,
    event(3, 'published'),
    event(1, 'changed'),
  ])
  t.strictSame(
    chain.map(({ type, events, follows }) => [
      type,
      events.length,
      follows.map(each => [each.type, each.events.length]),
    ]),
    [
      ['changed', 1, []],
      [
        'published',
        1,
        [
          ['flagged', 5],
          ['assessed', 1],
        ],
      ],
    ],
  )
  t.equal(
    countInWords(countOf('cte.ctc.authorization.flagged', flags)),
    '5 authorizations flagged (2 breaking, 3 review)',
  )
})

t.test('no event is lost, none is shown twice, none before its cause', async () => {
  const made = fc
    .array(fc.tuple(fc.nat(12), fc.constantFrom('a', 'b')), { maxLength: 40 })
    .map(seeds =>
      seeds.map(([cause, type], at) =>
        event(at + 1, type, { causationid: cause > 0 && cause <= at ? `e${cause}` : cause === 0 ? null : 'elsewhere' }),
      ),
    )
  fc.assert(
    fc.property(made, events => {
      const shown = all(chainOf([...events].reverse())).map(({ id }) => id)
      if (shown.length !== events.length || new Set(shown).size !== events.length) return false
      return events.every(({ id, causationid }) => {
        const cause = shown.indexOf(causationid ?? '')
        return cause === -1 || cause < shown.indexOf(id)
      })
    }),
  )
})

t.test('the whole of it at a glance: who, why, how long; nothing where there is nothing', async t => {
  const actor = { id: 'mlopez', agency: 'CDE', role: 'publisher' }
  const facts = factsOf([event(5, 'b'), event(2, 'a', { actor })], ({ position }) =>
    position === 5 ? 'Adopted' : null,
  )
  t.match(facts, { actor, why: 'Adopted', count: 2, milliseconds: 3000 })
  t.equal(
    factsOf([], () => null),
    undefined,
  )
})

t.test('a new event is held against the filters as the gateway would', async t => {
  const flag = event(1, 'cte.ctc.flag.resolved', {
    source: '/cte/credentials',
    subject: 'CTE/R4T/ANR',
    data: { reason: 'Seen' },
  })
  const by = (more: Partial<typeof NO_FILTERS>) => fits(flag, { ...NO_FILTERS, ...more })
  t.ok(by({}))
  t.ok(by({ agency: 'CTC', type: 'cte.ctc.flag.*', subject: 'r4t', q: 'seen' }))
  t.notOk(by({ agency: 'CDE' }))
  t.notOk(by({ type: 'cte.ctc.flag.reopened' }))
  t.notOk(by({ person: 'mlopez' }), 'an event without an actor is nobody’s')
  t.strictSame(queryOf({ ...NO_FILTERS, agency: 'CALPADS', person: 'x' }), { source: '/cte/course-codes', actor: 'x' })
})
