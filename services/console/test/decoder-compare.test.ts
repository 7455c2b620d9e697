import t from 'tap'
import { byCourseCode, countOf, type Difference, inOneSentence } from '../web/src/pages/decoder/differences.ts'
import { downloadPath } from '../web/src/pages/decoder/downloads.ts'
import { sideGroups } from '../web/src/pages/decoder/sides.ts'

const proposal = (id: string, state: string) => ({ id, title: `Proposal ${id}`, state, framework: 'mcs' })
const difference = (courseCode: string, because: string): Difference => ({
  ...{ what: 'pair', outcome: 'refused', courseCode, sectors: [], authorization: 'CTE/R4T/EU' },
  ...{ before: null, after: null, inferred: false, verified: true, because },
})
const side = {
  ...{ title: 'a decoder', courseCodes: 0, rules: 0, pairs: 0, wildcards: [], empty: 0, doubtful: 0 },
  unread: { rows: 0, courseCodes: [] },
}
const summary = (counts: Record<string, number>) => ({ summary: { from: side, to: side, counts, bySector: [] } })

t.test(
  'what may stand on a side: open proposals, editions that are not withdrawn, releases that move something',
  async t => {
    const groups = sideGroups(
      {
        proposals: [proposal('1', 'draft'), proposal('2', 'published'), proposal('3', 'in-review')],
        editions: [
          { id: 'a', title: 'August', state: 'kept' },
          { id: 'b', title: 'Given up', state: 'withdrawn' },
        ],
        releases: [{ id: 'mcs@2' }, { id: 'mcs@1' }],
      },
      'current',
    )
    t.strictSame(
      groups.flatMap(({ options }) => options.map(({ value }) => value)),
      ['current', 'proposal:1', 'proposal:3', 'edition:a', 'release:mcs@2'],
    )
    t.match(groups[1]!.options[1]!.text, /in review/)
  },
)

t.test('a side that the address names is there, whether a list has it or not', async t => {
  const values = (chosen: string) => sideGroups({}, chosen).flatMap(({ options }) => options.map(({ value }) => value))
  t.strictSame(values('edition:of-old'), ['current', 'edition:of-old'])
  t.strictSame(values(''), ['current'])
})

t.test('differences stand under their course codes in the order in which they came', async t => {
  const groups = byCourseCode([difference('7600', 'a'), difference('7610', 'b'), difference('7600', 'c')])
  t.strictSame(
    groups.map(({ courseCode, rows }) => [courseCode, rows.map(({ because }) => because).join()]),
    [
      ['7600', 'a,c'],
      ['7610', 'b'],
    ],
  )
})

t.test('a comparison in one sentence: lost, gained, unknown, left without anybody', async t => {
  const counts = { 'pair refused': 1, 'pair permitted': 2, 'pair unknown': 3, 'course-code without-pair': 1 }
  t.equal(
    inOneSentence(summary(counts)),
    '1 pair of course code and authorization lost, 2 pairs of course code and authorization gained. Of 3 pairs of course code and authorization nobody can say. 1 course code would be left without anybody who may teach it.',
  )
  t.equal(inOneSentence(summary({})), 'The two decoders say the same.')
  t.match(inOneSentence(summary({ 'rule changed': 4 })), /^0 pairs/, 'rules may differ where no pair does')
  t.equal(countOf(counts, 'pair', 'refused'), 1)
  t.equal(countOf(counts, 'rule', 'dropped'), 0)
})

t.test('a download says what it narrows to, and nothing that is not set', async t => {
  t.equal(
    downloadPath('/decoder/compare/export', { to: 'edition:2026 08', outcome: undefined, sector: '', format: 'csv' }),
    '/api/credentials/decoder/compare/export?to=edition%3A2026+08&format=csv',
  )
})
