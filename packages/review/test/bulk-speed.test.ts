import t from 'tap'
import { batches } from '../src/lineages.ts'
import { changed, link, ref } from './builders.ts'
import { reviewOn, withDatabase } from './with-review.ts'
import { withRoutes } from './with-routes.ts'

/** `CTE_BULK_FLAGS=10000 npm test -- packages/review/test/bulk-speed.test.ts` */
const count = Number(process.env.CTE_BULK_FLAGS ?? 600)
t.setTimeout(60_000 + count * 30)

t.test(`${count} flags are shown, moved and put back`, async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  const keys = Array.from({ length: count }, (_, n) => `CTE/R4T/${n}`)
  for await (const some of batches(keys, 400))
    await world.links({ added: some.map(key => link(key, 'ICT.B', ['ICT'])) }, false)
  await world.hear(world.standards.publish(1, []))
  const changes = Array.from({ length: 10 }, (_, n) =>
    changed('substantive', `ICT.B${n}.0`, { up: ['ICT.B', 'ICT'], aspect: 'wording', after: { text: `New ${n}` } }),
  )
  await world.hear(world.standards.publish(2, [changed('retired', 'ICT.B', { across: ref('EEU') }), ...changes]))
  t.equal(await world.models.Flag.countDocuments(), count)
  const app = await withRoutes(t, world)
  const headers = { 'x-cte-actor': 'id=mlopez; agency=CTC; role=editor' }
  async function timed(what: string, url: string, payload?: object) {
    const begun = performance.now()
    const answer = await app.inject({ method: payload ? 'POST' : 'GET', url, headers, ...(payload && { payload }) })
    t.comment(`${what}: ${Math.round(performance.now() - begun)} ms`)
    return answer
  }
  await timed('groups by change', '/flags/groups?by=change')
  await timed('groups by sector', '/flags/groups?by=sector')
  await timed('a page by what is due first', '/flags?order=due')
  const body = {
    filter: { severity: 'breaking' },
    step: { to: 'resolved', disposition: 'reissue', reason: 'All at once' },
  }
  const shown = (await timed('dry run', '/flags/bulk', body)).json()
  t.equal(shown.changes, count)
  const done = (await timed('apply', '/flags/bulk', { ...body, dryRun: false, digest: shown.digest })).json()
  t.match(done, { moved: count, skipped: 0 })
  const undone = (await timed('undo', `/bulk-actions/${done.id}/undo`, { reason: 'Measured' })).json()
  t.match(undone, { moved: count, skipped: 0 })
  const file = await timed('export of decisions', '/flags/export?rows=decisions')
  t.equal(file.body.trim().split('\r\n').length, count + 1)
  const begun = performance.now()
  const filled = file.body.replaceAll(',,,,,\r\n', ',in-review,,mlopez,,Mine\r\n')
  const sent = await app.inject({
    ...{ method: 'POST', url: '/flags/decisions', payload: filled },
    headers: { ...headers, 'content-type': 'text/csv' },
  })
  t.match(sent.json(), { decided: count, moved: count })
  t.comment(`decisions: ${Math.round(performance.now() - begun)} ms`)
})
