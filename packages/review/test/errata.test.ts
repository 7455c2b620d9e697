import type { ReachedChange } from '@cte-align/contracts'
import t, { type Test } from 'tap'
import { flagId } from '../src/to-flag.ts'
import { changed, link, ref } from './builders.ts'
import { mover, resolve } from './resolve.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'

const actor = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
const release = (number: number) => ({ id: `ca-mcs-2013@${number}`, framework: 'ca-mcs-2013', number })
const idOf = (number: number, key = 'CTE/R4T/ICB') => flagId(release(number), 'authorization', key)
const flagOf = async ({ models }: World, number: number, key?: string) =>
  (await models.Flag.findById(idOf(number, key)).lean())!
const logOf = ({ models }: World, number: number, key?: string) =>
  models.Transition.find({ flag: idOf(number, key) })
    .sort({ number: 1 })
    .lean()

/** The wording of an item goes from one text to another. */
const reworded = (key: string, before: string, after: string, up: string[] = []): ReachedChange =>
  changed('substantive', key, { aspect: 'wording', up, fingerprints: { before, after } })

/** One authorization on ICT.B and one on ICT.C; release 2 rewords both. */
async function world(t: Test): Promise<World | null> {
  const db = await withDatabase(t)
  if (db === null) return null
  const made = await reviewOn(db)
  await made.links({ added: [link('CTE/R4T/ICB', 'ICT.B', ['ICT']), link('CTE/R4T/ICC', 'ICT.C', ['ICT'])] })
  await made.hear(made.standards.publish(1, []))
  await made.hear(made.standards.publish(2, [reworded('ICT.B', 'b1', 'b2'), reworded('ICT.C', 'c1', 'c2')]))
  return made
}

/** A rebuild gives the very flags that are there. */
async function holds(t: Test, made: World): Promise<void> {
  const before = await made.flags()
  const digest = await made.review.flagsDigest()
  const said = await made.outbox.last()
  t.equal((await made.rebuild()).digest, digest)
  const strip = ({ version: _, flaggedAt: __, impactFingerprint: ___, ...flag }: (typeof before)[number]) => flag
  t.strictSame((await made.flags()).map(strip), before.map(strip))
  t.equal(await made.outbox.last(), said)
}

t.test(
  'the open flag of the corrected release is superseded, with log and event; what the erratum does not touch stays',
  async t => {
    const made = await world(t)
    if (made === null) return
    await mover(made)({
      id: idOf(2),
      actor,
      step: { to: 'in-review', owner: 'kchan', reason: 'Hers' },
      correlation: 'c',
      check() {},
    })
    const events = made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3')])
    await made.hear(events)
    await made.hear(events)
    t.match(await flagOf(made, 2), {
      ...{ state: 'resolved', disposition: 'superseded', owner: 'kchan', version: 3 },
      ...{ supersededBy: idOf(3), supersedes: null },
    })
    t.match(await flagOf(made, 3), {
      ...{ state: 'open', disposition: null, owner: 'kchan', version: 1 },
      ...{ corrects: 'ca-mcs-2013@2', supersedes: idOf(2), supersededBy: null, takesBack: [] },
    })
    t.match(await flagOf(made, 2, 'CTE/R4T/ICC'), { state: 'open', supersededBy: null, version: 1 })
    t.match(await logOf(made, 2), [
      { from: 'open', to: 'in-review' },
      {
        ...{ from: 'in-review', to: 'resolved', actor: 'system', disposition: 'superseded', supersededBy: idOf(3) },
        ...{
          attested: [],
          reason: `ca-mcs-2013@3 corrects ca-mcs-2013@2: flag ${idOf(3)} stands in the place of this one`,
        },
      },
    ])
    t.match(await logOf(made, 3), [
      { from: 'open', to: 'open', actor: 'system', owner: 'kchan', reason: `Takes the place of flag ${idOf(2)}` },
    ])
    t.match(await made.said('cte.ctc.flag.resolved'), [
      {
        ...{ causationid: events.at(-1)!.id, correlationid: 'correlation-1', subject: 'CTE/R4T/ICB' },
        data: { flag: idOf(2), release: { number: 2 }, disposition: 'superseded', supersededBy: idOf(3) },
      },
    ])
    t.equal((await made.said('cte.ctc.flag.resolved')).length, 1)
    t.match((await made.said('cte.ctc.authorization.flagged')).at(-1), { data: { flag: idOf(3), supersedes: idOf(2) } })
    await holds(t, made)
  },
)

