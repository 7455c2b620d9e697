import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { convert, factsFolder, seedFolder } from '../seed/convert.ts'
import type {
  AdoptionPhasesFile,
  CourseCodesFile,
  CredentialsFile,
  CrosswalkFile,
  FrameworkFile,
  WorkflowFile,
} from '../seed/files.ts'

const read = <T>(name: string): T => JSON.parse(readFileSync(join(seedFolder, name), 'utf8'))
const mcs = read<FrameworkFile>('ca-mcs-2013.json')
const clusters = read<FrameworkFile>('ca-cte-clusters.json')
const phases = read<AdoptionPhasesFile>('adoption-phases.json')
const crosswalk = read<CrosswalkFile>('crosswalk-ca-mcs-2013-ca-cte-clusters.json')
const credentials = read<CredentialsFile>('credentials.json')
const courses = read<CourseCodesFile>('course-codes.json')
const workflow = read<WorkflowFile>('sector-change-workflow.json')

const count = <T>(rows: T[], by: (row: T) => unknown) => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[String(by(row))] = (counts[String(by(row))] ?? 0) + 1
  return counts
}
const code = (wanted: string) => courses.courseCodes.find(row => row.code === wanted)!
const keyOf = (row: { documentCode: string; authorizationCode: string | null; subjectCode: string | null }) =>
  [row.documentCode, row.authorizationCode ?? '_', row.subjectCode ?? '_'].join('/')
const authorizations = new Map(credentials.authorizations.map(row => [keyOf(row), row]))
const itemOf = new Map(credentials.subjects.map(row => [row.code, row.item]))

const absent = !existsSync(factsFolder) && 'The tables of facts are not beside this checkout (../shared/data/facts)'

t.test('making the starter data again changes nothing', { skip: absent }, async t => {
  for (const [name, text] of Object.entries(convert(factsFolder)))
    t.ok(readFileSync(join(seedFolder, name), 'utf8') === text, `${name} is as the facts give it`)
})

t.test('every row names a source of its file', async t => {
  const rows: [string, Record<string, string>, { source: string }[]][] = [
    ['ca-mcs-2013', mcs.sources, [mcs.framework, ...mcs.items]],
    ['ca-cte-clusters', clusters.sources, [clusters.framework, ...clusters.items]],
    ['adoption-phases', phases.sources, phases.phases.flatMap(phase => [phase, ...phase.items])],
    ['crosswalk', crosswalk.sources, crosswalk.relations],
    [
      'credentials',
      credentials.sources,
      [
        ...credentials.subjects,
        ...credentials.documents,
        ...credentials.authorizations,
        ...credentials.assignmentRules,
        ...credentials.legalReferences,
        ...credentials.authorizationCodes,
      ],
    ],
    ['course-codes', courses.sources, [...courses.pathways, ...courses.courseCodes]],
    [
      'sector-change-workflow',
      workflow.sources,
      [
        workflow.template.usualDays,
        workflow.template.precedent,
        ...workflow.steps,
        ...workflow.steps.flatMap(({ duration }) => duration ?? []),
      ],
    ],
  ]
  for (const [file, sources, all] of rows) {
    t.strictSame(
      all.filter(row => !Object.hasOwn(sources, row.source)),
      [],
      file,
    )
    t.strictSame(new Set(all.map(row => row.source)).size, Object.keys(sources).length, `${file} has no unused source`)
  }
})

t.test('the standards of 2013 have 15 sectors, 58 pathways and 11 anchors in each sector', async t => {
  t.strictSame(
    count(mcs.items, row => row.kind),
    { sector: 15, anchor: 165, pathway: 58 },
  )
  t.equal(mcs.items.length, 238)
  t.strictSame(mcs.release.dates, { adoption: '2013-01-16', effective: null })
  t.strictSame(
    count(
      mcs.items.filter(row => row.kind === 'pathway'),
      row => row.note,
    ),
    { null: 2, 'The name is sourced, the letter is not verified': 56 },
  )
  t.equal(new Set(mcs.items.map(row => row.key)).size, 238)
})

