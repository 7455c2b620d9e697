import t from 'tap'
import { tableDifference } from '../src/index.ts'
import { table } from './decoder-tables.ts'

t.test('the difference of two tables lists subjects before authorizations before rules', async t => {
  const before = table('7100:CTE/R4T/ANR')
  const after = table('7200:CTE/R4T/ANR')
  const other = { ...after, authorizations: after.authorizations.slice(1), subjects: after.subjects.slice(1) }
  t.strictSame(
    tableDifference(before, other).map(({ of, key, after }) => `${of} ${key} ${after === null ? 'goes' : 'comes'}`),
    ['subject ANR goes', 'authorization CTE/R4T/ANR goes', 'rule 7200:CTE/R4T/ANR comes', 'rule 7100:CTE/R4T/ANR goes'],
  )
  t.strictSame(tableDifference(before, before), [])
})
