import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { changed, link } from './builders.ts'
import { reviewOn, withDatabase } from './with-review.ts'

const program = fileURLToPath(new URL('assess-in-a-process.ts', import.meta.url))

/** Assesses what waits in a process of its own, which is killed at the label. Resolves to the signal that ended it. */
async function assessAndDie(database: string, label: string): Promise<string | null> {
  const child = spawn(process.execPath, [program, database], { env: { ...process.env, CTE_FAIL_AT: label } })
  const [, signal] = await once(child, 'exit')
  return signal
}

for (const label of ['assess.before', 'assess.batch-written', 'assess.before-done', 'assess.done'])
  t.test(`an assessment killed at ${label} is finished by the next, and says everything once`, async t => {
    const db = await withDatabase(t)
    if (db === null) return
    const { review, links, hear, standards, flags, said } = await reviewOn(db)
    await links({ added: Array.from({ length: 20 }, (_, n) => link(`CTE/R4T/${n}`, 'ICT.B', ['ICT'])) })
    await hear(standards.publish(1, []))
    for (const event of standards.publish(2, [changed('retired', 'ICT.B', { up: ['ICT'] })]))
      await db.transaction(session => review.writeStandards(event, session))
    t.equal(await assessAndDie(db.connection.name, label), 'SIGKILL')
    await review.assessPending()
    t.equal((await flags()).length, 20)
    t.equal((await said('cte.ctc.authorization.flagged')).length, 20)
    t.equal((await said('cte.ctc.release.assessed')).length, 2)
    await hear(standards.publish(3, [changed('substantive', 'ICT')]))
    t.equal((await said('cte.ctc.release.assessed')).length, 3)
  })

for (const label of ['assess.before', 'assess.batch-written', 'assess.before-done', 'assess.done'])
  t.test(`an erratum whose assessment is killed at ${label} supersedes each flag once`, async t => {
    const db = await withDatabase(t)
    if (db === null) return
    const { review, links, hear, standards, flags, said, models, rebuild } = await reviewOn(db)
    // Where it dies between batches, there must be two.
    const count = label === 'assess.batch-written' ? 205 : 20
    await links({ added: Array.from({ length: count }, (_, n) => link(`CTE/R4T/${n}`, 'ICT.B', ['ICT'])) })
    await hear(standards.publish(1, []))
    await hear(standards.publish(2, [changed('retired', 'ICT.B')]))
    for (const event of standards.erratum(3, 2, [changed('added', 'ICT.B', { rule: 'existence/restored' })]))
      await db.transaction(session => review.writeStandards(event, session))
    t.equal(await assessAndDie(db.connection.name, label), 'SIGKILL')
    await Promise.all([review.assessPending(), (await reviewOn(db)).review.assessPending()])
    const all = await flags()
    t.equal(all.filter(flag => flag.disposition === 'superseded').length, count)
    t.equal(all.filter(flag => flag.state === 'open' && flag.supersedes !== null).length, count)
    t.equal((await said('cte.ctc.flag.resolved')).length, count)
    t.equal(await models.Transition.countDocuments({ disposition: 'superseded' }), count)
    t.equal((await said('cte.ctc.release.assessed')).length, 3)
    const digest = await review.flagsDigest()
    t.equal((await rebuild()).digest, digest)
  })
