// What happened on 1 September 2014 (Coded Correspondence 14-08), done again on the titles of 2007: five titles change, no code does.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperationInput } from '@cte-align/contracts'
import t, { type Test } from 'tap'
import { type Carried, carryOut, connect, type Flag, gist, publish, type Services } from '../seed/changes.ts'
import { seedFolder } from '../seed/convert.ts'
import type { CourseCodesFile, CredentialsFile, FrameworkFile } from '../seed/files.ts'
import { load } from '../seed/load.ts'
import { startSystem } from '../system.ts'
import { holdersOf, keys, LAW_ON_SECTORS, LAW_ON_TITLES, severities } from './story/story.ts'

const MCS = 'ca-mcs-2013'
const read = <T>(name: string): T => JSON.parse(readFileSync(join(seedFolder, name), 'utf8'))
const { subjects } = read<CredentialsFile>('credentials.json')
const renamed = subjects.filter(({ earlierTitle }) => earlierTitle !== null)
const { courseCodes } = read<CourseCodesFile>('course-codes.json')

t.setTimeout(300_000)
const services = await startWithTitlesOf2007(t)

const tell = (title: string, operations: OperationInput[]): Promise<Carried> =>
  carryOut(services, { framework: MCS, title, operations }, { reason: 'Told in a test' })

/** Course codes that hang on these sectors or below them, and the one that hangs on every sector. */
function codesOf(sectors: string[]): string[] {
  const isIn = (item: string | undefined) => item === undefined || sectors.includes(item.split('.')[0]!)
  return courseCodes.filter(({ alignments }) => alignments.some(({ item }) => isIn(item))).map(({ code }) => code)
}

await t.test(
  'five titles change: each holder and course code of the five sectors hears of it, and the law that prints them',
  async t => {
    t.strictSame(
      renamed.map(({ item }) => item),
      ['BCT', 'BUS', 'EEU', 'ENA', 'ICT'],
    )
    const told = await tell(
      'The titles of 1 September 2014',
      renamed.map(({ item, title }) => ({ op: 'retitle', item, title })),
    )
    const { changes, decoder, agencies } = told.previewed
    t.strictSame(
      changes.map(({ item, aspect, class: name, before, after }) => [
        item.key,
        aspect,
        name,
        before?.title,
        after?.title,
      ]),
      renamed.map(({ item, title, earlierTitle }) => [item, 'title', 'label', earlierTitle, title]),
    )
    const { ctc, calpads } = told
    t.strictSame(keys(ctc.flags), [...LAW_ON_TITLES, ...holdersOf(...renamed.map(({ code }) => code))])
    t.strictSame(keys(calpads.flags), codesOf(renamed.map(({ item }) => item)).sort())
    t.strictSame(
      [ctc.flags.length, calpads.flags.length],
      [22, 59],
      '20 authorizations, 2 sections of law, 58 course codes and 7000',
    )
    t.notOk(keys(ctc.flags).includes('EC 44260.9'), 'the number of sectors stays')
    for (const { flags, assessment } of [ctc, calpads]) {
      t.strictSame(severities(flags), ['notice'])
      t.strictSame([...new Set(flags.flatMap(({ classes }) => classes))], ['label'])
      t.equal(assessment.flags, flags.length)
    }
    t.strictSame(gist(agencies.ctc.impacts), gist(ctc.flags), 'as the preview said')
    const { kept: _, ...moved } = decoder.counts
    t.strictSame(moved, { permitted: 0, refused: 0, unknown: 0 }, 'no pair of the decoder comes or goes')

    await resolveAll(t, told)
  },
)

await t.test('a comma in a title is no other title: no list of titles is touched', async t => {
  const told = await tell('A comma less (hypothetical)', [
    { op: 'retitle', item: 'AME', title: 'Arts, Media and Entertainment' },
  ])
  t.strictSame(
    told.previewed.changes.map(change => change.class),
    ['editorial'],
  )
  t.strictSame(keys(told.ctc.flags), holdersOf('AMAE'))
})

await t.test(
  'two sectors become one: the statute that counts fifteen is flagged, and so is all law that lists them',
  async t => {
    const told = await tell('Business and marketing are one sector (hypothetical)', [
      ...['A', 'B', 'C'].map((code, n): OperationInput => ({ op: 'recode', item: `MSS.${code}`, code: 'DEF'[n]! })),
      {
        op: 'merge',
        items: ['BUS', 'MSS'],
        into: { new: { kind: 'sector', code: 'BMS', title: 'Business and Marketing (hypothetical)' }, parent: null },
        join: ['anchor'],
      },
    ])
    const law = told.ctc.flags.filter(({ dependent }) => dependent.kind === 'legal-reference')
    t.strictSame(keys(law), LAW_ON_SECTORS)
    t.strictSame(severities(law), ['review'])
    const statute = law.find(({ dependent }) => dependent.key === 'EC 44260.9')!
    t.strictSame(
      statute.causes.map(({ change }) => `${change.item.key} ${change.class}`).sort(),
      ['BMS added', 'BUS merged', 'MSS merged'],
      'each sector that goes or comes is a cause',
    )
    const read = `/legal-references/${encodeURIComponent('EC 44260.9')}`
    t.match(await services.credentials.get(read), { openFlags: 1, links: { length: 2 } })
    const { items } = await services.standards.get<{ items: unknown[] }>(
      `/frameworks/${MCS}/items?kind=sector&limit=200`,
    )
    t.equal(items.length, 14)
    t.strictSame(gist(told.previewed.agencies.ctc.impacts), gist(told.ctc.flags), 'as the preview said')
  },
)

/** The starter data, but for the framework: five sectors still have the titles that they had before 1 September 2014. */
async function startWithTitlesOf2007(t: Test): Promise<Services> {
  const system = await startSystem()
  t.teardown(() => system.close())
  const { urls } = system
  const services = connect(urls, 'retitling')
  const earlier = new Map(renamed.map(({ item, earlierTitle }) => [item, earlierTitle!]))
  const file = read<FrameworkFile>('ca-mcs-2013.json')
  const items = file.items.map(item => ({ ...item, title: earlier.get(item.key) ?? item.title }))
  type Report = { proposal: { id: string } }
  const { body } = await services.standards.post<Report>('/imports/framework', { ...file, items })
  await publish(services, body.proposal.id, 'As it was before 1 September 2014')
  await load(urls, () => {})
  return services
}

/** As both agencies did: the title in place of the former one, the code kept. */
async function resolveAll(t: Test, { release, ctc, calpads }: Carried): Promise<void> {
  const step = { to: 'resolved', disposition: 'rename-in-place', reason: 'Coded Correspondence 14-08' }
  const agencies: [Services['credentials'], Flag[]][] = [
    [services.credentials, ctc.flags],
    [services.courseCodes, calpads.flags],
  ]
  for (const [service, flags] of agencies) {
    for (const { id } of flags) await service.post(`/flags/${id}/transitions`, step, { 'if-match': '"v1"' })
    const { dispositions, standing } = await service.get<{ dispositions: unknown[]; standing: { state: string }[] }>(
      `/flags/summary?release=${encodeURIComponent(release)}`,
    )
    t.strictSame(dispositions, [{ disposition: 'rename-in-place', flags: flags.length }])
    t.ok(standing.every(({ state }) => state === 'resolved'))
  }
}
