import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '@cte-align/service'
import t from 'tap'
import { catalogueModels } from '../src/catalogue.ts'
import { createEditionStore } from '../src/decoder/kept-editions.ts'
import { editionRule, head } from './edition-builders.ts'
import { withCatalogue } from './with-catalogue.ts'

const by = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
const at = new Date('2026-11-22T12:00:00Z')
const keeping = { by, at }
const two = [editionRule('7100:CTE/R4T/ANR'), editionRule('7600:_/_/_', { row: 3, gaps: ['document-blank'] })]

t.test('an edition is kept once; the same again changes nothing, other content is refused by name', async t => {
  const db = await withCatalogue(t)
  if (db === null) return
  const store = createEditionStore(catalogueModels(db))
  const first = await store.keep(head('2023'), two, keeping)
  t.match(first, { added: true, edition: { counts: { rows: 2, courseCodes: 2, gaps: 1, wildcards: 0 }, version: 1 } })
  const again = await store.keep(head('2023'), [...two].reverse(), { ...keeping, at: new Date() })
  t.match(again, { added: false, edition: { importedAt: at } })
  const refused = (promise: Promise<unknown>, message: RegExp) =>
    t.rejects(promise, { code: 'CTE_EDITION_KEPT', message })
  await refused(store.keep(head('2023', { title: 'Another' }), two, keeping), /its title is Edition 2023, not Another/)
  await refused(store.keep(head('2023'), two.slice(1), keeping), /1 that it has .* without 7100 admits CTE\/R4T\/ANR/)
  await refused(
    store.keep(head('2023'), [two[0]!, editionRule('7600:CTE/R4T/EU', { row: 3 })], keeping),
    /1 rows it does not have .* row 3: 7600 admits CTE\/R4T\/EU/,
  )
  t.equal(await db.connection.collection('edition_rules').countDocuments(), 2)
  await t.rejects(store.find('2024'), { code: 'CTE_NO_SUCH_EDITION' })
})

t.test('what a crash left unfinished is not seen, and is finished or replaced by keeping again', async t => {
  const db = await withCatalogue(t)
  if (db === null) return
  const models = catalogueModels(db)
  const store = createEditionStore(models)
  const many = Array.from({ length: 1200 }, (_, n) => editionRule(`${1000 + n}:CTE/R4T/ANR`, { row: n + 2 }))
  const broken = createEditionStore({ ...models, editionRules: failingAfter(db, 2) })
  await t.rejects(broken.keep(head('2023'), many, keeping), /power/)
  await t.rejects(store.find('2023'), { code: 'CTE_NO_SUCH_EDITION' })
  t.strictSame((await store.page({}, { limit: 10 })).items, [])
  t.equal(await db.connection.collection('edition_rules').countDocuments(), 1000)
  await store.keep(head('2023'), two, keeping)
  t.equal(await db.connection.collection('edition_rules').countDocuments(), 2, 'of the broken one nothing is left')
  await t.rejects(broken.keep(head('2024'), many, keeping), /power/)
  t.match(await store.keep(head('2024'), many, keeping), { added: true, edition: { counts: { rows: 1200 } } })
  t.equal((await store.all(await store.find('2024'))).length, 1200)
})

t.test('of two files under one id at the same moment one is kept whole', async t => {
  const db = await withCatalogue(t)
  if (db === null) return
  const store = createEditionStore(catalogueModels(db))
  const rules = (letter: string) =>
    Array.from({ length: 700 }, (_, n) => editionRule(`${1000 + n}:CTE/R4T/${letter}`, { row: n + 2 }))
  const results = await Promise.allSettled([
    store.keep(head('2023'), rules('ANR'), keeping),
    delay(5).then(() => store.keep(head('2023'), rules('EU'), keeping)),
    store.keep(head('2023'), rules('ANR'), keeping),
  ])
  t.ok(results.some(({ status }) => status === 'fulfilled'))
  for (const result of results) if (result.status === 'rejected') t.match(result.reason.code, /^CTE_EDITION_/)
  const kept = await store.all(await store.find('2023'))
  t.strictSame([kept.length, new Set(kept.map(rule => rule.subjectCode)).size], [700, 1])
})

t.test('in a transaction all is kept or nothing; the newest is the last published', async t => {
  const db = await withCatalogue(t)
  if (db === null) return
  const store = createEditionStore(catalogueModels(db))
  await t.rejects(
    db.transaction(async session => {
      await store.keep(head('2023'), two, { ...keeping, session })
      throw new Error('thought better of it')
    }),
    /thought better/,
  )
  t.equal(await db.connection.collection('edition_rules').countDocuments(), 0)
  for (const [id, publishedOn] of [
    ['a', '2023-05-18'],
    ['b', '2026-08-28'],
    ['c', null],
  ] as const)
    await db.transaction(session => store.keep(head(id, { publishedOn }), two, { ...keeping, session }))
  t.equal((await store.newest('c'))?._id, 'b')
  t.equal((await store.newest('b'))?._id, 'a')
})

/** Rows as the store writes them, until the power fails. */
function failingAfter(db: Database, batches: number) {
  const { editionRules } = catalogueModels(db)
  let written = 0
  const collection = new Proxy(editionRules.collection, {
    get: (target, name) =>
      name === 'bulkWrite'
        ? async (operations: never[]) => {
            if (++written > batches) throw new Error('The power failed')
            return target.bulkWrite(operations)
          }
        : Reflect.get(target, name),
  })
  return new Proxy(editionRules, {
    get: (target, name) => (name === 'collection' ? collection : Reflect.get(target, name)),
  })
}