t.test('an ordinary release supersedes nothing, and its events name nothing of errata', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.publish(3, [reworded('ICT.B', 'b2', 'b3')]))
  t.match(await flagOf(made, 2), { state: 'open', supersededBy: null })
  for (const event of await made.said('cte.ctc.authorization.flagged'))
    t.notOk('supersedes' in (event.data as object), event.id)
})

t.test('a flag that was resolved stays as it is; the flag of the erratum is made all the same', async t => {
  const made = await world(t)
  if (made === null) return
  await resolve(made)
  await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3')]))
  t.match(await flagOf(made, 2), { state: 'resolved', disposition: 'no-impact', supersededBy: null })
  t.match(await flagOf(made, 3), { state: 'open', corrects: 'ca-mcs-2013@2', supersedes: null, owner: null })
  await holds(t, made)
})

t.test('an erratum of an erratum supersedes the flags of the erratum, and each log says by which', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3')]))
  await made.hear(made.standards.erratum(4, 3, [reworded('ICT.B', 'b3', 'b4')]))
  t.match(await flagOf(made, 2), { state: 'resolved', supersededBy: idOf(3) })
  t.match(await flagOf(made, 3), { state: 'resolved', supersedes: idOf(2), supersededBy: idOf(4) })
  t.match(await flagOf(made, 4), { state: 'open', supersedes: idOf(3) })
  await holds(t, made)
})

t.test('an erratum of a release two back leaves the flags of those in between', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.publish(3, [reworded('ICT.B', 'b2', 'b3')]))
  await made.hear(made.standards.erratum(4, 2, [reworded('ICT.B', 'b3', 'b4')]))
  t.match(await flagOf(made, 2), { disposition: 'superseded', supersededBy: idOf(4) })
  t.match(await flagOf(made, 3), { state: 'open' })
  await made.hear(made.standards.erratum(5, 2, [reworded('ICT.B', 'b4', 'b5')]))
  t.match(await flagOf(made, 2), { supersededBy: idOf(4) }, 'the first erratum had it')
  t.match(await flagOf(made, 4), { state: 'open' }, 'nobody corrects the erratum')
  await holds(t, made)
})

t.test('an erratum that takes a change back says so, wholly or in part', async t => {
  const made = await world(t)
  if (made === null) return
  await made.links({ added: [link('CTE/R4T/ICB', 'ICT.C', ['ICT'])] })
  await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b1')]))
  t.strictSame((await flagOf(made, 3)).takesBack, [ref('ICT.B').id])
  t.notMatch((await logOf(made, 2)).at(-1)!.reason, /taken back/)
  await made.hear(
    made.standards.publish(4, [changed('retired', 'ICT.B', { fingerprints: { before: 'b1', after: 'gone' } })]),
  )
  const restored = changed('added', 'ICT.B', {
    rule: 'existence/restored',
    fingerprints: { before: 'gone', after: 'b1' },
  })
  await made.hear(made.standards.erratum(5, 4, [restored]))
  t.match((await logOf(made, 4)).at(-1)!.reason, /the change of ca-mcs-2013@4 was taken back$/)
  await holds(t, made)
})

t.test('what is left of a corrected flag is not hidden behind a flag born resolved', async t => {
  const made = await world(t)
  if (made === null) return
  await made.links({ added: [link('CTE/R4T/ICB', 'ICT.C', ['ICT'])] })
  await resolve(made)
  await made.hear(made.standards.publish(3, [reworded('ICT.B', 'b2', 'b3'), reworded('ICT.C', 'c2', 'c3')]))
  await made.hear(made.standards.erratum(4, 3, [reworded('ICT.B', 'b3', 'b2')]))
  t.match(
    await flagOf(made, 4),
    { state: 'open', coveredBy: [], supersedes: idOf(3) },
    'ICT.C is still to be looked at',
  )
  t.match(await flagOf(made, 3, 'CTE/R4T/ICC'), { state: 'open' })
  await made.hear(made.standards.publish(5, [reworded('ICT.B', 'b2', 'b5')]))
  await made.hear(made.standards.erratum(6, 5, [reworded('ICT.B', 'b5', 'b2')]))
  t.match(await flagOf(made, 6), { state: 'resolved', coveredBy: [idOf(2)], supersedes: idOf(5) }, 'attested before')
  t.match(await flagOf(made, 5), { disposition: 'superseded' })
  await holds(t, made)
})

