import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { createBulkActions } from '../src/bulk-actions.ts'
import { changed, link } from './builders.ts'
import { queueWorld } from './queue-world.ts'
import { bulkParts } from './resolve.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'

const resolve = { to: 'resolved', disposition: 'reissue', reason: 'Leaflet printed anew' }
type Changed = { id: string; version: number; before: object; after: object }

t.test('a dry run says what would change and why not; applying it as shown does just that', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, post, get, flagOf, sameWhenRebuilt } = made
  const [held, eeu] = [await flagOf('AETC/R4FA/ICT'), await flagOf('CTE/R4T/EEU')]
  await post(`/flags/${held._id}/transitions`, { to: 'in-review', owner: 'kchan', reason: 'Mine' }, { version: 1 })
  await post(`/flags/${held._id}/transitions`, { to: 'returned', reason: 'More, please' }, { version: 2 })
  const ask = (rest: object = {}) => post('/flags/bulk', { filter: { sector: 'ICT' }, step: resolve, ...rest })
  const shown = await ask()
  t.match(shown, { dryRun: true, flags: 5, changes: 4, unchanged: 0, refused: 1 })
  t.match(shown.refusals, [{ flag: held._id, code: 'CTE_WRONG_TRANSITION', dependent: { key: 'AETC/R4FA/ICT' } }])
  t.match(
    shown.rows.find((row: Changed) => row.id === eeu._id),
    {
      ...{ version: 1, seen: eeu.impactFingerprint, dependent: { key: 'CTE/R4T/EEU' }, severity: 'review' },
      before: { state: 'open', owner: null, disposition: null, due: null },
      after: { state: 'resolved', owner: null, disposition: 'reissue', due: null },
    },
  )
  t.equal((await world.said('cte.ctc.flag.resolved')).length, 0, 'a dry run moves nothing')
  t.match(await ask({ dryRun: false }), { code: 'CTE_BULK_DIGEST_MISSING' })
  t.match(await ask({ ids: [eeu._id] }), { code: 'CTE_BULK_SET_UNCLEAR' })
  t.match(await ask({ dryRun: false, digest: 'f'.repeat(32) }), { status: 409, code: 'CTE_BULK_MOVED' })
  const done = await ask({ dryRun: false, digest: shown.digest })
  t.match(done, {
    kind: 'bulk',
    state: 'done',
    flags: 4,
    moved: 4,
    skipped: 0,
    actor: { id: 'mlopez' },
    undoneBy: null,
  })
  for (const row of shown.rows as Changed[]) {
    const flag = await get(`/flags/${row.id}`)
    t.match(flag, { ...row.after, due: {}, version: row.version + 1 })
    t.match((await get(`/flags/${row.id}/transitions`)).items.at(-1), { bulk: done.id, actor: { id: 'mlopez' } })
  }
  t.equal((await world.said('cte.ctc.flag.resolved')).length, 4)
  t.strictSame(await ask({ dryRun: false, digest: shown.digest }), done, 'the same again is the same action')
  t.equal((await world.said('cte.ctc.flag.resolved')).length, 4)
  t.match(await get('/bulk-actions'), { items: [{ id: done.id, moved: 4 }], next: null })
  t.match(await get('/bulk-actions/00000000-0000-8000-8000-000000000000'), { code: 'CTE_NO_SUCH_BULK_ACTION' })
  await sameWhenRebuilt(t)
})