t.test("the clusters are California's working copy, 14 with 72 sub-clusters, and say their phases", async t => {
  t.strictSame(
    count(clusters.items, row => row.kind),
    { cluster: 14, 'sub-cluster': 72 },
  )
  t.match(clusters.framework.title, /working copy/)
  t.match(clusters.framework.note, /Not an adopted framework/)
  for (const phase of ['I, November 2025', 'II, November 2026', 'III, November 2027'])
    t.match(clusters.framework.description, phase)
  t.strictSame(clusters.release.dates, { adoption: null, effective: null })
  t.strictSame(
    count(
      clusters.items.filter(row => row.kind === 'cluster'),
      row => row.note!.match(/phase (\w+)/)![1],
    ),
    { III: 5, I: 3, II: 6 },
  )
})

t.test('three adoption phases are planned, name every cluster once, and hold no vote', async t => {
  t.strictSame(
    phases.phases.map(({ name, plannedMonth, subjectToChange, verified }) => [
      name,
      plannedMonth,
      subjectToChange,
      verified,
    ]),
    [
      ['Phase I', '2025-11', true, true],
      ['Phase II', '2026-11', true, true],
      ['Phase III', '2027-11', true, false],
    ],
  )
  const [first, second, third] = phases.phases.map(({ items }) => items)
  const named = (rows: typeof first) => rows!.map(row => row.printedName).sort()
  t.strictSame(named(first), [
    'Arts, Entertainment, and Design',
    'Management and Entrepreneurship',
    'Marketing and Sales',
  ])
  t.strictSame(named(second), [
    'Digital Technology',
    'Education',
    'Energy and Natural Resources',
    'Financial Services',
    'Hospitality, Events, and Tourism',
    'Public Safety and Services',
  ])
  t.strictSame(
    third!.map(row => [row.item, row.printedName, row.verified]),
    [
      ['advanced-manufacturing', null, false],
      ['construction', null, false],
      ['supply-chain-transportation', null, false],
      ['healthcare-human-services', null, false],
      ['agriculture', null, false],
      [null, 'Career Ready Standards', false],
    ],
  )
  t.equal(second!.find(row => row.printedName === 'Public Safety and Services')!.item, 'public-service-safety')
  t.strictSame(
    phases.phases.flatMap(({ items }) => items.flatMap(row => row.item ?? [])).sort(),
    clusters.items
      .filter(row => row.kind === 'cluster')
      .map(row => row.key)
      .sort(),
  )
  t.ok(phases.phases.every(({ note }) => note!.includes('No record of a vote was found')))
})

t.test('the crosswalk is a draft: 24 relations, all related, none verified, the original word kept', async t => {
  t.equal(crosswalk.relations.length, 24)
  t.strictSame(
    count(crosswalk.relations, row => [row.relation, row.state, row.verified]),
    { 'related,draft,false': 24 },
  )
  t.strictSame(
    count(crosswalk.relations, row => row.originalWord),
    { primary: 15, partial: 9 },
  )
  const sectors = new Set(mcs.items.map(row => row.key))
  const known = new Set(clusters.items.map(row => row.key))
  t.ok(crosswalk.relations.every(row => sectors.has(row.from) && known.has(row.to)))
  t.strictSame(
    crosswalk.relations.filter(row => row.to === 'energy-natural-resources').map(row => row.from),
    ['AGR', 'EEU', 'ENA'],
  )
})

t.test('15 subjects join to sectors by the joining table, never by an equal code', async t => {
  t.equal(credentials.subjects.length, 15)
  t.equal(new Set(credentials.subjects.map(row => row.item)).size, 15)
  t.strictSame(
    credentials.subjects.filter(row => row.code === row.item).map(row => row.code),
    ['FID', 'HSMT', 'HTR', 'MPD', 'MSS'],
  )
  t.strictSame(
    [itemOf.get('EU'), itemOf.get('ED'), itemOf.get('FAB'), itemOf.get('ECDF')],
    ['EEU', 'ENA', 'BUS', 'ECF'],
  )
  t.strictSame(
    credentials.subjects.filter(row => row.earlierTitle).map(row => [row.code, row.earlierTitle]),
    [
      ['BTC', 'Building Trades and Construction'],
      ['FAB', 'Finance and Business'],
      ['EU', 'Energy and Utilities'],
      ['ED', 'Engineering and Design'],
      ['ITEC', 'Information Technology'],
    ],
  )
})

