import type { ItemRef, Link, ReachedChange } from '@cte-align/contracts'
import * as fc from 'fast-check'
import t, { type Test } from 'tap'
import type { FlagTransitionDoc } from '../src/models/flag-transition.ts'
import { createUndoFlag, notUndoable } from '../src/undo.ts'
import { changed, link, ref, rule } from './builders.ts'
import { bulkParts, mover } from './resolve.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'

const PATHWAYS = ['ICT.B', 'ICT.C', 'EEU.A'] as const
const ITEMS = ['ICT', 'EEU', ...PATHWAYS, 'ICT.B5.0', 'EEU.A1.0'] as const
const OWN = ['CTE/R4T/1', 'CTE/R4T/2', 'CTE/R4T/3'] as const
const OTHER = ['7600', '7601'] as const

const change = fc.record({
  item: fc.constantFrom(...ITEMS),
  class: fc.constantFrom('retired', 'substantive', 'label', 'moved'),
})
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('publish'), changes: fc.array(change, { maxLength: 4 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('link'),
      to: fc.constantFrom(...OWN, ...OTHER),
      item: fc.constantFrom(...ITEMS),
      verified: fc.boolean(),
      assess: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('unlink'), nth: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('rename'), of: fc.constantFrom(...OWN), title: fc.string() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('rule'), own: fc.nat(2), other: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('review'),
      nth: fc.nat(20),
      how: fc.constantFrom('end', 'begin', 'due', 'undo'),
    }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** Plays a history against a world, with the tree as the standards service would know it. */
async function play(world: World, history: Act[]): Promise<void> {
  const parent = new Map<string, string>([
    ['ICT.B', 'ICT'],
    ['ICT.C', 'ICT'],
    ['EEU.A', 'EEU'],
    ['ICT.B5.0', 'ICT.B'],
    ['EEU.A1.0', 'EEU.A'],
  ])
  const above = (key: string): string[] => (parent.has(key) ? [parent.get(key)!, ...above(parent.get(key)!)] : [])
  const links: Link[] = []
  let number = 1
  await world.hear(world.standards.publish(1, []))
  for (const one of history) {
    if (one.act === 'publish') {
      const changes = new Map(one.changes.map(said => [said.item, said]))
      const reached = [...changes.values()].flatMap(said => changeOf(said, parent, above))
      number++
      await world.hear(world.standards.publish(number, reached))
    } else if (one.act === 'link') {
      const made = link(one.to, one.item, above(one.item), { release: number, verified: one.verified })
      links.push(made)
      if (one.to.includes('/')) await world.links({ added: [made] }, one.assess)
      else await world.otherLinks({ added: [made] })
    } else if (one.act === 'unlink' && links.length > 0) {
      const gone = links[one.nth % links.length]!
      if (gone.dependent.kind === 'authorization') await world.links({ removed: [gone] })
      else await world.otherLinks({ removed: [gone] })
    } else if (one.act === 'rename') {
      const known = await world.review.links.of({ kind: 'authorization', key: one.of })
      const added = known.map(kept => ({ ...kept, dependent: { ...kept.dependent, title: one.title } }))
      if (added.length > 0) await world.links({ added })
    } else if (one.act === 'rule') await world.rules({ added: [rule(OTHER[one.other]!, OWN[one.own]!)] })
    else if (one.act === 'review') await reviewOne(world, one.nth, one.how)
  }
  await world.review.assessPending()
}

function changeOf(
  { item, class: wanted }: { item: string; class: string },
  parent: Map<string, string>,
  above: (key: string) => string[],
): ReachedChange[] {
  const up = above(item)
  if (wanted !== 'moved') return [changed(wanted as 'retired', item, { up })]
  if (!(PATHWAYS as readonly string[]).includes(item)) return []
  const target = parent.get(item) === 'ICT' ? 'EEU' : 'ICT'
  parent.set(item, target)
  const lineage: ItemRef[] = [ref(target)]
  return [changed('moved', item, { aspect: 'place', lineage, up: [...up, target] })]
}

async function reviewOne(world: World, nth: number, how: 'end' | 'begin' | 'due' | 'undo'): Promise<void> {
  const flags = await world.flags()
  const flag = flags[nth % Math.max(flags.length, 1)]
  if (flag === undefined) return
  const actor = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
  if (how === 'undo') {
    const log = await world.models.Transition.find({ flag: flag._id }).sort({ number: 1 }).lean<FlagTransitionDoc[]>()
    if (notUndoable(flag, log) === null)
      await createUndoFlag(bulkParts(world))({ id: flag._id, actor, reason: 'No', correlation: 'c', check() {} })
    return
  }
  if (how === 'due' && flag.state !== 'resolved') {
    const due = flag.dueSet === null ? '2027-01-15' : null
    const step = { due, owner: 'kchan', reason: 'Another day' }
    await mover(world)({ id: flag._id, actor, step, correlation: 'c', check() {} })
    return
  }
  const end = how === 'end' && flag.state !== 'returned'
  const to = flag.state === 'resolved' ? 'open' : end ? 'resolved' : 'in-review'
  if (to === flag.state) return
  const step = { to, reason: 'Looked at', ...(to === 'resolved' && { disposition: 'reissue' as const }) } as const
  await mover(world)({ id: flag._id, actor, step, correlation: 'c', check() {} })
}

if (process.env.CTE_PROPERTY_RUNS !== undefined) t.setTimeout(0)
const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 4)

const title = 'whatever happened, the flags made again from the logs are the flags that were there'
t.test(title, { timeout: 30_000 + numRuns * 10_000 }, async (t: Test) => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async history => {
      for (const model of [...Object.values(world.models), ...world.outbox.models])
        await (model as typeof world.models.Flag).collection.deleteMany({})
      const fresh = await reviewOn(db)
      await play(fresh, history)
      const before = await fresh.flags()
      const digest = await fresh.review.flagsDigest()
      const said = await fresh.outbox.last()
      const made = await fresh.rebuild()
      const strip = ({ version: _, flaggedAt: __, impactFingerprint: ___, ...flag }: (typeof before)[number]) => flag
      t.strictSame((await fresh.flags()).map(strip), before.map(strip))
      t.equal(made.digest, digest)
      t.equal(await fresh.outbox.last(), said, 'a rebuild says nothing')
    }),
    { numRuns, endOnFailure: numRuns < 10, examples: [] },
  )
})

t.test('a rebuild of an empty service is empty, and twice is as once', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  const first = await world.rebuild()
  t.equal(first.flags, 0)
  t.strictSame(await world.rebuild(), first)
})

t.test('a rebuild that was killed blocks assessment until it is run again', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await world.links({ added: [link('CTE/R4T/1', 'ICT')] })
  await world.hear(world.standards.publish(1, []))
  await world.hear(world.standards.publish(2, [changed('retired', 'ICT')]))
  const before = await world.review.flagsDigest()
  const broken = world.review.rebuild({
    // biome-ignore lint/correctness/useYield: it breaks before its first event
    async *readLog() {
      throw new Error('killed')
    },
    async writeOther() {},
  })
  await t.rejects(broken, { message: 'killed' })
  await world.hear(world.standards.publish(3, [changed('substantive', 'ICT')]))
  t.strictSame(await world.flags(), [])
  await world.rebuild()
  t.equal((await world.flags()).length, 2)
  await world.models.Flag.deleteMany({ 'release.number': 3 })
  t.equal(await world.review.flagsDigest(), before)
})
