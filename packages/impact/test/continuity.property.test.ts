import type { CourseLevel } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { continuityOf, type PathwaySplit, type PlacedCode, worldAfter, yearAfter } from '../src/index.ts'
import { change, course, dateless, splitting, way } from './sequence-builders.ts'

const N = '2026-27'
const NEXT = yearAfter(N)
const WAYS = ['BCT.A', 'BCT.B', 'ENR.A']
const pathways = WAYS.map(item => way(item))

const years = fc.constantFrom(
  dateless,
  { effectiveFrom: '2020-21', effectiveTo: '2039-40' },
  { effectiveFrom: '2020-21', effectiveTo: N },
  { effectiveFrom: NEXT, effectiveTo: '2039-40' },
  { effectiveFrom: '2020-21', effectiveTo: null },
)
const codesWith = (when: typeof years) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom<CourseLevel>('introductory', 'concentrator', 'capstone'),
        fc.constantFrom(...WAYS, 'BCT'),
        when,
      ),
      { maxLength: 9 },
    )
    .map(rows => rows.map(([level, item, when], n) => course(String(7300 + n), level, item, when)))
const splits = (codes: PlacedCode[]) =>
  fc
    .array(fc.constantFrom('BCT.X', 'BCT.Y', null), { minLength: codes.length, maxLength: codes.length })
    .map(to => [splitting('BCT.A', Object.fromEntries(codes.flatMap(({ code }, n) => (to[n] ? [[code, to[n]]] : []))))])
const worlds = codesWith(years).chain(codes =>
  fc.tuple(fc.constant(codes), fc.oneof(fc.constant<PathwaySplit[]>([]), splits(codes))),
)

function over(codes: PlacedCode[], made: { splits?: PathwaySplit[]; codeChanges?: ReturnType<typeof change>[] }) {
  const { codeChanges = [] } = made
  const before = worldAfter({ pathways, codes }, { schoolYear: N, codeChanges })
  return continuityOf(before, worldAfter({ pathways, codes }, { schoolYear: NEXT, ...made }), made)
}

t.test('what holds without changes holds when every code gets another number', async t => {
  fc.assert(
    fc.property(codesWith(years), codes => {
      const codeChanges = codes.map(({ code }) => change(code, String(Number(code) + 1000), NEXT))
      const [as, renamed] = [over(codes, {}), over(codes, { codeChanges })]
      const holding = ({ pairs }: typeof as) =>
        pairs
          .filter(({ state }) => state === 'holds')
          .map(({ concentrator, capstone }) => `${concentrator} ${capstone}`)
      t.strictSame(
        holding(renamed).filter(pair => holding(as).includes(pair)),
        holding(as),
      )
      const broken = ({ findings }: typeof as) =>
        findings.filter(({ code, certainty }) => code === 'CTE_LEVEL_MISSING' && certainty === 'certain').length
      return broken(renamed) <= broken(as)
    }),
  )
})

t.test('of years that nobody knows no certain break is made', async () => {
  fc.assert(
    fc.property(codesWith(fc.constant(dateless) as never), codes => {
      const { findings, pairs } = over(codes, {})
      const has = (item: string, level: string) =>
        codes.some(code => code.level === level && code.places[0]!.item === item)
      const certain = findings.filter(
        ({ certainty, code }) => certainty === 'certain' && code !== 'CTE_INTRODUCTORY_SHARED',
      )
      return (
        pairs.every(({ state }) => state === 'unknown') &&
        certain.every(
          ({ code, pathway, message }) =>
            code === 'CTE_LEVEL_MISSING' &&
            ['concentrator', 'capstone'].every(level => !message.includes(`no ${level}`) || !has(pathway!.item, level)),
        )
      )
    }),
  )
})

/**
 * Written without a look at the code under test: every way in which the unknown could turn out is tried; a pair holds where it holds
 * in all of them and breaks where it does in all.
 */
function oracle(
  codes: PlacedCode[],
  [split]: PathwaySplit[],
  concentrator: string,
  capstone: string,
): 'holds' | 'breaks' | 'unknown' {
  const [first, last] = [concentrator, capstone].map(key => codes.find(({ code }) => code === key)!) as [
    PlacedCode,
    PlacedCode,
  ]
  const stands = ({ effectiveFrom, effectiveTo }: PlacedCode, year: string): boolean[] => {
    const early = effectiveFrom === null ? [true, false] : [effectiveFrom <= year]
    const late = effectiveTo === null ? [true, false] : [effectiveTo >= year]
    return early.flatMap(a => late.map(b => a && b))
  }
  const places = ({ code, places: [place] }: PlacedCode): string[] => {
    const { item } = place!
    if (split === undefined || item !== split.pathway) return [item]
    const said = split.assignments.find(each => each.code === code)?.successor
    return said === undefined ? split.successors.map(({ key }) => key) : [said]
  }
  // That the concentrator was taken at all is given: a year in which it did not stand breaks no pair.
  const taken = stands(first, N).includes(false) ? ['unknown'] : ['sure']
  const outcomes = stands(last, NEXT).flatMap(open =>
    places(first).flatMap(a => places(last).map(b => open && a === b)),
  )
  if (!outcomes.includes(true)) return 'breaks'
  return outcomes.includes(false) || taken[0] === 'unknown' ? 'unknown' : 'holds'
}

t.test('pairs are as an oracle says that tries every way the unknown could turn out', async t => {
  let judged = 0
  fc.assert(
    fc.property(worlds, ([codes, splits]) => {
      for (const { concentrator, capstone, state } of over(codes, { splits }).pairs) {
        judged++
        t.equal(
          state,
          oracle(codes, splits, concentrator, capstone),
          JSON.stringify({ concentrator, capstone, codes, splits }),
        )
      }
    }),
    { numRuns: 300 },
  )
  t.ok(judged > 50, `${judged} pairs`)
})
