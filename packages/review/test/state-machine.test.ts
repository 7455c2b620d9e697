import * as fc from 'fast-check'
import t from 'tap'
import { CHOOSABLE, DISPOSITIONS, Disposition } from '../src/disposition.ts'
import { FlagState, fold, type Move, move, possibleNext, type Standing } from '../src/state-machine.ts'

const born: Standing = { state: 'open', owner: null, disposition: null }
const all = CHOOSABLE
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
  t.equal(codeOf(born, { to: 'resolved', disposition: 'superseded' }), 'CTE_DISPOSITION_BY_SYSTEM')
})

t.test('what is in review is handed over to somebody else, and to nobody else', async t => {
  const mine: Standing = { state: 'in-review', owner: 'mlopez', disposition: null }
  t.strictSame(move(mine, { to: 'in-review', owner: 'kchan' }, all), { ...mine, owner: 'kchan' })
  t.strictSame(move({ ...mine, owner: null }, { to: 'in-review', owner: 'kchan' }, all), { ...mine, owner: 'kchan' })
  for (const owner of ['mlopez', null, undefined])
    t.equal(codeOf(mine, { to: 'in-review', owner }), 'CTE_NEW_OWNER_MISSING')
  t.equal(codeOf({ ...mine, owner: null }, { to: 'in-review' }), 'CTE_NEW_OWNER_MISSING')
})

t.test('every disposition says what it means and where the field did it before', async t => {
  for (const disposition of Disposition.options) {
    t.match(DISPOSITIONS[disposition].meaning, /\.$/)
    t.ok(DISPOSITIONS[disposition].precedent.length > 10)
  }
})

const step = fc.record({
  to: fc.constantFrom(...FlagState.options),
  disposition: fc.option(fc.constantFrom(...Disposition.options), { nil: undefined }),
  owner: fc.option(fc.constantFrom('mlopez', 'kchan', null), { nil: undefined }),
})

t.test('no sequence of moves leaves the machine, and its log folds to where it stands', async t => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      let standing = born
      const log: (Standing & { coveredBy: string[] })[] = []
      for (const one of steps) {
        const { to, disposition, owner = standing.owner } = one
        const allowed =
          possibleNext(standing.state).includes(to) &&
          (to === 'resolved') === (disposition !== undefined) &&
          disposition !== 'superseded' &&
          (to !== standing.state || (owner !== null && owner !== standing.owner))
        if ((codeOf(standing, one) === 'done') !== allowed) return false
        if (!allowed) continue
        standing = move(standing, one, all)
        log.push({ ...standing, coveredBy: [] })
        if ((standing.state === 'resolved') !== (standing.disposition !== null)) return false
      }
      const { coveredBy: _, supersededBy: __, ...folded } = fold(log)
      return JSON.stringify(folded) === JSON.stringify(standing)
    }),
  )
  t.pass()
})
