import { setTimeout as delay } from 'node:timers/promises'
import type { CteEvent } from '@cte-align/contracts'
import t from 'tap'
import { catalogue } from './builders.ts'
import { adding, dropping, PUBLISHER } from './drafting.ts'
import { missing, serviceProcess } from './service-process.ts'

/** More than one batch of rules. */
const MANY = 201
const STEPS = ['edition.begun', 'edition.batch-written', 'edition.before-flip', 'edition.flipped']

t.test(
  'an edition killed at any step is finished by the next start: nothing lost, nothing twice',
  { skip: missing },
  async t => {
    const { db, start, stop, killed, post } = await serviceProcess(t)
    await start('')
    await post('/imports', catalogue())
    await stop()
    const drafts = db.connection.collection<{ _id: string; state: string; entries: number }>('rule_drafts')
    const outbox = db.connection.collection<{ _id: number; event: CteEvent }>('outbox')

    for (const [round, step] of STEPS.entries()) {
      await start(step)
      const codes = Array.from({ length: MANY }, (_, n) => `${7200 + round * 250 + n}:CTE/R4T/ANR`)
      const gone = round === 0 ? ['7100:TC1/R1S/AGRI'] : []
      const retitled = { op: 'retitle-subject', subject: 'FAB', title: `Title ${round}` }
      const body = {
        title: `Round ${round}`,
        operations: [...codes.map(id => adding(id)), ...gone.map(rule => dropping(rule)), retitled],
      }
      const opened = await post('/rule-editions', body)
      const { id } = (await opened.json()) as { id: string }
      const before = await outbox.countDocuments()
      const dead = killed()
      const headers = { 'x-cte-actor': PUBLISHER, 'if-match': opened.headers.get('etag')! }
      await t.rejects(post(`/rule-editions/${id}/publish`, { reason: 'to be killed' }, headers))
      await dead
      await start('')
      for (const end = Date.now() + 60_000; Date.now() < end; await delay(50))
        if ((await drafts.findOne({ _id: id }))?.state === 'published') break
      await stop()

      const rows = await outbox.find().sort({ _id: 1 }).toArray()
      t.strictSame(
        rows.map(row => row._id),
        rows.map((_, index) => index + 1),
        `${step}: no number is missing`,
      )
      const told = rows.slice(before).map(({ event }) => `${event.type.split('.').slice(2).join('.')} ${event.subject}`)
      const expected = [
        ...[...codes, ...gone, '7400:CTE/R4T/FAB'].map(rule => `assignment-rule.changed ${rule}`),
        'authorization.changed CTE/R4T/FAB',
        `rule-edition.published ${id}`,
      ]
      t.strictSame(told.sort(), expected.sort(), `${step}: everything is told once`)
      t.equal(await db.connection.collection('edition_rules').countDocuments({ edition: id }), 4 + (round + 1) * MANY)
      const steps = await db.connection
        .collection('rule_draft_entries')
        .find({ draft: id })
        .sort({ number: 1 })
        .toArray()
      t.strictSame(
        steps.map(entry => entry.step),
        ['opened', 'publishing-begun', 'published'],
        `${step}: the record`,
      )
    }
  },
)
