import type { FlagBrief, FlagsReply } from '@cte-align/contracts'
import t from 'tap'
import { changed, id, link, ref } from './builders.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'

async function brief({ review }: World, release: string, items: string[] = []) {
  const flags: FlagBrief[] = []
  let pieces = 0
  let summary: Extract<FlagsReply, { piece: 'summary' }> | undefined
  for await (const reply of review.flagsInBrief({ release, items })) {
    if (reply.piece === 'flags') {
      pieces++
      flags.push(...reply.flags)
    } else if (reply.piece === 'summary') summary = reply
  }
  return { flags, pieces, summary }
}

t.test(
  'the flags of a release in brief: gravest first, how each is reached, which asked-for item touches it',
  async t => {
    const db = await withDatabase(t)
    if (db === null) return
    const world = await reviewOn(db)
    await world.links({ added: [link('CTE/R4T/ICT', 'ICT.B', ['ICT']), link('CTE/R4T/EEU', 'EEU')] })
    await world.hear(world.standards.publish(1, []))
    await world.hear(
      world.standards.publish(2, [
        changed('retired', 'ICT.B', { up: ['ICT'], across: ref('EEU') }),
        changed('substantive', 'EEU', { aspect: 'wording' }),
      ]),
    )
    const { flags, summary } = await brief(world, 'ca-mcs-2013@2', [id('EEU'), id('XYZ')])
    const stored = await world.flags()
    t.match(flags, [
      {
        dependent: { key: 'CTE/R4T/ICT' },
        severity: 'breaking',
        way: 'own',
        items: [],
        state: 'open',
        disposition: null,
      },
      { dependent: { key: 'CTE/R4T/EEU' }, severity: 'review', causes: 2, items: [id('EEU')] },
    ])
    t.strictSame(flags.map(flag => flag.id).sort(), stored.map(flag => flag._id).sort())
    t.match(summary, { state: 'assessed', digest: String, dispositions: [] })
  },
)

t.test('a release that nobody has heard of has no flags, and says so', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const { flags, summary } = await brief(await reviewOn(db), 'ca-mcs-2013@9')
  t.strictSame(flags, [])
  t.match(summary, { state: 'unheard', digest: null })
})

t.test('three thousand flags come in pieces that fit a message, each once', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  const keys = Array.from({ length: 3000 }, (_, n) => `CTE/R4T/X${n}`)
  for (let at = 0; at < keys.length; at += 300)
    await world.links({ added: keys.slice(at, at + 300).map(key => link(key, 'ICT.B', ['ICT'])) }, false)
  await world.hear(world.standards.publish(1, []))
  await world.hear(world.standards.publish(2, [changed('retired', 'ICT.B', { up: ['ICT'] })]))
  const { flags, pieces } = await brief(world, 'ca-mcs-2013@2')
  t.strictSame(flags.map(({ dependent }) => dependent.key).sort(), [...keys].sort())
  t.ok(pieces > 3, `${pieces} pieces`)
})
