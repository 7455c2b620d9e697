import { setTimeout as delay } from 'node:timers/promises'
import type { CteEvent } from '@cte-align/contracts'
import t from 'tap'
import { catalogue, ruleSaid } from './builders.ts'
import { withCourseCodes } from './with-course-codes.ts'

t.test('the rules of CTC are followed, in whatever order things arrive', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { bus, call, db } = service
  const ctc = bus.join()
  const say = async (event: CteEvent) => {
    await ctc.publish(event.type, event)
    await until(async () => (await call('GET', '/positions')).body['/cte/credentials'] === Number(event.sequence))
  }
  const edges = async () => {
    const found = await db.connection.collection('rules').find({ removed: null }).sort({ _id: 1 }).toArray()
    return found
      .map(
        ({ edge }) =>
          `${edge.courseCode.title}: ${edge.authorization?.key ?? `${edge.prefix}*`}${edge.inferred ? ' ?' : ''}`,
      )
      .sort()
  }

  await say(ruleSaid(1, '7100:TC1/R1S/AGRI', ['TC1/R1S/AGRX']))
  t.strictSame(await edges(), [], 'no edge before the course code is known')
  await call('POST', '/imports', catalogue())
  t.strictSame(await edges(), ['Course 7100: TC1/R1S/AGRI', 'Course 7100: TC1/R1S/AGRX ?'], 'twins are inferred')

  await say(ruleSaid(2, '7000:CTE/R4T/*'))
  t.ok((await edges()).includes('Course 7000: CTE/R4T/*'), 'a wildcard has a prefix')
  await say(ruleSaid(3, '7100:TC1/R1S/AGRI'))
  t.notOk((await edges()).includes('Course 7100: TC1/R1S/AGRX ?'), 'a twin that is none any more goes')
  await ctc.publish('cte.ctc.assignment-rule.changed', ruleSaid(1, '7100:TC1/R1S/AGRI', ['TC1/R1S/AGRX']))
  await say(ruleSaid(4, '7999:CTE/R4T/ANR'))
  t.strictSame(
    await edges(),
    ['Course 7000: CTE/R4T/*', 'Course 7100: TC1/R1S/AGRI'],
    'a copy that comes late is nothing new',
  )

  const { rules } = (await call('GET', '/course-codes/7100')).body
  t.match(rules, [{ rule: { id: '7100:TC1/R1S/AGRI' }, authorization: { key: 'TC1/R1S/AGRI' }, twins: [] }])
  const { items } = (await call('GET', '/gaps')).body
  t.ok(
    items.some((gap: { code: string; key: string }) => gap.code === 'rule-without-course-code' && gap.key === '7999'),
  )
  t.ok(items.some((gap: { code: string; key: string }) => gap.code === 'no-assignment-rule' && gap.key === '7839'))

  await call('PATCH', '/course-codes/7100', { title: 'Farming' }, { 'if-match': '"v1"' })
  t.ok((await edges()).includes('Farming: TC1/R1S/AGRI'), 'edges bear the name of their course code')
  await call('PATCH', '/course-codes/7000', { title: 'Work' }, { 'if-match': '"v1"' })
  await call('PATCH', '/course-codes/7100', { title: 'Gardening' }, { 'if-match': '"v2"' })
  await call('PATCH', '/course-codes/7100', { title: 'Farming' }, { 'if-match': '"v3"' })
  t.strictSame(await edges(), ['Farming: TC1/R1S/AGRI', 'Work: CTE/R4T/*'], 'and no other, whatever was heard last')

  await say(dropped(5, '7100:TC1/R1S/AGRI'))
  t.strictSame(await edges(), ['Work: CTE/R4T/*'], 'a rule that an edition drops takes its edges along')
  t.strictSame((await call('GET', '/course-codes/7100')).body.rules, [])
  await say(ruleSaid(6, '7100:TC1/R1S/AGRI'))
  t.ok((await edges()).includes('Farming: TC1/R1S/AGRI'), 'and brings them back when it comes again')
})

t.test('a rule driven again after a newer word leaves that standing', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { bus, call, db } = service
  await call('POST', '/imports', catalogue())
  const at = async (position: number) =>
    until(async () => (await call('GET', '/positions')).body['/cte/credentials'] === position)
  const ctc = bus.join()
  const first = ruleSaid(1, '7100:TC1/R1S/AGRI')
  await ctc.publish(first.type, first)
  await at(1)
  // Its second word could not be worked with at first: a letter with the whole of it.
  const second = ruleSaid(2, '7100:TC1/R1S/AGRI', ['TC1/R1S/AGRX'])
  ctc.publishRaw(second.type, Buffer.from(JSON.stringify({ ...second, data: { nonsense: true } })))
  const third = ruleSaid(3, '7100:TC1/R1S/AGRI')
  await ctc.publish(third.type, third)
  await at(3)
  const raw = Buffer.from(JSON.stringify(second))
  await db.connection.collection('dead_letters').updateOne({ sequence: 2 }, { $set: { raw } })
  const administrator = { 'x-cte-actor': 'id=ops; agency=CALPADS; role=administrator' }
  const redriven = await call('POST', '/dead-letters/redrive', undefined, administrator)
  t.match(redriven.body.outcomes, [{}, { source: '/cte/credentials', redriven: 1 }])
  const active = await db.connection.collection('rules').find({ removed: null }).toArray()
  t.match(active, [{ edge: { authorization: { key: 'TC1/R1S/AGRI' } } }])
  t.equal(active.length, 1)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await delay(20)) if (await holds()) return
  throw new Error('It did not come to pass in ten seconds')
}

function dropped(sequence: number, id: string): CteEvent {
  const said = ruleSaid(sequence, id)
  if (said.type !== 'cte.ctc.assignment-rule.changed') throw new Error(said.type)
  return { ...said, data: { ...said.data, removed: true } }
}
