import t from 'tap'
import {
  type CodeChangeGiven,
  continuityOf,
  type PathwaySplit,
  type PlacedCode,
  sequencesOf,
  worldAfter,
  worldOf,
} from '../src/index.ts'
import { change, course, dateless, splitting, way } from './sequence-builders.ts'

const [N, NEXT] = ['2026-27', '2027-28']
const pathways = [way('BCT.A', '150')]
const pair = [course('7311', 'concentrator', 'BCT.A'), course('7312', 'capstone', 'BCT.A')]

function check(
  codes: PlacedCode[],
  change: { splits?: PathwaySplit[]; codeChanges?: CodeChangeGiven[] } = {},
  ways = pathways,
) {
  const catalogue = { pathways: ways, codes }
  const before = worldAfter(catalogue, {
    schoolYear: N!,
    ...(change.codeChanges && { codeChanges: change.codeChanges }),
  })
  const found = continuityOf(before, worldAfter(catalogue, { schoolYear: NEXT!, ...change }), change)
  return {
    ...found,
    certain: found.findings
      .filter(({ certainty }) => certainty === 'certain')
      .map(({ code, message }) => `${code} ${message}`),
    pairs: found.pairs.map(({ concentrator, capstone, state, by }) =>
      `${concentrator}-${capstone} ${state} ${by}`.trim(),
    ),
  }
}

t.test('without a change a sequence of known years holds, and nothing is found', async t => {
  const { findings, pairs } = check(pair)
  t.strictSame(findings, [])
  t.strictSame(pairs, ['7311-7312 holds 7312'])
})

t.test('a concentrator and a capstone on different sides of a split are found in the words of the flag', async t => {
  const { certain, pairs } = check(pair, { splits: [splitting('BCT.A', { 7311: 'BCT.X', 7312: 'BCT.Y' })] })
  t.equal(
    certain[0],
    'CTE_SEQUENCE_BROKEN The sequence of BCT.A "Title of BCT.A" does not hold after the split: BCT.X "Title of BCT.X" gets the concentrator ' +
      '7311 but no capstone; BCT.Y "Title of BCT.Y" gets the capstone 7312 but no concentrator.',
  )
  t.ok(certain.includes('CTE_LEVEL_MISSING BCT.X "Title of BCT.X" has no capstone in 2027-28'))
  t.match(certain.at(-1), /^CTE_MID_SEQUENCE_BROKEN Who took 7311 .* BCT.A ends; 7311 is under BCT.X, 7312 under BCT.Y/)
  t.strictSame(pairs, ['7311-7312 breaks'])
})

t.test('what nobody has assigned is unknown, not broken', async t => {
  const { certain, findings, pairs } = check(pair, { splits: [splitting('BCT.A', { 7311: 'BCT.X' })] })
  t.strictSame(pairs, ['7311-7312 unknown 7312'])
  t.strictSame(certain, ['CTE_LEVEL_MISSING BCT.Y "Title of BCT.Y" has no concentrator in 2027-28'])
  t.strictSame(
    findings.filter(({ certainty }) => certainty === 'unknown').map(({ message }) => message),
    ['BCT.X', 'BCT.Y'].map(key => `Nobody knows whether ${key} "Title of ${key}" has a capstone in 2027-28`),
  )
})

t.test('a pathway that ends for none breaks whoever is in the middle of it', async t => {
  const { pairs } = check(pair, { splits: [splitting('BCT.A', {}, [])] })
  t.strictSame(pairs, ['7311-7312 breaks'])
})

t.test('a split keeps the pairs that go the same way', async t => {
  const more = [...pair, course('7313', 'concentrator', 'BCT.A'), course('7314', 'capstone', 'BCT.A')]
  const apart = { 7311: 'BCT.X', 7312: 'BCT.X', 7313: 'BCT.Y', 7314: 'BCT.Y' }
  const { certain, pairs } = check(more, { splits: [splitting('BCT.A', apart)] })
  t.strictSame(pairs, ['7311-7312 holds 7312', '7311-7314 breaks', '7313-7312 breaks', '7313-7314 holds 7314'])
  t.notOk(certain.some(each => each.startsWith('CTE_SEQUENCE_BROKEN')))
})

