import type { AssignmentRule, DecoderDifference } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { compareDecoders, type DecoderTable, followComparison, type UnreadRow } from '../src/index.ts'

const rule = (id: string, more: Partial<AssignmentRule> = {}): AssignmentRule => {
  const [courseCode, key] = id.split(':') as [string, string]
  const [documentCode, authorizationCode, subjectCode] = key.split('/') as [string, string, string]
  const kind = subjectCode === '*' ? 'wildcard' : documentCode === 'TC1' ? 'single-subject' : 'sector'
  return {
    ...{ id, courseCode, documentCode, authorizationCode, subjectCode, kind },
    ...{ authType: 'Full', condition: null, verified: true, ...more },
  }
}
const authorization = (key: string, twinOf: string | null = null) => {
  const [documentCode, authorizationCode, subjectCode] = key.split('/') as [string, string, string]
  return { documentCode, authorizationCode, subjectCode, twinOf }
}
const AUTHORIZATIONS = [
  authorization('CTE/R4T/ANR'),
  authorization('CTE/R4T/EU'),
  authorization('TC1/R1S/ITE'),
  authorization('TC1/R1S/ITEX', 'TC1/R1S/ITE'),
]
const SUBJECTS = [
  { code: 'ANR', title: 'Agriculture', item: { framework: 'f', key: 'AGR' } },
  { code: 'EU', title: 'Energy', item: { framework: 'f', key: 'EEU' } },
]
const table = (title: string, rules: AssignmentRule[], more: Partial<DecoderTable> = {}): DecoderTable => ({
  ...{ title, rules, authorizations: AUTHORIZATIONS, subjects: SUBJECTS, ...more },
})
const blank = (courseCode: string, more: Partial<UnreadRow> = {}): UnreadRow => ({
  ...{ row: 12, courseCode, documentCode: null, authorizationCode: null, subjectCode: null },
  ...{ gaps: ['document-blank'], ...more },
})
const said = (rows: DecoderDifference[]) =>
  rows.map(({ what, outcome, courseCode, authorization: key }) =>
    [what, outcome, courseCode, key ?? ''].join(' ').trim(),
  )

t.test('a dropped rule refuses its pairs, the twin’s by inference; who still may is named', async t => {
  const from = table('the old', [rule('7600:CTE/R4T/EU'), rule('7600:TC1/R1S/ITE')])
  const { differences, summary } = compareDecoders(from, table('the new', [rule('7600:CTE/R4T/EU')]))
  t.strictSame(said(differences), [
    'rule dropped 7600 TC1/R1S/ITE',
    'pair refused 7600 TC1/R1S/ITE',
    'pair refused 7600 TC1/R1S/ITEX',
  ])
  t.equal(
    differences[0]!.because,
    '7600 no longer admits TC1/R1S/ITE: the rule is not in the new; CTE/R4T/EU still may',
  )
  t.strictSame(
    differences.map(row => row.inferred),
    [false, false, true],
  )
  t.strictSame(summary.bySector, [
    {
      sector: { framework: 'f', key: 'EEU', title: 'Energy' },
      counts: { 'rule dropped': 1, 'pair refused': 2 },
    },
  ])
  t.match(summary, { from: { rules: 2, pairs: 3 }, to: { rules: 1, pairs: 1 } })
})

t.test('a rule that turns Limited changes, and nobody loses by it', async t => {
  const to = table('the new', [rule('7100:CTE/R4T/ANR', { authType: 'Limited', condition: 'grades 7 to 9' })])
  const { differences } = compareDecoders(table('the old', [rule('7100:CTE/R4T/ANR')]), to)
  t.match(differences, [{ outcome: 'changed', before: 'Full', after: 'Limited, “grades 7 to 9”' }])
  t.equal(differences.length, 1)
})

t.test('a blank row is unknown, never dropped; what it says narrows who it may mean', async t => {
  const from = table('the old', [rule('7600:CTE/R4T/EU'), rule('7600:TC1/R1S/ITE')])
  const to = table('the new', [], { unread: [blank('7600', { documentCode: 'CTE' })] })
  const { differences, summary } = compareDecoders(from, to)
  t.strictSame(said(differences), [
    'course-code without-pair 7600',
    'rule unknown 7600 CTE/R4T/EU',
    'rule dropped 7600 TC1/R1S/ITE',
    'pair unknown 7600 CTE/R4T/EU',
    'pair refused 7600 TC1/R1S/ITE',
    'pair refused 7600 TC1/R1S/ITEX',
  ])
  t.match(differences[1]!.because, /row 12 of the new does not say who \(document-blank\)/)
  t.strictSame(summary.to.unread, { rows: 1, courseCodes: ['7600'] })
})

