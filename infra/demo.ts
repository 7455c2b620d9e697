// `npm run demo`: six changes to the standards and what they do to authorizations and course codes, told on the running
// system. It may be told any number of times: what it publishes it takes back, what cannot be taken back it only previews.
import type { OperationInput } from '@cte-align/contracts'
import type { Carried } from './seed/changes.ts'
import { addresses } from './seed/env.ts'
import { Refused, readAll } from './seed/http.ts'
import { untilLevel } from './seed/level.ts'
import { CLUSTERS, createTelling, holdersOf, MCS, type NamedItem } from './seed/telling.ts'

const {
  services,
  expectations,
  expect,
  expectFlagged,
  carry,
  takeBack,
  onlyPreview,
  show,
  summary,
  of,
  relate,
  decide,
} = createTelling()

const acts: [string, () => Promise<void>][] = [
  ['A sector gets another title and keeps its code', retitleSector],
  ['A cluster is narrowed, and a draft crosswalk leads to three sectors', narrowCluster],
  ['Somebody decides on a crosswalk relation', decideOnRelation],
  ['A sector retires', retireSector],
  ['A pathway splits between concentrator and capstone', splitPathway],
  ['A comma changes in one anchor, then in ten', correctAnchors],
]

console.log(
  `cte-align, told on ${services.standards.url}. Every title marked (hypothetical) is invented for this story.`,
)
await untilLevel(addresses())
for (const [number, [title, act]] of acts.entries()) {
  console.log(`\n${number + 1}. ${title}\n`)
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    expect(false, `this could be told; instead: ${error.message}`)
  }
}
const broken = expectations.filter(({ held }) => !held)
console.log(`\nWhat was expected, and whether it held\n`)
for (const { held, text } of expectations) console.log(`  ${held ? '✓' : '✗'} ${text}`)
console.log(`\n${expectations.length - broken.length} of ${expectations.length} held.`)
process.exitCode = broken.length > 0 ? 1 : 0

async function retitleSector(): Promise<void> {
  const { title } = await item(MCS, 'BUS')
  const before = title.endsWith('(hypothetical)') ? 'Business and Finance' : title
  const told = await carry('BUS is retitled', [{ op: 'retitle', item: 'BUS', title: 'Commerce (hypothetical)' }])
  show(told)
  const all = [...told.ctc.flags, ...told.calpads.flags]
  expectFlagged(all, holdersOf('FAB'), 'every authorization with subject FAB')
  expectFlagged(
    all,
    ['7400', '7410', '7411', '7412', '7420', '7421', '7422', '7430', '7431', '7432'],
    "the sector's ten course codes",
  )
  expectFlagged(all, ['7000'], 'the wildcard course code 7000')
  expectFlagged(all, ['5 CCR 80035.5', '5 CCR 80036.3'], 'the regulations that list the sectors by their titles')
  expect(
    !all.some(({ dependent }) => dependent.key === 'EC 44260.9'),
    'not the statute that counts fifteen sectors: the number stays',
  )
  expect(
    all.every(({ severity }) => severity === 'notice'),
    'a new title on an old code is a notice, and nothing breaks',
  )
  await takeBack([{ op: 'retitle', item: 'BUS', title: before }])
}

async function narrowCluster(): Promise<void> {
  const { scopeNote } = await item(CLUSTERS, 'energy-natural-resources')
  const operations: OperationInput[] = [
    { op: 'revise', item: 'energy-natural-resources', scopeNote: 'Excludes forestry (hypothetical).' },
  ]
  const told = await carry('Energy & Natural Resources excludes forestry', operations, CLUSTERS)
  show(told)
  for (const { message } of told.previewed.notes) console.log(`   note: ${message}`)
  const all = [...told.ctc.flags, ...told.calpads.flags]
  expectFlagged(all, holdersOf('EU', 'ANR', 'ED'), 'the twelve authorizations with subject EU, ANR or ED')
  expectFlagged(all, ['7000', '7600', '7100', '7700'], 'course codes of three sectors')
  expect(
    all.every(({ severity, causes }) => severity !== 'breaking' || causes.every(cause => cause.doubts.length === 0)),
    'what rests on a draft relation is never above review',
  )
  expect(
    told.previewed.notes.some(({ code }) => code === 'CTE_NOTE_NO_DEPENDENT_OF_ITS_OWN'),
    'the answer says that the clusters have no dependent of their own',
  )
  await takeBack(
    [
      {
        op: 'revise',
        item: 'energy-natural-resources',
        scopeNote: scopeNote?.endsWith('(hypothetical).') ? null : scopeNote,
      },
    ],
    CLUSTERS,
  )
}