t.test('a capstone under a new code still completes the pathway', async t => {
  t.strictSame(check(pair, { codeChanges: [change('7312', '7392', NEXT!)] }).pairs, ['7311-7312 holds 7392'])
  t.strictSame(check(pair, { codeChanges: [change('7311', '7391', NEXT!)] }).pairs, ['7311-7312 holds 7312'])
  t.strictSame(check(pair, { codeChanges: [change('7311', '7391', NEXT!)] }).certain, [])
})

t.test('a capstone that ends breaks the sequence only where it is said that none follows', async t => {
  const none = check(pair, { codeChanges: [change('7312', '', NEXT!, { successor: 'none' })] })
  t.strictSame(none.pairs, ['7311-7312 breaks'])
  t.match(none.certain, [/has no capstone in 2027-28/, /7312 is not in force in 2027-28, and no code follows it/])
  const unsaid = check(pair, { codeChanges: [change('7312', '', NEXT!)] })
  t.strictSame(unsaid.pairs, ['7311-7312 unknown'])
  t.match(unsaid.findings.at(-1), { code: 'CTE_SUCCESSOR_UNKNOWN', certainty: 'unknown', courseCodes: ['7312'] })
  const sometime = check(pair, { codeChanges: [change('7312', '7392', null)] })
  t.strictSame(
    sometime.pairs,
    ['7311-7312 unknown 7312,7392', '7311-7392 unknown 7392'],
    'a change of an unknown year breaks nothing',
  )
  t.strictSame(sometime.certain, [])
})

t.test('years that nobody knows make neither a sequence nor a break', async t => {
  const { certain, findings, pairs } = check(pair.map(code => ({ ...code, ...dateless })))
  t.strictSame(certain, [])
  t.strictSame(pairs, ['7311-7312 unknown 7312'])
  t.strictSame(
    findings.map(({ code, certainty, schoolYear }) => `${code} ${certainty} ${schoolYear}`),
    [`CTE_LEVEL_MISSING unknown ${N}`, `CTE_LEVEL_MISSING unknown ${NEXT}`],
  )
})

t.test('codes of one former pathway that hang on two now are found as they stand', async t => {
  const formerly = [{ framework: 'ca-mcs-2013', item: 'BCT.A' }]
  const moved = [
    course('7311', 'concentrator', 'BCT.X', { formerly }),
    course('7312', 'capstone', 'BCT.Y', { formerly }),
  ]
  const ways = [way('BCT.X'), way('BCT.Y')]
  t.match(
    check(moved, {}, ways).certain[0],
    /^CTE_SEQUENCE_BROKEN The sequence of BCT.A .* BCT.X .* concentrator 7311 but no capstone/,
  )
  const shared = [moved[0]!, { ...moved[1]!, places: [...moved[0]!.places, ...moved[1]!.places] }]
  t.notOk(check(shared, {}, ways).certain.some(each => each.startsWith('CTE_SEQUENCE_BROKEN')))
})

t.test('an introductory code of a sector serves its pathways and is no break', async t => {
  const ways = [way('BCT.A'), way('BCT.B'), way('AME.A'), way('AME.B')]
  const spansStrands = true
  const codes = [course('7300', 'introductory', 'BCT'), course('7219', 'introductory', 'AME', { spansStrands })]
  const shared = check(codes, {}, ways).findings.filter(({ code }) => code === 'CTE_INTRODUCTORY_SHARED')
  t.match(shared, [
    { courseCodes: ['7219'], certainty: 'unknown', message: /title spans strands/ },
    { courseCodes: ['7300'], certainty: 'certain', message: /2 pathways \(BCT.A, BCT.B\): reported under 999/ },
  ])
})

t.test('a sequence says what is missing, and what nobody knows', async t => {
  const ways = [way('BCT.A', '150'), way('BCT.B')]
  const codes = [
    ...pair,
    course('7321', 'concentrator', 'BCT.B', dateless),
    course('7399', 'capstone', 'BCT', dateless),
  ]
  t.match(sequencesOf(worldOf(ways, codes, null)), [
    { item: 'BCT.A', state: 'complete', missing: [], unsure: [], notes: [] },
    { item: 'BCT.B', state: 'unknown', unsure: ['capstone'], notes: [/CALPADS pathway code/, /school years of 7321/] },
  ])
  t.match(sequencesOf(worldOf(ways, codes, '2040-41')), [
    { concentrator: [], state: 'incomplete', missing: ['concentrator'], unsure: ['capstone'] },
    { concentrator: ['7321'], state: 'unknown', missing: [], unsure: ['concentrator', 'capstone'] },
  ])
})
