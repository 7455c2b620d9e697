import t from 'tap'
import { occupationsToSubClusters, sectorsToClusters } from '../bench/suggestions.ts'

t.test('on the starter data nearly every counterpart that people named is among the first three suggested', async t => {
  const { pairs, items, within, anyWithin } = sectorsToClusters()
  t.comment(`top 1, 3, 5: ${within[1]}, ${within[3]}, ${within[5]} of ${pairs}`)
  t.equal(pairs, 24)
  t.ok(within[3]! >= 20)
  t.equal(anyWithin[1], items, 'the first suggested is always one of them')
})

const occupations = occupationsToSubClusters()
const skip = occupations ? false : 'needs the publishers’ files in ../shared/data/reference'
t.test('on occupations suggestions find far more than chance, and far from all', { skip }, async t => {
  const { pairs, candidates, within } = occupations!
  t.comment(`top 1, 3, 5: ${within[1]}, ${within[3]}, ${within[5]} of ${pairs}`)
  t.ok(within[3]! / pairs > (2 * 3) / candidates)
})
