import t, { type Test } from 'tap'
import { changed, link, wildcard } from './builders.ts'
import { mover, resolve } from './resolve.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'
import { withRoutes } from './with-routes.ts'

const STATUTE = 'EC 44260.9'
const RETITLED = changed('label', 'ICT', { aspect: 'title', before: { title: 'x' }, after: { title: 'y' } })

/** An authorization on the sector ICT, a statute that counts the sectors and a regulation that lists them. */
async function world(t: Test, { late = false } = {}): Promise<World | null> {
  const db = await withDatabase(t)
  if (db === null) return null
  const made = await reviewOn(db)
  await made.links({ added: [link('CTE/R4T/ICT', 'ICT')] })
  if (!late) await law(made)
  await made.hear(made.standards.publish(1, []))
  return made
}

async function law(made: World): Promise<void> {
  await made.links({ added: [wildcard(STATUTE, 'sector-count')] })
  await made.links({ added: [wildcard('5 CCR 80035.5', 'sector-titles')] })
}

const told = async ({ flags }: World, number: number) =>
  (await flags())
    .filter(({ release }) => release.number === number)
    .map(({ dependent, severity }) => `${dependent.kind} ${dependent.key} ${severity}`)

t.test('a retired sector flags the statute beside the authorizations, a new title only the list of titles', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.publish(2, [RETITLED]))
  await made.hear(made.standards.publish(3, [changed('retired', 'ICT')]))
  t.strictSame(await told(made, 2), ['legal-reference 5 CCR 80035.5 notice', 'authorization CTE/R4T/ICT notice'])
  t.strictSame(await told(made, 3), [
    'legal-reference 5 CCR 80035.5 review',
    'authorization CTE/R4T/ICT breaking',
    'legal-reference EC 44260.9 review',
  ])
  t.equal((await made.said('cte.ctc.authorization.flagged')).length, 2)
  t.match(
    (await made.said('cte.ctc.legal-reference.flagged')).map(({ subject }) => subject),
    ['5 CCR 80035.5', '5 CCR 80035.5', STATUTE],
  )
  t.match(await made.said('cte.ctc.release.assessed'), [
    { data: { flags: 0 } },
    { data: { flags: 2 } },
    { data: { flags: 3, bySeverity: { breaking: 1, review: 2 } } },
  ])
})

t.test(
  'a statute that is linked after the release is flagged as if it had been there, and a rebuild says the same',
  async t => {
    const made = await world(t, { late: true })
    if (made === null) return
    await made.hear(made.standards.publish(2, [changed('retired', 'ICT')]))
    await law(made)
    t.equal((await told(made, 2)).length, 3)
    const digest = await made.review.flagsDigest()
    t.equal((await made.rebuild()).digest, digest)
  },
)

t.test('what a release does to a statute is what its preview said', async t => {
  const made = await world(t)
  if (made === null) return
  const change = changed('retired', 'ICT')
  const said: string[] = []
  const release = { id: 'ca-mcs-2013@2', framework: 'ca-mcs-2013', number: 2 }
  for await (const piece of made.review.preview({ release, reached: [change] })) {
    if (piece.piece === 'impacts')
      said.push(...piece.impacts.map(({ dependent, severity }) => `${dependent.kind} ${dependent.key} ${severity}`))
    // Of the links that say whether anything hangs on a framework, none is one of law on its list.
    if (piece.piece === 'summary') t.strictSame(piece.links, { 'ca-mcs-2013': 1 })
  }
  await made.hear(made.standards.publish(2, [change]))
  t.strictSame(await told(made, 2), said)
})

t.test('a flag on a statute is dealt with as any other; an erratum takes its place', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.publish(2, [changed('retired', 'ICT')]))
  await made.hear(made.standards.erratum(3, 2, [changed('added', 'ICT')]))
  const of = async (number: number) =>
    (await made.flags()).find(({ release, dependent }) => release.number === number && dependent.key === STATUTE)!
  t.match(await of(2), { state: 'resolved', disposition: 'superseded', supersededBy: (await of(3))._id })
  await resolve(made)
  t.match(await of(3), { state: 'resolved', disposition: 'no-impact', supersedes: (await of(2))._id })
  const actor = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
  const step = { to: 'open', reason: 'Counted again' } as const
  await mover(made)({ id: (await of(3))._id, actor, step, correlation: 'c', check() {} })
  t.match((await made.said('cte.ctc.flag.reopened')).at(-1), { subject: STATUTE })
})

t.test('the queue can be narrowed to statutes or to authorizations', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.publish(2, [changed('retired', 'ICT')]))
  const app = await withRoutes(t, made)
  const count = async (query: string) => (await app.inject(`/flags/summary?${query}`)).json().flags
  t.equal(await count('release=ca-mcs-2013@2'), 3)
  t.equal(await count('kind=authorization'), 1)
  t.equal(await count('kind=legal-reference'), 2)
  t.equal(await count('kind=course-code'), 0)
  t.equal((await app.inject('/flags?kind=statute')).statusCode, 400)
  const { items } = (await app.inject(`/flags?dependent=${encodeURIComponent(STATUTE)}`)).json()
  t.match(items[0].firstCause.summary, /^retired: sector ICT .* > linked to EC 44260\.9 \(test\)$/)
})
