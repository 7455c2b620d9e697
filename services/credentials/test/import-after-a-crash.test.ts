import t from 'tap'
import { catalogue } from './builders.ts'
import { missing, serviceProcess } from './service-process.ts'

t.test('an import that was killed half-way is finished by importing again', { skip: missing }, async t => {
  const { db, start, killed, post, count } = await serviceProcess(t)
  const load = () => post('/imports', catalogue())

  // The authorizations are committed with their events; the rules are not there yet.
  await start('outbox.committed')
  const gone = killed()
  await t.rejects(load())
  await gone
  t.strictSame([await count('authorizations'), await count('links'), await count('outbox')], [12, 7, 12])
  t.equal(await count('assignment_rules'), 0)

  await start('')
  const answer = await load()
  t.equal(answer.status, 200)
  const { sections } = (await answer.json()) as { sections: Record<string, object> }
  t.match(sections, { authorizations: { added: 0, unchanged: 12 }, assignmentRules: { added: 5 } })
  t.strictSame([await count('authorizations'), await count('links'), await count('outbox')], [12, 7, 17])
  const rows = await db.connection.collection<{ _id: number }>('outbox').find().sort({ _id: 1 }).toArray()
  t.strictSame(
    rows.map(row => row._id),
    rows.map((_, index) => index + 1),
    'nothing lost, nothing twice',
  )
})
