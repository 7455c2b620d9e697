import t from 'tap'
import {
  asCsv,
  asXlsx,
  CODES_HEADINGS,
  codesRow,
  type FileRow,
  STARTER,
  type StarterRule,
  XLSX,
} from './course-table-files.ts'
import { withCredentials } from './with-credentials.ts'

const NBSP = '\u00a0'
/** Ten codes of Arts, Media and Entertainment left the table between 2023-05 and 2026-08. Which ones is not known here: these are hypothetical. */
const LEFT = ['7201', '7202', '7203', '7204', '7205', '7206', '7207', '7208', '7209', '7230']
const CAME = ['7110', '7263']
const TEN = [...new Set(STARTER.assignmentRules.map(rule => rule.courseCode))].filter(code => code.startsWith('76'))
const amae = (courseCode: string): StarterRule => ({
  ...{ courseCode, authType: 'Full', documentCode: 'CTE', authorizationCode: 'R4T', subjectCode: 'AMAE' },
})

/** The table of 2026 as the starter data has it. */
const rows2026 = (): FileRow[] => [CODES_HEADINGS, ...STARTER.assignmentRules.map(codesRow)]

/** Another edition, as that of 2023 differs: ten codes more, two fewer, ten with blank codes, one Limited, two rows twice. */
function rows2023(): FileRow[] {
  const rules = STARTER.assignmentRules.filter(rule => !CAME.includes(rule.courseCode))
  const rows = [...rules, ...LEFT.map(amae)].map(rule => {
    if (rule.courseCode.startsWith('76') && rule.documentCode === 'CTE')
      return [rule.courseCode, 'Full', null, null, null, null, null, null]
    if (rule.courseCode === '7100' && rule.documentCode === 'TC1') return codesRow({ ...rule, authType: 'Limited' })
    return codesRow(rule)
  })
  rows[3] = rows[3]!.map(cell => (typeof cell === 'string' && !/^[0-9]{4}$/.test(cell) ? `${NBSP}${cell} ` : cell))
  return [CODES_HEADINGS, ...rows, rows[10]!, rows[20]!]
}

const ask = (edition: string, more = '') =>
  `/imports/course-table?edition=${edition}&title=Edition%20${edition}&source=a%20test%20(hypothetical)${more}`