t.test('a release that names a later release, itself or another framework is an ordinary one', async t => {
  const made = await world(t)
  if (made === null) return
  const named = ['ca-mcs-2013@9', 'ca-mcs-2013@4', 'ca-cte-clusters@1']
  for (const [n, corrects] of named.entries())
    await made.hear(
      made.standards.publish(3 + n, [reworded('ICT.B', `b${n + 2}`, `b${n + 3}`)], 'ca-mcs-2013', corrects),
    )
  for (const number of [2, 3, 4, 5]) t.match(await flagOf(made, number), { state: 'open', supersedes: null })
  t.equal((await flagOf(made, 3)).corrects, null)
  await holds(t, made)
})

t.test('a first release can be corrected, and has no flags to supersede', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.erratum(3, 1, [reworded('ICT.B', 'b2', 'b3')]))
  t.match(await flagOf(made, 3), { state: 'open', corrects: 'ca-mcs-2013@1', supersedes: null })
  await holds(t, made)
})

t.test('a dependent linked after the erratum has both flags, the old one superseded', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3')]))
  await made.links({ added: [link('CTE/R4T/LATE', 'ICT.B', ['ICT'])] })
  t.match(await flagOf(made, 2, 'CTE/R4T/LATE'), { disposition: 'superseded', supersededBy: idOf(3, 'CTE/R4T/LATE') })
  t.match(await flagOf(made, 3, 'CTE/R4T/LATE'), { state: 'open', supersedes: idOf(2, 'CTE/R4T/LATE') })
  await holds(t, made)
})

t.test(
  'a flag of the corrected release that a late link makes is born superseded, and opens what stands in its place',
  async t => {
    const made = await world(t)
    if (made === null) return
    await made.hear(made.standards.erratum(3, 2, [reworded('ICT.D', 'd2', 'd3')]))
    await made.links({ added: [link('CTE/R4T/LATE', 'ICT.D', ['ICT'])] })
    await resolve(made)
    await made.links({ added: [link('CTE/R4T/LATE', 'ICT.B', ['ICT'])] })
    t.match(await flagOf(made, 2, 'CTE/R4T/LATE'), { disposition: 'superseded' })
    t.match(await flagOf(made, 3, 'CTE/R4T/LATE'), { state: 'open', supersedes: idOf(2, 'CTE/R4T/LATE') })
    t.match(await logOf(made, 3, 'CTE/R4T/LATE'), [
      { to: 'resolved' },
      { from: 'resolved', to: 'open', actor: 'system' },
    ])
    const told = (await made.outbox.read(0, 1000)).events.filter(event => event.subject === 'CTE/R4T/LATE')
    t.strictSame(
      told.slice(-3).map(event => event.type),
      ['cte.ctc.authorization.flagged', 'cte.ctc.flag.resolved', 'cte.ctc.flag.reopened'],
    )
    await holds(t, made)
  },
)

t.test('something new about a superseded flag opens the flag that stands in its place, through a chain', async t => {
  const made = await world(t)
  if (made === null) return
  await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3')]))
  await made.hear(made.standards.erratum(4, 3, [reworded('ICT.B', 'b3', 'b4')]))
  await resolve(made)
  // Resolving attested ICT.B alone; ICT.C of release 2 was attested for another dependent.
  await made.links({ added: [link('CTE/R4T/ICB', 'ICT.C', ['ICT'])] })
  t.match(await flagOf(made, 2), { disposition: 'superseded', causeCount: 2 })
  t.match(await flagOf(made, 3), { disposition: 'superseded' })
  t.match(await flagOf(made, 4), { state: 'open', disposition: null })
  await holds(t, made)
})