t.test('a wildcard is named, expanded, and no one sector’s', async t => {
  const from = table('the old', [rule('7000:CTE/R4T/*')])
  const more = [...AUTHORIZATIONS, authorization('CTE/R4T/NEW')]
  const { differences, summary } = compareDecoders(from, { ...from, title: 'the new', authorizations: more })
  t.match(differences, [{ what: 'pair', outcome: 'permitted', authorization: 'CTE/R4T/NEW', sectors: [] }])
  t.strictSame([summary.from.wildcards, summary.from.pairs, summary.to.pairs], [['7000:CTE/R4T/*'], 2, 3])
  const empty = compareDecoders(from, { ...from, title: 'the new', authorizations: [] })
  t.strictSame(said(empty.differences), [
    'course-code without-pair 7000',
    'rule emptied 7000 CTE/R4T/*',
    'pair refused 7000 CTE/R4T/ANR',
    'pair refused 7000 CTE/R4T/EU',
  ])
  t.match(empty.summary.to, { empty: 1 })
})

t.test('course codes come and go; those that own a course code come before its subjects', async t => {
  const owners = new Map([['7100', [{ framework: 'g', key: 'X', title: 'Other' }]]])
  const { differences } = compareDecoders(
    table('the old', [rule('7110:CTE/R4T/ANR')]),
    table('the new', [rule('7100:CTE/R4T/ANR')]),
    { owners },
  )
  t.strictSame(said(differences), [
    'course-code gone 7110',
    'rule dropped 7110 CTE/R4T/ANR',
    'pair refused 7110 CTE/R4T/ANR',
    'course-code new 7100',
    'rule added 7100 CTE/R4T/ANR',
    'pair permitted 7100 CTE/R4T/ANR',
  ])
  t.strictSame([...new Set(differences.map(row => row.sectors[0]!.key))], ['AGR', 'X'])
})

t.test('rules follow a comparison: permitted come, refused go, unknown stay in doubt', async t => {
  const dependent = (kind: 'course-code' | 'authorization', key: string) => ({ kind, key, title: key, level: null })
  const owner = { framework: 'f', id: 'i', key: 'AGR', kind: 'sector' as const, title: 'Agriculture' }
  const pair = (outcome: 'permitted' | 'refused' | 'unknown', key: string) => ({
    courseCode: dependent('course-code', '7100'),
    authorization: dependent('authorization', key),
    ...{
      outcome,
      from: owner,
      to: null,
      rule: '7100:CTE/R4T/ANR',
      doubt: outcome === 'unknown' ? ('undecided' as const) : null,
    },
  })
  const rules = [rule('7100:CTE/R4T/ANR'), rule('7100:TC1/R1S/ITE'), rule('7600:CTE/R4T/EU')]
  const pairs = [pair('refused', 'CTE/R4T/ANR'), pair('permitted', 'CTE/R4T/EU'), pair('unknown', 'TC1/R1S/ITE')]
  const followed = followComparison(rules, { pairs })
  t.strictSame(
    followed.rules.map(({ id }) => id),
    ['7100:TC1/R1S/ITE', '7600:CTE/R4T/EU', '7100:CTE/R4T/EU'],
  )
  t.match(followed.rules[2], { subjectCode: 'EU', courseCode: '7100', kind: 'sector' })
  const { differences } = compareDecoders(table('today', rules), { ...table('then', []), ...followed })
  t.strictSame(said(differences), [
    'rule dropped 7100 CTE/R4T/ANR',
    'rule added 7100 CTE/R4T/EU',
    'pair refused 7100 CTE/R4T/ANR',
    'pair permitted 7100 CTE/R4T/EU',
    'pair unknown 7100 TC1/R1S/ITE',
  ])
})

const code = fc.constantFrom('7000', '7100', '7110', '7600')
const key = fc.constantFrom('CTE/R4T/ANR', 'CTE/R4T/EU', 'CTE/R4T/*', 'TC1/R1S/ITE', 'TC1/R1S/OLD')
const rules = fc.array(
  fc
    .record({ code, key, authType: fc.constantFrom('Full' as const, 'Limited' as const), verified: fc.boolean() })
    .map(each => rule(`${each.code}:${each.key}`, { authType: each.authType, verified: each.verified })),
  { maxLength: 12 },
)
const unread = fc.array(
  fc
    .record({ code, document: fc.constantFrom(null, 'CTE'), subject: fc.constantFrom(null, 'EU', '*') })
    .map(each => blank(each.code, { documentCode: each.document, subjectCode: each.subject })),
  { maxLength: 2 },
)
const doubts = fc.array(
  fc.record({
    courseCode: code,
    authorization: fc.constantFrom('CTE/R4T/EU', 'TC1/R1S/ITEX'),
    doubt: fc.constant('undecided'),
  }),
  { maxLength: 2 },
)
const decoder = (title: string) =>
  fc
    .record({ rules, unread, doubts, authorizations: fc.subarray(AUTHORIZATIONS) })
    .map(each => table(title, each.rules, each))

