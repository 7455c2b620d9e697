import t from 'tap'
import { changed, link, ref, rule } from './builders.ts'
import { reviewOn, withDatabase } from './with-review.ts'

t.test('a first release flags nothing and says so', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { links, hear, standards, flags, said } = await reviewOn(db)
  await links({ added: [link('CTE/R4T/ICT', 'ICT')] })
  await hear(standards.publish(1, [changed('added', 'ICT')]))
  t.strictSame(await flags(), [])
  const [event, ...more] = await said('cte.ctc.release.assessed')
  t.match(event, { subject: 'ca-mcs-2013@1', correlationid: 'correlation-1', data: { flags: 0 } })
  t.strictSame(more, [])
})

t.test('a retired pathway flags the own dependents, each once, with the event of each', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { links, otherLinks, hear, standards, flags, said } = await reviewOn(db)
  await links({ added: [link('CTE/R4T/ICT', 'ICT'), link('CTE/R4T/ICB', 'ICT.B', ['ICT'])] })
  await links({ added: [link('CTE/R4T/EEU', 'EEU')] })
  await otherLinks({ added: [link('7600', 'ICT.B', ['ICT'])] })
  await hear(standards.publish(1, []))
  const release = standards.publish(2, [changed('retired', 'ICT.B', { up: ['ICT'] })])
  await hear(release)
  await hear(release)
  t.strictSame(
    (await flags()).map(flag => [flag.dependent.key, flag.severity, flag.state, flag.causeCount]),
    [
      ['CTE/R4T/ICB', 'breaking', 'open', 1],
      ['CTE/R4T/ICT', 'review', 'open', 1],
    ],
  )
  t.equal((await said('cte.ctc.authorization.flagged')).length, 2)
  const assessed = await said('cte.ctc.release.assessed')
  t.match(assessed[1], {
    causationid: release.at(-1)!.id,
    data: {
      flags: 2,
      bySeverity: { breaking: 1, review: 1, notice: 0 },
      positions: { '/cte/credentials': 2, '/cte/course-codes': 1, '/cte/standards': release.length + 1 },
    },
  })
  t.equal(assessed.length, 2)
})

t.test('pieces may come in any order, and a release waits for its predecessor', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { links, hear, standards, flags } = await reviewOn(db)
  await links({ added: [link('CTE/R4T/ICT', 'ICT')] })
  const first = standards.publish(1, [])
  const second = standards.publish(2, [changed('retired', 'ICT.B', { up: ['ICT'] }), changed('retired', 'ICT')])
  const third = standards.publish(3, [changed('label', 'ICT', { aspect: 'title' })])
  await hear(third.toReversed())
  await hear(second.toReversed().slice(0, -1))
  await hear(first)
  t.strictSame(await flags(), [])
  await hear(second.slice(0, 1))
  t.strictSame(
    (await flags()).map(flag => [flag.release.number, flag.causeCount]),
    [
      [2, 2],
      [3, 1],
    ],
  )
})

t.test('two instances that assess at once make each flag and say each thing once', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const one = await reviewOn(db)
  const two = await reviewOn(db)
  const many = Array.from({ length: 450 }, (_, n) => link(`CTE/R4T/${n}`, 'ICT.B', ['ICT']))
  await one.links({ added: many })
  for (const event of [
    ...one.standards.publish(1, []),
    ...one.standards.publish(2, [changed('retired', 'ICT.B', { up: ['ICT'] })]),
  ])
    await db.transaction(session => one.review.writeStandards(event, session))
  await Promise.all([one.review.assessPending(), two.review.assessPending(), one.review.assessPending()])
  t.equal((await one.flags()).length, 450)
  t.equal((await one.said('cte.ctc.authorization.flagged')).length, 450)
  t.equal((await one.said('cte.ctc.release.assessed')).length, 2)
})

t.test('a change that breaks a course code reaches its authorization through the assignment rule', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { rules, otherLinks, hear, standards, flags } = await reviewOn(db)
  await rules({ added: [rule('7600', 'CTE/R4T/ICT')] })
  await otherLinks({ added: [link('7600', 'ICT.B', ['ICT'])] })
  await hear(standards.publish(1, []))
  await hear(standards.publish(2, [changed('retired', 'ICT.B')]))
  const [flag] = await flags()
  t.match(flag, { dependent: { key: 'CTE/R4T/ICT' }, severity: 'review', causes: [{ order: 2 }] })
})

t.test('links follow what a release moved, and the next release finds them there', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { links, hear, standards, flags, review } = await reviewOn(db)
  await links({ added: [link('CTE/R4T/ICT', 'ICT.B5.0', ['ICT.B', 'ICT'])] })
  await hear(standards.publish(1, []))
  await hear(standards.publish(2, [changed('moved', 'ICT.B', { aspect: 'place', lineage: [ref('EEU')] })]))
  const [kept] = await review.links.of({ kind: 'authorization', key: 'CTE/R4T/ICT' })
  t.strictSame(
    kept!.lineage.map(one => one.key),
    ['ICT.B', 'EEU'],
  )
  await hear(standards.publish(3, [changed('retired', 'EEU')]))
  await hear(standards.publish(4, [changed('retired', 'ICT')]))
  t.strictSame(
    (await flags()).map(flag => flag.release.number),
    [2, 3],
  )
})

t.test('more than a hundred causes lie beside the flag', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { links, hear, standards, flags, models } = await reviewOn(db)
  await links({ added: [link('CTE/R4T/ICT', 'ICT')] })
  await hear(standards.publish(1, []))
  const changes = Array.from({ length: 130 }, (_, n) =>
    changed('substantive', `ICT.B${n + 10}.0`, { aspect: 'wording', up: ['ICT'] }),
  )
  await hear(standards.publish(2, changes))
  const [flag] = await flags()
  t.equal(flag!.causes.length, 100)
  t.equal(flag!.causeCount, 130)
  t.equal(await models.FlagCause.countDocuments({ flag: flag!._id }), 30)
})

t.test('what people say on a proposal is passed over, and counts as read', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { links, hear, standards, flags, said } = await reviewOn(db)
  await links({ added: [link('CTE/R4T/ICT', 'ICT')] })
  const about = { on: 'item' as const, item: 'ICT' }
  const comment = { proposal: 'p', framework: 'ca-mcs-2013', comment: 'c', number: 1, about }
  const envelope = { subject: 'ICT', correlationid: 'c' }
  await hear([
    standards.say({ type: 'cte.cde.comment.received', data: { ...comment, replyTo: null }, ...envelope }),
    standards.say({
      type: 'cte.cde.comment.answered',
      data: { ...comment, disposition: 'declined', operations: 0 },
      ...envelope,
    }),
  ])
  t.strictSame(await flags(), [])
  await hear(standards.publish(1, []))
  t.match(await said('cte.ctc.release.assessed'), [{ data: { flags: 0, positions: { '/cte/standards': 3 } } }])
})