t.test('two editions as published stand side by side, and their difference is the known one', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, events } = service
  const send = (url: string, file: Buffer, type = XLSX) => call('POST', url, file, { 'content-type': type })
  // Nobody here knows the clusters that some of the law is linked to.
  t.equal((await call('POST', '/imports', { ...STARTER, legalReferences: [] })).status, 200)
  const said = (await events('cte.ctc.assignment-rule.changed')).length

  const old = rows2023()
  const dry = await send(ask('2023-05', '&publishedOn=2023-05-18&dryRun=true'), await asXlsx(old))
  t.equal(dry.status, 200, JSON.stringify(dry.body))
  t.match(dry.body, {
    ...{ dryRun: true, layout: 'codes', sheet: 'Sheet1', rows: old.length - 1, wildcards: ['7000:CTE/R4T/*'] },
    notListed: {
      against: 'current',
      courseCodes: { items: CAME },
      rules: { count: 4, items: ['7110:CTE/R4T/ANR', '7110:TC1/R1S/AGRI', '7263:CTE/R4T/AMAE', '7263:TC1/R1S/ITE'] },
      unknown: 10,
    },
  })
  t.strictSame(dry.body.duplicates.items, [
    { row: old.length - 1, of: 12 },
    { row: old.length, of: 22 },
  ])
  t.equal(dry.body.gaps.count, 30, 'three codes of ten rows')
  t.strictSame([...new Set(dry.body.gaps.items.map((gap: { courseCode: string }) => gap.courseCode))], TEN)
  t.ok(
    dry.body.gaps.items.every((gap: { at: string }) =>
      /^\/rows\/\d+\/(Document Title|Authorization Code|Subject Code)$/.test(gap.at),
    ),
  )
  t.ok(dry.body.tidied.items.some((cell: { from: string }) => cell.from.startsWith(NBSP)))
  t.ok(dry.body.storedAsNumbers > 300)
  t.strictSame(dry.body.unknown.authorizations, { count: 0, items: [] })
  t.strictSame((await call('GET', '/rule-editions')).body.items, [], 'a dry run keeps nothing')

  await send(ask('2023-05', '&publishedOn=2023-05-18'), await asXlsx(old))
  const kept = await send(ask('2026-08', '&publishedOn=2026-08-28&verified=true'), asCsv(rows2026()), 'text/csv')
  t.match(kept.body, {
    added: 395,
    unchanged: 0,
    notListed: { against: 'edition:2023-05', courseCodes: { items: LEFT } },
  })
  const again = await send(ask('2026-08', '&publishedOn=2026-08-28&verified=true'), asCsv(rows2026()), 'text/csv')
  t.match(again.body, { added: 0, unchanged: 395 })
  const other = await send(ask('2026-08', '&publishedOn=2026-08-28&verified=true'), asCsv(old), 'text/csv')
  t.match([other.status, other.body.code], [409, 'CTE_EDITION_KEPT'])
  t.match(other.body.detail, /rows it does not have/)
  t.equal((await events('cte.ctc.assignment-rule.changed')).length, said, 'rules in force are not touched')

  await t.test('the comparison says exactly this', async t => {
    const all = await call('GET', '/decoder/compare?from=edition:2023-05&to=edition:2026-08&limit=200')
    t.equal(all.status, 200, JSON.stringify(all.body))
    const rows: Row[] = all.body.items
    for (let next = all.body.next; next !== null; ) {
      const page = await call(
        'GET',
        `/decoder/compare?from=edition:2023-05&to=edition:2026-08&limit=200&cursor=${next}`,
      )
      rows.push(...page.body.items)
      next = page.body.next
    }
    const of = (name: string) =>
      rows.filter(row => `${row.what} ${row.outcome}` === name).map(row => `${row.courseCode}:${row.authorization}`)
    const ofTen = TEN.map(code => `${code}:CTE/R4T/EU`)
    t.same(all.body.summary.counts, {
      'course-code gone': 10,
      'course-code new': 2,
      'rule added': 4,
      'rule dropped': 10,
      'rule changed': 1,
      'rule unknown': 10,
      'pair permitted': 6,
      'pair refused': 10,
      'pair unknown': 10,
    })
    t.strictSame(
      of('course-code gone').map(code => code.slice(0, 4)),
      LEFT,
    )
    t.strictSame(
      of('rule dropped'),
      LEFT.map(code => `${code}:CTE/R4T/AMAE`),
    )
    t.strictSame(of('rule changed'), ['7100:TC1/R1S/AGRI'])
    t.strictSame(of('rule unknown'), ofTen)
    t.strictSame(of('pair unknown'), ofTen, 'a blank row is never a dropped one')
    t.strictSame(of('pair permitted').sort(), [
      ...['7110:CTE/R4T/ANR', '7110:TC1/R1S/AGRI', '7110:TC1/R1S/AGRX'],
      ...['7263:CTE/R4T/AMAE', '7263:TC1/R1S/ITE', '7263:TC1/R1S/ITEX'],
    ])
    t.match(all.body.summary, {
      from: { wildcards: ['7000:CTE/R4T/*'], unread: { rows: 10, courseCodes: TEN } },
      to: { courseCodes: 202, rules: 395, wildcards: ['7000:CTE/R4T/*'], unread: { rows: 0 } },
    })
    t.match(
      rows.find(row => row.outcome === 'dropped' && row.courseCode === '7230')?.because,
      /^7230 no longer admits CTE\/R4T\/AMAE: the rule is not in the edition “Edition 2026-08”; nobody else may$/,
    )
    const arts = await call(
      'GET',
      '/decoder/compare?from=edition:2023-05&to=edition:2026-08&sector=AME&what=rule&outcome=dropped',
    )
    t.equal(arts.body.items.length, 10)
    const one = await call('GET', '/decoder/compare?from=edition:2023-05&to=current&courseCode=7600&what=pair')
    t.match(one.body.items, [{ outcome: 'unknown', authorization: 'CTE/R4T/EU', before: 'not known', after: /direct/ }])
    t.same((await call('GET', '/decoder/compare?from=edition:2026-08&to=edition:2026-08')).body.summary.counts, {})
  })

  await t.test('an edition leaves in CTC’s own layout and comes back as it was', async t => {
    for (const [id, format, type] of [
      ['2023-05', 'csv', 'text/csv'],
      ['2026-08', 'xlsx', XLSX],
    ] as const) {
      const file = await service.app.inject(`/rule-editions/${id}/export?format=${format}`)
      t.equal(file.statusCode, 200)
      const back = await send(ask(`${id}-back`), file.rawPayload, type)
      t.equal(back.status, 200, JSON.stringify(back.body))
      const [before, after] = [
        await call('GET', `/rule-editions/${id}`),
        await call('GET', `/rule-editions/${id}-back`),
      ]
      t.equal(after.body.digest, before.body.digest)
      t.strictSame(after.body.counts, before.body.counts)
    }
    const csv = await call('GET', '/decoder/compare/export?from=edition:2023-05&to=edition:2026-08&what=course-code')
    t.equal(String(csv.body).trim().split('\r\n').length, 13)
    t.match(csv.headers, { 'content-type': 'text/csv; charset=utf-8' })
    const xlsx = await call('GET', '/decoder/compare/export?from=edition:2023-05&to=edition:2026-08&format=xlsx')
    t.match(xlsx.headers, { 'content-type': XLSX })
  })

  await t.test('rows are found by what they say and by what they do not', async t => {
    const list = async (query: string) => (await call('GET', `/rule-editions/2023-05/rules?${query}`)).body.items
    t.equal((await list('gap=document-blank')).length, 10)
    t.match(await list('subject=*'), [{ courseCode: '7000', kind: 'wildcard', row: 2 }])
    t.match(await list('courseCode=7100&document=TC1'), [{ authType: 'Limited', subjectCode: 'AGRI' }])
    t.equal((await call('GET', '/rule-editions/none/rules')).body.code, 'CTE_NO_SUCH_EDITION')
    t.equal((await call('GET', '/decoder/compare?to=edition:none')).body.code, 'CTE_NO_SUCH_EDITION')
    t.equal((await call('GET', '/decoder/compare?to=hearsay')).body.code, 'CTE_INVALID_INPUT')
    t.match(await call('GET', '/decoder/compare?to=proposal:p1'), { status: 503, body: { code: 'CTE_UNAVAILABLE' } })
  })
})

interface Row {
  what: string
  outcome: string
  courseCode: string
  authorization: string | null
  because: string
}