/** On a framework of this run's own: a decision on the real crosswalk is staff's to take. */
async function decideOnRelation(): Promise<void> {
  const { items } = await services.standards.get<{ items: { key: string }[] }>('/frameworks')
  const run = items.filter(({ key }) => key.startsWith('demo-clusters-')).length + 1
  const framework = `demo-clusters-${run}`
  const title = `A cluster for run ${run} of the demo (hypothetical)`
  await services.standards.post('/frameworks', { key: framework, title, owner: 'CDE', description: null })
  await carry(
    'A cluster is added',
    [{ op: 'add', parent: null, item: { kind: 'cluster', code: 'power', title } }],
    framework,
  )
  const crosswalk = `ca-mcs-2013-to-${framework}`
  await relate({ crosswalk, from: 'EEU', framework, to: 'power' })
  const narrow = (...excluded: string[]) => {
    const scopeNote = excluded.map(what => `Excludes ${what} (hypothetical).`).join(' ')
    return carry(`The cluster excludes ${excluded.join(', ')}`, [{ op: 'revise', item: 'power', scopeNote }], framework)
  }

  const draft = await narrow('forestry')
  console.log(`   While the relation is a draft:  ${summary(draft)}`)
  expect(
    of(draft, holdersOf('EU')).every(({ severity }) => severity === 'review'),
    'through a draft relation: review',
  )
  await decide(crosswalk, 'accept')
  const accepted = await narrow('forestry', 'mining')
  console.log(`   Once it is accepted:            ${summary(accepted)}`)
  expect(
    of(accepted, ['CTE/R4T/EU', 'AETC/R4FA/EU', 'BIPT/_/EU']).every(({ severity }) => severity === 'breaking') &&
      of(accepted, ['TC4T/R4T/EU']).every(({ severity }) => severity === 'review'),
    'through an accepted relation: breaking, but review where the link itself is not verified (TC4T)',
  )
  await decide(crosswalk, 'reject')
  const rejected = await narrow('forestry', 'mining', 'quarrying')
  console.log(`   Once it is rejected:            ${summary(rejected)}`)
  expect(rejected.ctc.flags.length + rejected.calpads.flags.length === 0, 'through a rejected relation: nothing')
}

async function retireSector(): Promise<void> {
  const successors = [{ framework: CLUSTERS, item: 'energy-natural-resources' }]
  const seen = await onlyPreview('EEU retires', [{ op: 'retire', item: 'EEU', successors }])
  const all = [...seen.agencies.ctc.impacts, ...seen.agencies.calpads.impacts]
  const severityOf = (key: string) => all.find(({ dependent }) => dependent.key === key)?.severity
  expect(
    ['CTE/R4T/EU', 'AETC/R4FA/EU', 'BIPT/_/EU'].every(key => severityOf(key) === 'breaking') &&
      severityOf('TC4T/R4T/EU') === 'review',
    'CTE, AETC and BIPT of EU would break; TC4T, whose pairing nobody has verified, would be for review',
  )
  expectFlagged(all, ['EC 44260.9'], 'the statute that counts fifteen sectors')
  const codes = ['7600', '7610', '7611', '7612', '7620', '7621', '7622', '7630', '7631', '7632']
  expectFlagged(all, [...codes, '7000'], 'the ten course codes 7600-7632 and 7000')
  expect(
    of(seen, codes).every(({ causes }) => causes.some(({ order }) => order === 2)),
    'each of the ten says that its assignment rules are at risk',
  )
  expect(!all.some(({ dependent }) => /^71|\/ANR$/.test(dependent.key)), 'nothing of Agriculture')
  const { permitted, refused, unknown } = seen.decoder.counts
  console.log(
    `   the decoder, if it followed: ${permitted} pairs permitted, ${refused} refused, ${unknown} that nobody knows`,
  )
  expect(
    permitted + refused === 0 && unknown > 0,
    'nobody is authorized for a cluster yet, so nobody knows whom the decoder would admit',
  )
  const { manualReview } = seen.agencies.ctc
  console.log(`   beside them, to be looked at by hand: ${manualReview.map(({ key }) => key).join(', ')}`)
}

