import * as fc from 'fast-check'
import t from 'tap'
import { DISPOSITIONS, Disposition } from '../src/disposition.ts'
import { FlagState, fold, type Move, move, possibleNext, type Standing } from '../src/state-machine.ts'

const born: Standing = { state: 'open', owner: null, disposition: null }
const all = Disposition.options
const codeOf = (standing: Standing, step: Move) => {
  try {
    move(standing, step, all)
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

t.test('a review goes to and fro and ends with a disposition', async t => {
  const inReview = move(born, { to: 'in-review', owner: 'mlopez' }, all)
  const returned = move(inReview, { to: 'returned' }, all)
  const again = move(returned, { to: 'in-review' }, all)
  const resolved = move(again, { to: 'resolved', disposition: 'rename-in-place' }, all)
  t.strictSame(resolved, { state: 'resolved', owner: 'mlopez', disposition: 'rename-in-place' })
  t.strictSame(move(resolved, { to: 'open', owner: null }, all), born)
})

t.test('what is not foreseen is refused by name', async t => {
  t.equal(codeOf(born, { to: 'returned' }), 'CTE_WRONG_TRANSITION')
  t.equal(codeOf(born, { to: 'open' }), 'CTE_WRONG_TRANSITION')
  t.equal(codeOf(born, { to: 'resolved' }), 'CTE_DISPOSITION_MISSING')
  t.equal(codeOf(born, { to: 'in-review', disposition: 'drop' }), 'CTE_DISPOSITION_REFUSED')
  t.equal(codeOf({ ...born, state: 'returned' }, { to: 'resolved', disposition: 'drop' }), 'CTE_WRONG_TRANSITION')
})

t.test('every disposition says what it means and where the field did it before', async t => {
  for (const disposition of all) {
    t.match(DISPOSITIONS[disposition].meaning, /\.$/)
    t.ok(DISPOSITIONS[disposition].precedent.length > 10)
  }
})

const step = fc.record({
  to: fc.constantFrom(...FlagState.options),
  disposition: fc.option(fc.constantFrom(...all), { nil: undefined }),
  owner: fc.option(fc.constantFrom('mlopez', null), { nil: undefined }),
})

t.test('no sequence of moves leaves the machine, and its log folds to where it stands', async t => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      let standing = born
      const log: (Standing & { coveredBy: string[] })[] = []
      for (const one of steps) {
        const allowed =
          possibleNext(standing.state).includes(one.to) && (one.to === 'resolved') === (one.disposition !== undefined)
        if ((codeOf(standing, one) === 'done') !== allowed) return false
        if (!allowed) continue
        standing = move(standing, one, all)
        log.push({ ...standing, coveredBy: [] })
        if ((standing.state === 'resolved') !== (standing.disposition !== null)) return false
      }
      const { coveredBy: _, ...folded } = fold(log)
      return JSON.stringify(folded) === JSON.stringify(standing)
    }),
  )
  t.pass()
})
