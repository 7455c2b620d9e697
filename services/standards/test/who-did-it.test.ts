import { createOutbox } from '@cte-align/service'
import t from 'tap'
import { commenting } from './commenting.ts'
import { APPROVER, accept, mapClusters, PUBLISHER, skipped, standards } from './standards.ts'

t.test('every event that follows from a request says who made it', { skip: skipped }, async t => {
  const system = await standards(t)
  const outbox = createOutbox({ db: system.db, source: '/cte/standards' })
  const before = await outbox.last()
  /** Type and actor of what was told since, each pair once. */
  const told = async (after: number) =>
    [...new Set((await outbox.read(after, 1000)).events.map(({ type, actor }) => `${type}: ${actor}`))].sort()

  await mapClusters(system)
  const crosswalk = await outbox.last()
  t.ok(
    (await told(before)).includes('cte.cde.crosswalk.changed: id=ed; agency=CDE; role=editor'),
    'a file of relations',
  )
  const { items } = (await system.call('GET', '/crosswalks/map/relations')).body
  t.equal((await accept(system, 'map', items[0].id)).status, 200)
  t.strictSame(await told(crosswalk), [
    'cte.cde.crosswalk.changed: id=ann; agency=CDE; role=approver',
    'cte.cde.crosswalk.changed: id=rae; agency=CTC; role=editor',
  ])

  const accepted = await outbox.last()
  const { id, said, step, publish } = await commenting(system)
  const comment = await said('A comment (hypothetical)')
  const answer = { disposition: 'declined', reason: 'as it is', operations: [], noOperation: null }
  t.equal((await step(comment, 'disposition', answer)).status, 200)
  const ofProposal = async (path: string, body: object, actor: string) => {
    const { etag } = await system.call('GET', `/proposals/${id}`)
    const headers = { 'if-match': etag!, 'x-cte-actor': actor }
    const done = await system.call('POST', `/proposals/${id}/${path}`, body, headers)
    t.equal(done.status, 200, JSON.stringify(done.body))
  }
  await system.approve(id)
  const at = '2099-07-01T08:00:00Z'
  await ofProposal('schedule', { reason: 'rollover', at }, PUBLISHER)
  await ofProposal('return', { reason: 'once more' }, APPROVER)
  t.equal((await publish()).status, 200)
  t.strictSame(await told(accepted), [
    'cte.cde.comment.answered: id=ed; agency=CDE; role=editor',
    'cte.cde.comment.received: id=sam; agency=CTC; role=commenter',
    'cte.cde.crosswalk.changed: id=pat; agency=CDE; role=publisher',
    'cte.cde.item.changed: id=pat; agency=CDE; role=publisher',
    'cte.cde.proposal.approved: id=pat; agency=CDE; role=publisher',
    'cte.cde.proposal.opened: id=pat; agency=CDE; role=publisher',
    'cte.cde.proposal.returned: id=ann; agency=CDE; role=approver',
    'cte.cde.proposal.scheduled: id=pat; agency=CDE; role=publisher',
    'cte.cde.proposal.submitted: id=pat; agency=CDE; role=publisher',
    'cte.cde.release.published: id=pat; agency=CDE; role=publisher',
  ])
})