t.test('five titles changed on 2014-09-01, ten have no day that anybody knows', async t => {
  const fab = credentials.subjects.find(row => row.code === 'FAB')!
  t.match(fab.titles, [
    { title: 'Finance and Business', from: null, to: '2014-08-31' },
    { title: 'Business and Finance', from: '2014-09-01', to: null },
  ])
  t.strictSame(
    count(credentials.subjects, row => row.titles.map(({ from, to }) => [from, to])),
    { ',2014-08-31,2014-09-01,': 5, ',': 10 },
  )
  t.ok(credentials.subjects.every(row => row.titles.at(-1)!.title === row.title))
  t.strictSame(
    credentials.subjects.flatMap(row => row.spellings.map(({ spelling }) => [row.code, spelling])),
    [
      ['EU', 'Energy, Environment and Utilities'],
      ['ITEC', 'Information and Communication Technology'],
      ['MSS', 'Marketing, Sales and Service'],
      ['PSER', 'Public Services'],
    ],
  )
})

t.test('17 authorization codes of at most four characters, and not one statement of a publisher', async t => {
  const codes = credentials.authorizationCodes
  t.strictSame(
    codes.map(row => row.code),
    [...new Set(credentials.authorizations.flatMap(row => row.authorizationCode ?? []))].sort(),
  )
  t.equal(codes.length, 17)
  t.ok(codes.every(row => row.statement === null && !row.truncated && row.code.length <= 4))
})

t.test("documents say their status in the source's words", async t => {
  t.strictSame(
    count(credentials.documents, row => row.status),
    { issued: 15, 'listed in T01 and leaflet index; not in the sort table': 1, legacy: 26, 'legacy code': 1 },
  )
})

t.test('43 documents and 116 authorizations, each a triple of its own', async t => {
  t.equal(credentials.documents.length, 43)
  t.equal(credentials.authorizations.length, 116)
  t.equal(authorizations.size, 116)
  const documents = new Set(credentials.documents.map(row => row.code))
  t.strictSame(
    credentials.authorizations.filter(row => !documents.has(row.documentCode)),
    [],
  )
  for (const document of ['CTE', 'AETC', 'BIPT', 'TC4T'])
    t.equal(
      credentials.authorizations.filter(row => row.documentCode === document && itemOf.has(row.subjectCode ?? ''))
        .length,
      15,
      `${document} carries the fifteen sectors`,
    )
})

t.test("a blank authorization code is a gap, and BIPT's fifteen have one", async t => {
  const blank = credentials.authorizations.filter(row => row.authorizationCode === null)
  t.strictSame(
    count(blank, row => row.documentCode),
    { BIPT: 15 },
  )
  t.ok(blank.every(row => row.verified && row.note!.includes('a gap')))
})

t.test('TC4T pairings are not verified, nor are the legacy documents without a subject', async t => {
  t.strictSame(
    count(
      credentials.authorizations.filter(row => !row.verified),
      row => row.documentCode,
    ),
    { TC4T: 15, TC4H: 1, TC4V: 1, TC4P: 1, TC4F: 1, TC4G: 1 },
  )
})

t.test('eight authorizations without a sector are kept for manual review', async t => {
  t.strictSame(
    credentials.authorizations.filter(row => row.subjectCode === null || row.subjectCode === 'NONE').map(keyOf),
    [
      'SA4/S4/NONE',
      'SUBE/P30V/NONE',
      'CTE/S17C/NONE',
      'TC4H/R4H/_',
      'TC4V/R4FV/_',
      'TC4P/R4PV/_',
      'TC4F/R4A/_',
      'TC4G/R4AP/_',
    ],
  )
})