t.test('what moved, came or went since the dry run is named, and nothing is changed', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, post, flagOf } = made
  const step = { to: 'in-review', owner: 'mlopez', reason: 'Ours this week' }
  const ask = (rest: object = {}) => post('/flags/bulk', { filter: { unowned: true }, step, ...rest })
  const shown = await ask()
  const [one, two] = [await flagOf('CTE/R4T/EEU'), await flagOf('CTE/R4T/ICT')]
  await post(`/flags/${one._id}/transitions`, { owner: 'kchan', reason: 'Mine' }, { version: 1 })
  await post(`/flags/${two._id}/transitions`, { to: 'in-review', reason: 'Somebody' }, { version: 1 })
  await world.links({ added: [link('CTE/R4T/NEW', 'ICT.B', ['ICT'])] })
  const refused = await ask({ dryRun: false, digest: shown.digest })
  t.match(refused, { status: 409, code: 'CTE_BULK_MOVED' })
  t.strictSame(refused.errors.map((error: { message: string }) => error.message).sort(), [
    'CTE/R4T/EEU left the set',
    'CTE/R4T/ICT was v1 and is v2',
    'CTE/R4T/NEW came into the set',
  ])
  t.equal((await world.flags()).filter(flag => flag.owner === 'mlopez').length, 0)
  const other = { ...step, reason: 'Another reason' }
  const again = await ask()
  t.match(await ask({ dryRun: false, digest: again.digest, step: other }), { detail: /The step, or who takes it/ })
  const ids = [one._id, '00000000-0000-8000-8000-000000000000']
  t.match(await post('/flags/bulk', { ids, step }), { flags: 1, changes: 1, refusals: [{ code: 'CTE_NO_SUCH_FLAG' }] })
  const nothing = { filter: { owner: 'kchan' }, step: { owner: 'kchan', reason: 'As it is' } }
  const dry = await post('/flags/bulk', nothing)
  t.match(dry, { flags: 1, changes: 0, unchanged: 1 })
  t.match(await post('/flags/bulk', { ...nothing, dryRun: false, digest: dry.digest }), { code: 'CTE_BULK_NOTHING' })
})

t.test('an undo puts back what nobody has moved since, names the rest, and is not undone itself', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, post, get, flagOf, sameWhenRebuilt } = made
  const before = new Map((await world.flags()).map(flag => [flag._id, flag]))
  const shown = await post('/flags/bulk', { filter: {}, step: { ...resolve, owner: 'kchan' } })
  const done = await post('/flags/bulk', {
    ...{ filter: {}, step: { ...resolve, owner: 'kchan' }, dryRun: false, digest: shown.digest },
  })
  const eeu = await flagOf('CTE/R4T/EEU')
  await post(`/flags/${eeu._id}/transitions`, { to: 'open', reason: 'Too early' }, { version: 2 })
  t.strictSame(
    (await get('/flags?unresolved=true')).items.map((flag: { id: string }) => flag.id),
    [eeu._id],
  )
  t.equal((await get('/flags?unresolved=false')).items.length, 4)
  const reopened = (await world.said('cte.ctc.flag.reopened')).length
  const undo = (id: string, actor?: string) =>
    post(`/bulk-actions/${id}/undo`, { reason: 'Wrong list' }, actor === undefined ? {} : { actor })
  t.match(await undo(done.id, 'id=kchan; agency=CTC; role=editor'), { status: 409, code: 'CTE_BULK_UNDO_REFUSED' })
  const undone = await undo(done.id)
  t.match(undone, { kind: 'undo', undoes: done.id, flags: 5, moved: 4, skipped: 1 })
  t.match(undone.skips, [{ flag: eeu._id, code: 'CTE_NOTHING_TO_UNDO', reason: /it was moved since/ }])
  t.match(await get(`/bulk-actions/${done.id}`), { undoneBy: undone.id })
  for (const flag of await world.flags()) {
    const { state, owner, disposition } = before.get(flag._id)!
    if (flag._id !== eeu._id) t.match(flag, { state, owner, disposition, version: 3 })
  }
  const told = (await world.said('cte.ctc.flag.reopened')).slice(reopened)
  t.strictSame(told.map(({ actor }) => actor).join(), Array(4).fill('id=mlopez; agency=CTC; role=editor').join())
  const log = (await get(`/flags/${(await flagOf('CTE/R4T/ICT'))._id}/transitions`)).items
  t.match(log.at(-1), {
    from: 'resolved',
    to: 'open',
    undoes: 1,
    reason: /^Undo of step 1: bulk action .*: Wrong list$/,
  })
  t.equal((await undo(done.id)).id, undone.id, 'asked again it is the same undo')
  t.match(await undo(undone.id), { code: 'CTE_BULK_UNDO_REFUSED', detail: /itself an undo/ })
  await sameWhenRebuilt(t)
})

