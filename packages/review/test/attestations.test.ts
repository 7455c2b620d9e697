import t from 'tap'
import { changed, link } from './builders.ts'
import { queueWorld } from './queue-world.ts'

const resolve = { to: 'resolved', disposition: 'no-impact', reason: 'Looked at' }

t.test('a text that moved since it was seen is refused by name; the version has moved with it', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, post, get, flagOf } = made
  const flag = await flagOf('CTE/R4T/EEU')
  const seen = (await get(`/flags/${flag._id}`)).textFingerprint
  t.equal(seen, flag.impactFingerprint)
  await world.links({ added: [link('CTE/R4T/EEU', 'ICT', [])] })
  const now = await get(`/flags/${flag._id}`)
  t.not(now.textFingerprint, seen)
  t.equal(now.version, 2, 'no text changes without the version')
  const move = (body: object, version: number) =>
    post(`/flags/${flag._id}/transitions`, { ...resolve, ...body }, { version })
  t.match(await move({}, 1), { status: 412 })
  const refused = await move({ seen }, 2)
  t.match(refused, { status: 409, code: 'CTE_TEXT_MOVED' })
  t.match(refused.detail, /Since then: new: label ICT "Title of ICT" \(title\)/)
  t.match(await move({ seen: 'f'.repeat(32) }, 2), { detail: /no text of this flag is known by that fingerprint/ })
  t.match(await move({ seen: 'no' }, 2), { status: 400 })
  t.match(await move({ seen: now.textFingerprint }, 2), { state: 'resolved', version: 3 })
})

t.test('what was attested is kept word for word, and says whether it still stands', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, post, get, flagOf } = made
  const flag = await flagOf('CTE/R4T/EEU')
  const list = async () => (await get(`/flags/${flag._id}/attestations`)).items
  t.strictSame(await list(), [])
  await post(`/flags/${flag._id}/transitions`, resolve, { version: 1 })
  const [first] = await list()
  t.match(first, {
    ...{
      number: 1,
      actor: { id: 'mlopez' },
      reason: 'Looked at',
      disposition: 'no-impact',
      undone: false,
      stands: true,
    },
    textFingerprint: flag.impactFingerprint,
  })
  const text = first.texts.find((one: { change: { class: string } }) => one.change.class === 'substantive')
  t.match(text, {
    kept: true,
    stands: true,
    change: { item: { key: 'EEU' }, before: { text: 'old' }, after: { text: 'new' } },
  })
  await world.links({ added: [link('CTE/R4T/EEU', 'ICT', [])] })
  const [moved] = await list()
  t.equal(moved.stands, false, 'the flag says more by now')
  t.strictSame(moved.texts, first.texts, 'in a year it reads the same')
  await world.rebuild()
  t.strictSame((await list())[0].texts, first.texts, 'after a rebuild too')
  await world.models.Transition.collection.updateMany({}, { $unset: { texts: 1, seen: 1 } })
  const [old] = await list()
  t.match(old, { textFingerprint: null, texts: [{ kept: false, change: {} }, { kept: false }] })
})

t.test('undoing a resolving takes its attestations back, with what rested on them', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, post, get, flagOf, sameWhenRebuilt } = made
  const flag = await flagOf('TC1/_/ITEC')
  const url = `/flags/${flag._id}`
  await post(`${url}/transitions`, resolve, { version: 1 })
  const again = (number: number) => world.standards.publish(number, [changed('label', 'ICT', { aspect: 'title' })])
  await world.hear(again(3))
  const covered = await flagOf('TC1/_/ITEC', 3)
  t.match(covered, { state: 'resolved', coveredBy: [flag._id] })
  t.match((await get(`/flags/${covered._id}/attestations`)).items, [
    { actor: 'system', coveredBy: [flag._id], texts: [{ kept: true, stands: true }] },
  ])
  const undo = (version: number, actor?: string) =>
    post(`${url}/undo`, { reason: 'Wrong flag' }, { version, ...(actor !== undefined && { actor }) })
  t.match(await undo(2, 'id=kchan; agency=CTC; role=editor'), {
    code: 'CTE_NOTHING_TO_UNDO',
    detail: /somebody else's/,
  })
  t.match(await undo(1), { status: 412 })
  t.match(await undo(2), { state: 'open', disposition: null, version: 3 })
  t.match((await get(`${url}/attestations`)).items, [{ number: 1, undone: true, stands: false }])
  t.match(await get(`/flags/${covered._id}`), { state: 'open', coveredBy: [], version: 2 })
  t.match((await get(`/flags/${covered._id}/transitions`)).items.at(-1), {
    ...{ actor: 'system', reason: `The attestation in flag ${flag._id} was undone`, from: 'resolved', to: 'open' },
  })
  const reopened = await world.said('cte.ctc.flag.reopened')
  t.match(
    reopened,
    [{ actor: /^id=mlopez; / }, { actor: /^id=mlopez; / }],
    'whoever takes back opens what rested on it',
  )
  t.equal(reopened.length, 2)
  await world.hear(again(4))
  t.match(await flagOf('TC1/_/ITEC', 4), { state: 'open', coveredBy: [] }, 'it covers nothing any more')
  t.match(await undo(3), { code: 'CTE_NOTHING_TO_UNDO', detail: /itself the undo of step 1/ })
  await sameWhenRebuilt(t)
})

t.test('undoing a reopening gives the resolving and its attestations back', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, post, get, flagOf, sameWhenRebuilt } = made
  const flag = await flagOf('TC1/_/ITEC')
  const url = `/flags/${flag._id}`
  t.match(await post(`${url}/undo`, { reason: 'Nothing' }, { version: 1 }), { detail: /nobody has taken a step/ })
  await post(`${url}/transitions`, { ...resolve, owner: 'kchan' }, { version: 1 })
  await post(`${url}/transitions`, { to: 'open', owner: null, reason: 'Too early' }, { version: 2 })
  t.match(await post(`${url}/undo`, { reason: 'It was right' }, { version: 3 }), {
    ...{ state: 'resolved', disposition: 'no-impact', owner: 'kchan' },
  })
  t.match((await get(`${url}/attestations`)).items, [
    { number: 1, stands: false },
    { number: 3, stands: true, texts: [{ change: { item: { key: 'ICT' } } }] },
  ])
  t.equal((await world.said('cte.ctc.flag.resolved')).length, 2)
  await world.hear(world.standards.publish(3, [changed('label', 'ICT', { aspect: 'title' })]))
  t.match(await flagOf('TC1/_/ITEC', 3), { state: 'resolved', coveredBy: [flag._id] })
  await sameWhenRebuilt(t)
})