t.test('four by-examination twins stand for their subject, and Health Science has none', async t => {
  t.strictSame(
    credentials.authorizations.filter(row => row.twinOf).map(row => [keyOf(row), row.twinOf]),
    [
      ['TC1/R1S/AGRX', 'TC1/R1S/AGRI'],
      ['TC1/R1S/BUSX', 'TC1/R1S/BUSI'],
      ['TC1/R1S/HEX', 'TC1/R1S/HE'],
      ['TC1/R1S/ITEX', 'TC1/R1S/ITE'],
    ],
  )
  t.ok([...authorizations.values()].filter(row => row.twinOf).every(row => row.note!.includes('inferred')))
})

t.test('395 assignment rules: 202 by sector, 192 by single subject, one wildcard that is no authorization', async t => {
  const rules = credentials.assignmentRules
  t.equal(rules.length, 395)
  t.strictSame(
    count(rules, row => row.kind),
    { wildcard: 1, 'single-subject': 192, sector: 202 },
  )
  t.strictSame(
    rules.filter(row => !authorizations.has(keyOf(row))).map(row => `${row.courseCode}: ${keyOf(row)}`),
    ['7000: CTE/R4T/*'],
  )
  const known = new Set(courses.courseCodes.map(row => row.code))
  t.strictSame(
    rules.filter(row => !known.has(row.courseCode)),
    [],
  )
  t.equal(new Set(rules.map(row => `${row.courseCode}:${keyOf(row)}`)).size, 395)
})

t.test('22 sections of law, of which four speak of the list of sectors and two, by inference, of clusters', async t => {
  t.equal(credentials.legalReferences.length, 22)
  t.ok(credentials.legalReferences.every(row => row.verified))
  t.strictSame(
    credentials.legalReferences.flatMap(({ citation, dependsOn }) =>
      dependsOn.map(({ framework, list, verified }) => `${citation}: ${list} of ${framework}${verified ? '' : '?'}`),
    ),
    [
      'EC 44260.9: sector-count of ca-mcs-2013',
      'EC 44260.9: cluster-count of ca-cte-clusters?',
      '5 CCR 80025.5: sector-count of ca-mcs-2013?',
      '5 CCR 80035.5: sector-titles of ca-mcs-2013',
      '5 CCR 80035.5: cluster-titles of ca-cte-clusters?',
      '5 CCR 80036.3: sector-titles of ca-mcs-2013',
    ],
  )
  const unverified = credentials.legalReferences.flatMap(row => row.dependsOn.filter(({ verified }) => !verified))
  t.ok(unverified.every(({ basis }) => basis.startsWith('inferred: ')))
})

t.test('TC1 authorizations are reached through rules alone, never through a sector', async t => {
  t.ok(credentials.authorizations.filter(row => row.documentCode === 'TC1').every(row => !itemOf.has(row.subjectCode!)))
})

t.test('58 pathways, 49 without a number, joined by letter, and 999 is none of them', async t => {
  t.equal(courses.pathways.length, 58)
  t.strictSame(
    courses.pathways.filter(row => row.code !== null).map(row => row.code),
    ['100', '101', '102', '103', '104', '105', '106', '111', '201'],
  )
  const items = new Map(mcs.items.map(row => [row.key, row.title]))
  t.strictSame(
    courses.pathways
      .filter(row => items.get(row.item) !== row.name)
      .map(row => [row.item, row.name, items.get(row.item)]),
    [
      ['HSMT.C', 'Healthcare Administrative Services', 'Health Care Administrative Services'],
      ['HSMT.D', 'Healthcare Operational Support Services', 'Health Care Operational Support Services'],
    ],
  )
})

t.test('202 course codes with level as data and no year that nobody knows', async t => {
  t.equal(courses.courseCodes.length, 202)
  t.equal(new Set(courses.courseCodes.map(row => row.code)).size, 202)
  t.strictSame(
    count(courses.courseCodes, row => row.level),
    { exploratory: 2, introductory: 53, concentrator: 76, capstone: 71 },
  )
  t.ok(courses.courseCodes.every(row => row.effectiveFrom === null && row.effectiveTo === null))
  t.ok(courses.courseCodes.every(row => typeof row.code === 'string'))
  t.match(code('7839').levelBasis, /inferred/)
})

