import type { CourseLevel, DependentKey } from '@cte-align/contracts'
import t from 'tap'
import { brokenSequences, planImpact } from '../src/index.ts'
import { alone, changed, id, link, ref } from './builders.ts'

const pathway = ref('ICT.B', 'pathway')
const [networks, security] = [ref('ICT.N', 'pathway'), ref('ICT.S', 'pathway')]
const code = (key: string, level: CourseLevel) => link(pathway, key, { level })
const links = [code('7620', 'concentrator'), code('7621', 'capstone'), code('7600', 'introductory')]

/** `split({ 7620: 'ICT.N' })`: who goes where; all others are undecided. */
function splitting(assigned: Record<string, string>) {
  const assignments = Object.entries(assigned).map(([key, to]) => ({
    dependent: { kind: 'course-code', key } as DependentKey,
    successor: id(to),
  }))
  return { successors: [networks, security], assignments }
}
const findings = (assigned: Record<string, string>, given = links) =>
  brokenSequences(changed('split', pathway, splitting(assigned)), given)

t.test('a concentrator and a capstone that go to different pathways are a broken sequence', async t => {
  const [found] = findings({ 7620: 'ICT.N', 7621: 'ICT.S' })
  t.equal(
    found?.message,
    'The sequence of ICT.B "Title of ICT.B" does not hold after the split: ICT.N "Title of ICT.N" gets the concentrator ' +
      '7620 but no capstone; ICT.S "Title of ICT.S" gets the capstone 7621 but no concentrator.',
  )
  t.strictSame(found?.parts, [
    { successor: networks, level: 'concentrator', courseCodes: ['7620'] },
    { successor: security, level: 'capstone', courseCodes: ['7621'] },
  ])
})

t.test('a sequence that stays together is not broken', async t => {
  t.strictSame(findings({ 7620: 'ICT.N', 7621: 'ICT.N' }), [])
  const more = [...links, code('7622', 'concentrator'), code('7623', 'capstone')]
  t.strictSame(findings({ 7620: 'ICT.N', 7621: 'ICT.N', 7622: 'ICT.S', 7623: 'ICT.S' }, more), [])
})

t.test('an undecided course code is undecided, not broken', async t => {
  t.strictSame(findings({}), [])
  t.strictSame(findings({ 7620: 'ICT.N' }), [])
})

t.test('only the successor that lacks a level is named', async t => {
  const [found] = findings({ 7620: 'ICT.N', 7621: 'ICT.N', 7622: 'ICT.S' }, [...links, code('7622', 'concentrator')])
  t.match(found?.message, /: ICT.S "Title of ICT.S" gets the concentrator 7622 but no capstone\.$/)
  t.equal(found?.parts.length, 3)
})

t.test('without a concentrator and a capstone there was no sequence to break', async t => {
  t.strictSame(findings({ 7620: 'ICT.N' }, [links[0]!, links[2]!]), [])
})

t.test('a sector has no sequence of its own', async t => {
  t.strictSame(brokenSequences(changed('split', ref('ICT'), splitting({ 7620: 'ICT.N', 7621: 'ICT.S' })), links), [])
})

t.test('the finding is with every course code of the sequence, and with no other', async t => {
  const reached = alone('split', pathway, splitting({ 7620: 'ICT.N', 7621: 'ICT.S' }))
  const impacts = planImpact([reached], [...links, link(pathway, 'CTE/R4T/ITEC')], [])
  t.strictSame(
    impacts.map(each => `${each.dependent.key} ${each.findings.length}`),
    ['CTE/R4T/ITEC 0', '7600 0', '7620 1', '7621 1'],
  )
})