t.test(
  'a late cause that opens a resolved flag of the corrected release passes it on to the erratum, owner included',
  async t => {
    const made = await world(t)
    if (made === null) return
    const step = { to: 'resolved', disposition: 'reissue', owner: 'kchan', reason: 'Done' } as const
    await mover(made)({ id: idOf(2), actor, step, correlation: 'c', check() {} })
    await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3')]))
    await made.links({ added: [link('CTE/R4T/ICB', 'ICT.C', ['ICT'])] })
    t.match(await flagOf(made, 2), { disposition: 'superseded', supersededBy: idOf(3), owner: 'kchan' })
    t.match(await flagOf(made, 3), { state: 'open', supersedes: idOf(2), owner: 'kchan' })
    t.strictSame(
      (await logOf(made, 2)).map(({ from, to }) => [from, to]),
      [
        ['open', 'resolved'],
        ['resolved', 'open'],
        ['open', 'resolved'],
      ],
    )
    await holds(t, made)
  },
)

t.test('a superseded flag is not moved by anybody; what a person opened after the erratum stays open', async t => {
  const made = await world(t)
  if (made === null) return
  await mover(made)({
    id: idOf(2, 'CTE/R4T/ICC'),
    actor,
    step: { to: 'resolved', disposition: 'drop', reason: 'Done' },
    correlation: 'c',
    check() {},
  })
  await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3'), reworded('ICT.C', 'c2', 'c3')]))
  const open = (id: string) =>
    mover(made)({ id, actor, step: { to: 'open', reason: 'Too early' }, correlation: 'c', check() {} })
  await t.rejects(open(idOf(2)), { code: 'CTE_FLAG_SUPERSEDED', message: `work on flag ${idOf(3)}` })
  t.match(await open(idOf(2, 'CTE/R4T/ICC')), { state: 'open' })
  await made.hear(made.standards.publish(4, []))
  t.match(await flagOf(made, 2, 'CTE/R4T/ICC'), { state: 'open', supersededBy: null })
  await holds(t, made)
})

t.test(
  'an erratum and late links that two instances work on at once leave no flag of the corrected release open',
  async t => {
    const db = await withDatabase(t)
    if (db === null) return
    const one = await reviewOn(db)
    const two = await reviewOn(db)
    const many = (from: number) =>
      Array.from({ length: 30 }, (_, n) => link(`CTE/R4T/${from + n}`, n % 2 === 0 ? 'ICT.B' : 'ICT.C', ['ICT']))
    await one.links({ added: many(0) })
    await one.hear(one.standards.publish(1, []))
    await one.hear(one.standards.publish(2, [reworded('ICT.B', 'b1', 'b2'), reworded('ICT.C', 'c1', 'c2')]))
    for (const event of one.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3'), reworded('ICT.C', 'c2', 'c3')]))
      await db.transaction(session => one.review.writeStandards(event, session))
    const late = async () => {
      for (const added of many(15)) await two.links({ added: [added] })
    }
    await Promise.all([late(), one.review.assessPending(), one.review.assessPending()])
    await Promise.all([one.review.assessPending(), two.review.assessPending()])
    const flags = await one.flags()
    const old = flags.filter(flag => flag.release.number === 2)
    t.equal(old.length, 45)
    t.strictSame(
      old.filter(flag => flag.disposition !== 'superseded').map(flag => flag.dependent.key),
      [],
    )
    t.equal((await one.said('cte.ctc.flag.resolved')).length, 45)
    await holds(t, one)
  },
)

t.test('CALPADS hears of superseded course codes in its own words', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const made = await reviewOn(db, { kind: 'course-code' })
  await made.links({ added: [link('7600', 'ICT.B', ['ICT'])] })
  await made.hear(made.standards.publish(1, []))
  await made.hear(made.standards.publish(2, [reworded('ICT.B', 'b1', 'b2')]))
  await made.hear(made.standards.erratum(3, 2, [reworded('ICT.B', 'b2', 'b3')]))
  t.match(await made.flags(), [{ disposition: 'superseded' }, { state: 'open' }])
  t.match(await made.said('cte.calpads.flag.resolved'), [{ subject: '7600', data: { disposition: 'superseded' } }])
  await holds(t, made)
})
