import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import t, { type Test } from 'tap'
import { changed, id, link } from './builders.ts'
import { createModel, type Expected } from './errata-model.ts'
import { mover } from './resolve.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'

const ITEMS = ['ICT.B', 'ICT.C', 'ICT.D'] as const
const TEXTS = ['a', 'b', 'c'] as const
const DEPENDENTS = ['CTE/R4T/1', 'CTE/R4T/2'] as const
const LABELS = ['assess.before', 'assess.batch-written', 'assess.before-done', 'assess.done'] as const
const program = fileURLToPath(new URL('assess-in-a-process.ts', import.meta.url))

const change = fc.record({ item: fc.constantFrom(...ITEMS), text: fc.constantFrom(...TEXTS) })
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('publish'),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
      back: fc.option(fc.nat(2), { nil: null, freq: 3 }),
      repeat: fc.boolean(),
      reversed: fc.boolean(),
      killedAt: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.constantFrom(...LABELS)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('link'),
      to: fc.constantFrom(...DEPENDENTS),
      item: fc.constantFrom(...ITEMS),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('move'),
      nth: fc.nat(30),
      end: fc.boolean(),
      owner: fc.constantFrom('mlopez', 'kchan', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('rebuild') }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** Something hangs there from the start. */
const LINKED: Act[] = [
  { act: 'link', to: 'CTE/R4T/1', item: 'ICT.B' },
  { act: 'link', to: 'CTE/R4T/1', item: 'ICT.C' },
  { act: 'link', to: 'CTE/R4T/2', item: 'ICT.C' },
]

/** Plays a history against a world and the model at once. */
async function play(world: World, history: Act[]) {
  const model = createModel()
  let number = 1
  await world.hear(world.standards.publish(1, []))
  for (const one of history)
    if (one.act === 'publish') {
      number++
      const after = new Map(one.changes.map(({ item, text }) => [item, text] as const))
      const texts = [...after].filter(([item, text]) => model.textOf(item) !== text)
      // Only a release with changes is one: what has that text already does not change.
      const corrects = one.back === null || number - 1 - one.back < 2 ? null : number - 1 - one.back
      await publish(world, {
        ...one,
        number,
        corrects,
        texts: texts.map(([item, to]) => [item, model.textOf(item), to]),
      })
      model.publish(number, corrects, new Map(texts))
    } else if (one.act === 'link') {
      await world.links({ added: [link(one.to, one.item, ['ICT'])] })
      model.link(one.to, one.item)
    } else if (one.act === 'move') await moveOne(world, model, one)
    else await world.rebuild()
  return model
}

interface Publishing {
  number: number
  corrects: number | null
  /** Item, text before, text after. */
  texts: [string, string, string][]
  repeat: boolean
  reversed: boolean
  killedAt: string | null
}

async function publish(world: World, { number, corrects, texts, repeat, reversed, killedAt }: Publishing) {
  const { db, review, standards, hear } = world
  const reached = texts.map(([item, before, after]) =>
    changed('substantive', item, { aspect: 'wording', up: ['ICT'], fingerprints: { before, after } }),
  )
  const made = corrects === null ? standards.publish(number, reached) : standards.erratum(number, corrects, reached)
  const events = reversed ? made.toReversed() : made
  if (killedAt !== null) {
    for (const event of events) await db.transaction(session => review.writeStandards(event, session))
    const env = { ...process.env, CTE_FAIL_AT: killedAt }
    await once(spawn(process.execPath, [program, db.connection.name], { env }), 'exit')
  }
  await hear(events)
  if (repeat) await hear(events)
}

async function moveOne(world: World, model: ReturnType<typeof createModel>, { nth, end, owner }: Moving) {
  const flags = await world.flags()
  const flag = flags[nth % Math.max(flags.length, 1)]
  if (flag === undefined) return
  const to = flag.state === 'resolved' ? 'open' : end && flag.state !== 'returned' ? 'resolved' : 'in-review'
  const disposition = to === 'resolved' ? ('reissue' as const) : undefined
  const step = { to, owner, reason: 'Looked at', ...(disposition && { disposition }) } as const
  const actor = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
  try {
    await mover(world)({ id: flag._id, actor, step, correlation: 'c', check() {} })
    model.move(nameOf(flag), to, owner, disposition ?? null)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'CTE_FLAG_SUPERSEDED' && model.flags.get(nameOf(flag))?.disposition === 'superseded') return
    if (code === 'CTE_NEW_OWNER_MISSING' && (owner === null || owner === flag.owner)) return
    throw error
  }
}
type Moving = Pick<Extract<Act, { nth: number }>, 'nth' | 'end' | 'owner'>
type Row = Awaited<ReturnType<World['flags']>>[number]

const nameOf = (flag: Row) => `${flag.release.number} ${flag.dependent.key}`

async function found(world: World): Promise<Record<string, Expected>> {
  const flags = await world.flags()
  const names = new Map(flags.map(flag => [flag._id, nameOf(flag)]))
  const items = new Map(ITEMS.map(item => [id(item), item]))
  const name = (flag: string | null | undefined) => (flag == null ? null : names.get(flag)!)
  const rows = flags.map(flag => {
    const { state, owner, disposition, coveredBy, supersedes, supersededBy, takesBack = [] } = flag
    const causes = flag.causes.map(({ change, fingerprint }) => `${items.get(change.item.id)} ${fingerprint}`)
    return [
      nameOf(flag),
      {
        ...{ state, owner, disposition, coveredBy: coveredBy.map(one => name(one)!) },
        ...{ supersedes: name(supersedes), supersededBy: name(supersededBy) },
        ...{ causes: causes.sort(), takesBack: takesBack.map(one => items.get(one)!).sort() },
      },
    ] as const
  })
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)))
}

if (process.env.CTE_PROPERTY_RUNS !== undefined) t.setTimeout(0)
const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 4)

const title = 'releases and errata, late links, repeats, kills and rebuilds: the flags are those of a plain model'
t.test(title, { timeout: 60_000 + numRuns * 15_000 }, async (t: Test) => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  let superseded = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 24 }), async history => {
      for (const model of [...Object.values(world.models), ...world.outbox.models])
        await (model as typeof world.models.Flag).collection.deleteMany({})
      const fresh = await reviewOn(db)
      const model = await play(fresh, [...LINKED, ...history])
      const expected = model.expected()
      t.strictSame(await found(fresh), expected)
      const closed = Object.values(expected).filter(flag => flag.disposition === 'superseded').length
      superseded += closed
      const told = (await fresh.said('cte.ctc.flag.resolved')).filter(event => 'supersededBy' in (event.data as object))
      t.equal(told.length, closed, 'each was said to be superseded once')
      const digest = await fresh.review.flagsDigest()
      t.equal((await fresh.rebuild()).digest, digest)
      t.strictSame(await found(fresh), expected)
    }),
    { numRuns, endOnFailure: numRuns < 10 },
  )
  t.comment(`${superseded} flags superseded`)
})
