import t from 'tap'
import { type Actor, actorText, CteEvent, readActor } from '../src/index.ts'

const mlopez: Actor = { id: 'mlopez', agency: 'CDE', role: 'publisher' }

const opened = (more: object = {}) => ({
  ...{ specversion: '1.0', id: 'e1', source: '/cte/standards', type: 'cte.cde.proposal.opened', subject: 'p1' },
  ...{ time: '2026-11-22T08:00:00.000Z', datacontenttype: 'application/json', dataschema: '/schemas/x' },
  ...{ sequence: '0000000000000001', correlationid: 'c' },
  data: { proposal: 'p1', framework: 'ca-mcs-2013', title: 'A change (hypothetical)' },
  ...more,
})

t.test('an actor is said in the form of the header, and read back from it', async t => {
  t.equal(actorText(mlopez), 'id=mlopez; agency=CDE; role=publisher')
  t.strictSame(readActor(actorText(mlopez)), { actor: mlopez })
  t.strictSame(readActor('role=publisher;agency=CDE;  id=mlopez'), { actor: mlopez }, 'in any order')
})

t.test('what is no actor says what is wrong with it', async t => {
  const faultOf = (text: string) => {
    const read = readActor(text)
    return 'fault' in read ? read.fault : undefined
  }
  t.match(faultOf('mlopez'), /id/)
  t.match(faultOf('id=mlopez; agency=DMV; role=editor'), /^agency /)
  t.match(faultOf('id=m lopez; agency=CDE; role=editor'), /^id must be 1 to 64 letters/)
  t.equal(faultOf('id=a; id=b; agency=CDE; role=editor'), 'id is given twice')
})

t.test('an event may say who, in that form; one from before there was an actor is as good as ever', async t => {
  const { actor, ...rest } = CteEvent.parse(opened({ actor: actorText(mlopez) }))
  t.equal(actor, 'id=mlopez; agency=CDE; role=publisher')
  t.strictSame(CteEvent.parse(opened()), rest)
  t.notOk(CteEvent.safeParse(opened({ actor: 'mlopez' })).success)
  t.notOk(CteEvent.safeParse(opened({ actor: mlopez })).success, 'extensions are scalar')
})
