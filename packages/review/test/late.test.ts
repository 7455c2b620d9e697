import { type Link, type ReachedChange, sequenceOf } from '@cte-align/contracts'
import t from 'tap'
import { changed, link, ref, rule, wildcard } from './builders.ts'
import { resolve } from './resolve.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'

/** Release 1, then one with these changes. */
async function published({ hear, standards }: World, ...changes: ReachedChange[]) {
  await hear(standards.publish(1, []))
  await hear(standards.publish(2, changes))
}

t.test('a link that comes after the release flags its dependent as one that was there', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await published(world, changed('retired', 'ICT.B', { up: ['ICT'] }))
  await world.links({ added: [link('CTE/R4T/ICB', 'ICT.B5.0', ['ICT.B', 'ICT'])] })
  const [flag] = await world.flags()
  t.match(flag, { dependent: { key: 'CTE/R4T/ICB' }, severity: 'breaking', state: 'open', version: 1 })
  t.equal((await world.said('cte.ctc.authorization.flagged')).length, 1)
  const { digest, flags } = await world.rebuild()
  t.equal(flags, 1)
  t.equal((await world.flags())[0]!._id, flag!._id)
  t.equal(await world.review.flagsDigest(), digest)
})

t.test('a further link adds its cause to the flag; the same link again changes nothing', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  const one = link('CTE/R4T/ICB', 'ICT.B', ['ICT'])
  const two = link('CTE/R4T/ICB', 'ICT.C', ['ICT'])
  await world.links({ added: [one] })
  await published(world, changed('retired', 'ICT.B'), changed('substantive', 'ICT.C'))
  await world.links({ added: [two] })
  await world.links({ added: [one, two] })
  const [flag, ...more] = await world.flags()
  t.match(flag, { causeCount: 2, severity: 'breaking', version: 2, state: 'open' })
  t.strictSame(more, [])
  t.equal((await world.said('cte.ctc.authorization.flagged')).length, 2)
})

t.test('a new cause opens a resolved flag again, and says so', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await world.links({ added: [link('CTE/R4T/ICB', 'ICT.B', ['ICT'])] })
  await published(world, changed('retired', 'ICT.B'), changed('substantive', 'ICT.C'))
  await resolve(world)
  await world.links({ added: [link('CTE/R4T/ICB', 'ICT.C', ['ICT'])] })
  const [flag] = await world.flags()
  t.match(flag, { state: 'open', disposition: null, causeCount: 2 })
  t.match(await world.said('cte.ctc.flag.reopened'), [{ data: { flag: flag!._id } }])
  const log = await world.models.Transition.find({ flag: flag!._id }).sort({ number: 1 }).lean()
  t.match(log, [
    { from: 'open', to: 'resolved' },
    { from: 'resolved', to: 'open', actor: 'system' },
  ])
})

t.test('a late rule and a late wildcard flag too', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await world.otherLinks({ added: [link('7600', 'ICT.B', ['ICT'])] })
  await published(world, changed('retired', 'ICT.B', { up: ['ICT'] }))
  t.strictSame(await world.flags(), [])
  await world.rules({ added: [rule('7600', 'CTE/R4T/ICT')] })
  await world.links({ added: [wildcard('CTE/R4T/ALL')] })
  t.strictSame(
    (await world.flags()).map(flag => [flag.dependent.key, flag.causes[0]!.order]),
    [
      ['CTE/R4T/ALL', 1],
      ['CTE/R4T/ICT', 2],
    ],
  )
})

t.test('a later release with attested texts alone is born resolved, covered by the earlier flags', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await world.links({ added: [link('CTE/R4T/ICB', 'ICT.B', ['ICT'])] })
  const change = changed('substantive', 'ICT.B', { aspect: 'wording' })
  await published(world, change)
  await resolve(world)
  await world.hear(world.standards.publish(3, [change]))
  await world.hear(world.standards.publish(4, [change, changed('label', 'ICT.B', { aspect: 'title' })]))
  const [first, second, third] = await world.flags()
  t.match(second, { state: 'resolved', coveredBy: [first!._id] })
  t.match(third, { state: 'open', coveredBy: [] })
  const before = await world.review.flagsDigest()
  t.equal((await world.rebuild()).digest, before)
  t.match((await world.flags())[1], { state: 'resolved', coveredBy: [first!._id] })
})

t.test('a link removed before a release does not count; one removed after still does', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  const gone = link('CTE/R4T/GONE', 'ICT.B', ['ICT'])
  const went = link('CTE/R4T/WENT', 'ICT.B', ['ICT'])
  await world.links({ added: [gone] })
  await world.links({ added: [went] })
  await world.links({ removed: [gone] })
  await published(world, changed('retired', 'ICT.B'))
  await world.links({ removed: [went] })
  t.strictSame(
    (await world.flags()).map(flag => flag.dependent.key),
    ['CTE/R4T/WENT'],
  )
  const before = await world.review.flagsDigest()
  t.equal((await world.rebuild()).digest, before)
  await world.hear(world.standards.publish(3, [changed('substantive', 'ICT.B')]))
  t.equal((await world.flags()).length, 1)
})