t.test('a decoder does not differ from itself, and the other way round is the mirror image', async t => {
  fc.assert(
    fc.property(decoder('a'), decoder('b'), (a, b) => {
      t.strictSame(compareDecoders(a, a).differences, [])
      const there = compareDecoders(a, b).differences.map(plain)
      const back = compareDecoders(b, a).differences.map(row => mirrored(plain(row)))
      if (JSON.stringify([...there].sort(byJson)) !== JSON.stringify([...back].sort(byJson))) t.strictSame(there, back)
    }),
    { numRuns: 300 },
  )
})

t.test('pairs permitted and refused are those that counting each one by hand finds', async t => {
  fc.assert(
    fc.property(decoder('a'), decoder('b'), (a, b) => {
      const { differences } = compareDecoders(a, b)
      const found = (outcome: string) =>
        differences
          .filter(row => row.what === 'pair' && row.outcome === outcome)
          .map(row => `${row.courseCode}:${row.authorization}`)
          .sort()
      const counted = byHand(a, b)
      for (const outcome of ['permitted', 'refused', 'unknown'] as const)
        t.strictSame(found(outcome), counted[outcome].sort())
    }),
    { numRuns: 300 },
  )
})

t.test('the order of rules does not matter', async t => {
  fc.assert(
    fc.property(decoder('a'), decoder('b'), (a, b) => {
      const turned = (side: DecoderTable) => ({ ...side, rules: [...side.rules].reverse() })
      const without = ({ before, after, because, ...row }: DecoderDifference) => row
      t.strictSame(
        compareDecoders(turned(a), turned(b)).differences.map(without),
        compareDecoders(a, b).differences.map(without),
      )
    }),
    { numRuns: 100 },
  )
})

/** Every pair of four course codes and four authorizations, asked one by one. */
function byHand(a: DecoderTable, b: DecoderTable) {
  const counted = { permitted: [] as string[], refused: [] as string[], unknown: [] as string[] }
  for (const course of ['7000', '7100', '7110', '7600'])
    for (const { documentCode, authorizationCode, subjectCode, twinOf } of AUTHORIZATIONS) {
      const name = `${documentCode}/${authorizationCode}/${subjectCode}`
      const ask = (side: DecoderTable) => {
        if (side.doubts!.some(each => each.courseCode === course && each.authorization === name)) return 'doubt'
        const issued = side.authorizations.some(
          each => each.documentCode === documentCode && each.subjectCode === subjectCode,
        )
        const ways = [name, `${documentCode}/${authorizationCode}/*`, twinOf].map(way => `${course}:${way}`)
        if (issued && side.rules.some(each => ways.includes(each.id))) return 'yes'
        const mayBe = side.unread!.some(
          row =>
            row.courseCode === course &&
            (row.documentCode ?? documentCode) === documentCode &&
            (row.subjectCode === null || row.subjectCode === '*' || row.subjectCode === subjectCode),
        )
        return mayBe ? 'blank' : 'no'
      }
      const [before, after] = [ask(a), ask(b)]
      const unsure = (answer: string) => answer === 'doubt' || answer === 'blank'
      // A blank row alone says nothing of anybody: only where the other side names the pair is there something to tell.
      const isNamed = [before, after].some(answer => answer === 'yes' || answer === 'doubt')
      if (!isNamed || before === after || (unsure(before) && unsure(after))) continue
      const outcome = unsure(before) || unsure(after) ? 'unknown' : after === 'yes' ? 'permitted' : 'refused'
      counted[outcome].push(`${course}:${name}`)
    }
  return counted
}

const OPPOSITE: Record<string, string> = {
  ...{ new: 'gone', gone: 'new', 'without-pair': 'first-pair', 'first-pair': 'without-pair', added: 'dropped' },
  ...{ dropped: 'added', emptied: 'filled', filled: 'emptied', permitted: 'refused', refused: 'permitted' },
}
type Plain = Omit<DecoderDifference, 'because' | 'outcome' | 'sectors'> & { outcome: string }
const plain = ({ because, sectors, ...row }: DecoderDifference): Plain => row
const mirrored = (row: Plain): Plain => ({
  ...row,
  ...{ outcome: OPPOSITE[row.outcome] ?? row.outcome, before: row.after, after: row.before },
})
const byJson = (a: Plain, b: Plain): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