t.test('course codes hang on 183 pathway items, 19 stand for sectors', async t => {
  const items = new Map(mcs.items.map(row => [row.key, row.kind]))
  const kinds = courses.courseCodes.flatMap(row =>
    row.alignments.map(link => (link.item ? items.get(link.item) : 'any')),
  )
  t.strictSame(
    count(kinds, kind => kind),
    { any: 1, sector: 19, pathway: 183 },
  )
  const bySector = courses.courseCodes.flatMap(row => row.alignments.map(link => link.item?.split('.')[0] ?? 'any'))
  t.strictSame(
    count(bySector, sector => sector),
    {
      any: 1,
      ECF: 10,
      AGR: 28,
      AME: 26,
      BCT: 13,
      BUS: 10,
      MSS: 8,
      EEU: 10,
      ENA: 9,
      FID: 17,
      HSMT: 19,
      HTR: 7,
      ICT: 16,
      MPD: 9,
      PS: 10,
      TR: 10,
    },
  )
})

t.test('7400 hangs on Marketing as well, and says that this comes from the rules', async t => {
  t.strictSame(
    code('7400').alignments.map(link => link.item),
    ['BUS', 'MSS'],
  )
  t.match(code('7400').alignments[1]!.basis, /assignment rule CTE\/R4T\/MSS, not from the table's sector/)
})

t.test('7000 hangs on every sector by its wildcard rule, and names no sector', async t => {
  t.equal(code('7000').alignments.length, 1)
  t.match(code('7000').alignments[0], { framework: 'ca-mcs-2013', any: 'sector', basis: /from the rules/ })
  t.notOk(Object.hasOwn(code('7000').alignments[0]!, 'item'))
})

t.test('7219 and 7263 hang on their sector, since nobody says which pathway', async t => {
  for (const wanted of ['7219', '7263']) {
    t.strictSame(
      code(wanted).alignments.map(link => link.item),
      ['AME'],
    )
    t.match(code(wanted).note, /pathway unknown/)
    t.equal(code(wanted).pathwayName, null)
  }
})

t.test('a pathway read off the code block says so', async t => {
  const inferred = courses.courseCodes.filter(row =>
    row.alignments.some(link => /inferred from code block/.test(link.basis)),
  )
  t.equal(inferred.length, 52)
  t.match(code('7839').alignments[0]!.basis, 'inferred from code block 783x')
})

t.test('a change of sectors runs through twenty steps, each after those it waits for', async t => {
  t.equal(workflow.steps.length, 20)
  const placed = new Set<string>()
  for (const { key, after } of workflow.steps) {
    t.ok(
      after.every(before => placed.has(before)),
      `${key} comes after ${after.join(', ') || 'nothing'}`,
    )
    placed.add(key)
  }
  t.equal(placed.size, 20)
  t.strictSame(
    count(workflow.steps, row => row.verified),
    { true: 17, false: 3 },
  )
})

t.test('how long steps take is known of three, and verified of one', async t => {
  t.strictSame(
    workflow.steps.flatMap(({ key, duration }) =>
      duration !== null && duration.days > 0 ? [[key, duration.days, duration.kind, duration.verified]] : [],
    ),
    [
      ['comment-period', 45, 'calendar', false],
      ['changed-text', 15, 'calendar', true],
      ['oal-review-time', 30, 'working', false],
    ],
  )
  const acts = workflow.steps.flatMap(({ duration }) => (duration?.days === 0 ? [duration] : []))
  t.equal(acts.length, 9, 'nine are read as the act of a day')
  t.ok(acts.every(({ verified, note }) => !verified && note !== null))
  t.match(workflow.template.usualDays, { days: ['01-01', '04-01', '07-01', '10-01'], verified: false })
  t.match(workflow.template.precedent, { months: 20, note: /about/ })
})