t.test('a link made before a move and heard of after it takes the move along', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await published(world, changed('moved', 'ICT.B', { aspect: 'place', lineage: [ref('EEU')] }))
  await world.links({ added: [link('CTE/R4T/ICT', 'ICT.B5.0', ['ICT.B', 'ICT'])] })
  await world.hear(world.standards.publish(3, [changed('retired', 'EEU')]))
  t.strictSame(
    (await world.flags()).map(flag => flag.release.number),
    [2, 3],
  )
})

t.test('a release looked at again counts the links that a later one has moved away', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await world.links({ added: [link('CTE/R4T/ICT', 'ICT.B5.0', ['ICT.B', 'ICT'])] })
  await published(world, changed('scope-narrowed', 'ICT', { aspect: 'wording' }))
  const move = changed('moved', 'ICT.B', { aspect: 'place', lineage: [ref('EEU')] })
  await world.hear(world.standards.publish(3, [move]))
  await world.links({ added: [link('CTE/R4T/ICT', 'ICT.C', ['ICT'], { verified: false })] })
  const [flag] = await world.flags()
  t.match(flag, { release: { number: 2 }, severity: 'breaking', causes: [{ paths: { length: 2 } }] })
  const before = await world.review.flagsDigest()
  t.equal((await world.rebuild()).digest, before)
})

t.test('a renamed dependent keeps its flags and where its links began', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await world.links({ added: [link('CTE/R4T/ICT', 'ICT.B', ['ICT'])] })
  await published(
    world,
    changed('moved', 'ICT.B', { aspect: 'place', lineage: [ref('EEU')] }),
    changed('retired', 'EEU'),
  )
  const [kept] = await world.review.links.of({ kind: 'authorization', key: 'CTE/R4T/ICT' })
  await world.links({ added: [{ ...kept!, dependent: { ...kept!.dependent, title: 'A new title' } }] })
  const [flag, ...more] = await world.flags()
  t.match(flag, { causeCount: 1, classes: ['moved'], dependent: { title: 'A new title' } })
  t.strictSame(more, [])
  t.equal((await world.said('cte.ctc.authorization.flagged')).length, 1)
})

t.test('a link whose event is driven again after newer ones stays as they left it', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  const [gone, doubted] = [link('7600', 'ICT.B', ['ICT']), link('7600', 'ICT.C', ['ICT'])]
  const say = (added: Link[], removed: string[] = []) => {
    const data = { dependent: gone.dependent, added, removed }
    return world.other.say({ type: 'cte.calpads.course-code.changed', data })
  }
  const events = [say([gone, doubted]), say([{ ...doubted, verified: false }], [gone.id])]
  for (const event of events.toReversed()) {
    if (event.type !== 'cte.calpads.course-code.changed') continue
    const at = { source: event.source, sequence: sequenceOf(event) }
    await db.transaction(session => world.review.links.put(session, event.data, at))
  }
  await world.review.assessPending()
  t.match(await world.review.links.of(gone.dependent), [{ id: doubted.id, verified: false }])
  t.equal((await world.review.links.of(gone.dependent)).length, 1)
  await world.rules({ added: [rule('7600', 'CTE/R4T/ICT')] })
  await published(world, changed('retired', 'ICT.B'), changed('retired', 'ICT.C'))
  t.strictSame(await world.flags(), [], 'nothing breaks')
})

t.test('two instances that hear of late links at once make each flag whole and once', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const one = await reviewOn(db)
  const two = await reviewOn(db)
  await one.hear(one.standards.publish(1, []))
  await one.hear(one.standards.publish(2, [changed('retired', 'ICT.B'), changed('substantive', 'ICT.C')]))
  const rounds = ['ICT.B', 'ICT.C'].flatMap((item, n) =>
    ['CTE/R4T/1', 'CTE/R4T/2'].map(to => ({ in: n === 0 ? one : two, link: link(to, item, ['ICT']) })),
  )
  await Promise.all(rounds.map(round => round.in.links({ added: [round.link] })))
  await Promise.all([one.review.assessPending(), two.review.assessPending()])
  t.strictSame(
    (await one.flags()).map(flag => [flag.dependent.key, flag.causeCount]),
    [
      ['CTE/R4T/1', 2],
      ['CTE/R4T/2', 2],
    ],
  )
  const before = await one.review.flagsDigest()
  t.equal((await one.rebuild()).digest, before)
})