async function splitPathway(): Promise<void> {
  const into = [
    { kind: 'pathway', code: 'X', title: 'Cabinetry (hypothetical)' },
    { kind: 'pathway', code: 'Y', title: 'Millwork and Woodworking (hypothetical)' },
  ] as const
  const dependent = (key: string) => ({ kind: 'course-code', key }) as const
  const assignments = [
    { dependent: dependent('7311'), successor: 'X' },
    { dependent: dependent('7312'), successor: 'Y' },
  ]
  const split = (assigned: typeof assignments): OperationInput => ({
    op: 'split',
    item: 'BCT.A',
    into: [...into],
    assignments: assigned,
  })
  const seen = await onlyPreview('BCT.A splits, concentrator one way, capstone the other', [split(assignments)])
  const findings = seen.agencies.calpads.impacts.flatMap(({ findings }) => findings)
  for (const message of new Set(findings.map(finding => finding.message))) console.log(`   found: ${message}`)
  expect(
    findings.some(({ code }) => code === 'CTE_SEQUENCE_BROKEN'),
    'the broken sequence is named',
  )
  const unassigned = await onlyPreview('BCT.A splits, nobody assigned', [split([])])
  expect(
    of(unassigned, ['7311', '7312']).every(({ causes }) => causes.some(cause => cause.assignment === 'undecided')),
    'what nobody has assigned is undecided, and says so',
  )
}

async function correctAnchors(): Promise<void> {
  const anchors = (await items(MCS, 'parent=ICT&kind=anchor')).map(({ code, title }) => ({
    code,
    title: title.replace(/\.$/, ''),
  }))
  const point = (rows: typeof anchors, end: string): OperationInput[] =>
    rows.map(({ code, title }) => ({ op: 'revise', item: `ICT.${code}`, title: `${title}${end}` }))
  const one = await carry('A full stop after one anchor of ICT (hypothetical)', point(anchors.slice(0, 1), '.'))
  show(one)
  expectOneFlagEach(one, 1)
  const ten = await carry('A full stop after ten anchors of ICT (hypothetical)', point(anchors.slice(1), '.'))
  console.log(`   then ten at once: ${summary(ten)}`)
  expectOneFlagEach(ten, anchors.length - 1)
  await takeBack(point(anchors, ''))
}

function expectOneFlagEach(told: Carried, causes: number): void {
  const all = [...told.ctc.flags, ...told.calpads.flags]
  expectFlagged(
    all,
    [...holdersOf('ITEC'), '8100', '8142', '7000'],
    `holders, course codes and 7000 (${causes} changed)`,
  )
  const once = new Set(all.map(({ dependent }) => dependent.key)).size === all.length
  expect(
    once && all.every(flag => flag.severity === 'notice' && flag.causes.length === causes),
    `${causes} changed: one flag each, a notice, with ${causes} cause${causes === 1 ? '' : 's'}`,
  )
}

function items(framework: string, query: string): Promise<NamedItem[]> {
  return readAll(services.standards, `/frameworks/${framework}/items?${query}&limit=200`)
}

async function item(framework: string, key: string): Promise<NamedItem> {
  const found = (await items(framework, 'parent=none')).find(each => each.key === key)
  if (!found) throw new Error(`${framework} has no active item ${key} any more, so its story cannot be told`)
  return found
}