/** A bulk action over all flags, which another process begins and is killed at. */
async function many(t: Parameters<typeof withDatabase>[0], count: number) {
  const db = await withDatabase(t)
  if (db === null) return null
  const world = await reviewOn(db)
  const added = Array.from({ length: count }, (_, n) => link(`CTE/R4T/${n}`, 'ICT.B', ['ICT']))
  await world.links({ added })
  await world.hear(world.standards.publish(1, []))
  await world.hear(world.standards.publish(2, [changed('retired', 'ICT.B')]))
  return world
}

const program = fileURLToPath(new URL('bulk-in-a-process.ts', import.meta.url))
async function applyAndDie({ db }: World, label: string): Promise<string | null> {
  const child = spawn(process.execPath, [program, db.connection.name], { env: { ...process.env, CTE_FAIL_AT: label } })
  const [, signal] = await once(child, 'exit')
  return signal
}

t.test('killed at any line, a bulk action is finished by the next, each flag moved once', async t => {
  const world = await many(t, 450)
  if (world === null) return
  const { models, review, said, rebuild } = world
  t.equal(await applyAndDie(world, 'bulk.batches-written'), 'SIGKILL')
  await review.assessPending()
  t.equal(await models.BulkAction.countDocuments(), 0, 'it had not been begun')
  t.equal(await applyAndDie(world, 'bulk.begun'), 'SIGKILL')
  t.equal((await said('cte.ctc.flag.resolved')).length, 0)
  await models.Flag.updateOne({ 'dependent.key': 'CTE/R4T/7' }, { $inc: { version: 1 } })
  t.equal(await applyAndDie(world, 'bulk.batch-moved#2'), 'SIGKILL')
  t.equal((await said('cte.ctc.flag.resolved')).length, 400 - (await skipped(world)))
  await Promise.all([review.assessPending(), (await reviewOn(world.db)).review.assessPending()])
  t.match(await models.BulkAction.findOne().lean(), { state: 'done', moved: 449, skipped: 1 })
  t.equal((await said('cte.ctc.flag.resolved')).length, 449)
  t.equal(await models.Transition.countDocuments({ to: 'resolved' }), 449)
  const digest = await review.flagsDigest()
  t.equal((await rebuild()).digest, digest)
})

async function skipped({ models }: World): Promise<number> {
  const found = await models.BulkBatch.find({ 'skipped.0': { $exists: true } }).lean()
  return found.flatMap(batch => batch.skipped).length
}

t.test('what moved while it was being applied is passed over and named', async t => {
  const world = await many(t, 3)
  if (world === null) return
  const bulk = createBulkActions({ ...bulkParts(world) })
  const rows = (await world.flags()).map(flag => ({ id: flag._id, version: 1, seen: flag.impactFingerprint }))
  rows[0]!.version = 9
  rows[1]!.seen = 'another text'
  const actor = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
  const step = { to: 'resolved', disposition: 'drop', reason: 'Gone' } as const
  const id = '00000000-0000-8000-8000-00000000000a'
  await bulk.apply({ id, kind: 'bulk', actor, step, reason: 'Gone', of: 'test', rows, correlation: 'c' })
  t.match(await bulk.skippedOf(id, 10), [{ code: 'CTE_CHANGED_MEANWHILE' }, { code: 'CTE_TEXT_MOVED' }])
  t.strictSame(
    (await world.flags()).map(flag => flag.state),
    ['open', 'open', 'resolved'],
  )
})
