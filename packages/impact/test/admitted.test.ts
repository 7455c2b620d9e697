import t from 'tap'
import { compareAdmitted, tableDifference } from '../src/index.ts'
import { authorization, rule, table } from './decoder-tables.ts'

const inBrief = (changes: ReturnType<typeof compareAdmitted>) =>
  changes.map(({ courseCode, gained, lost, revised, before, after }) => ({
    courseCode,
    gained: gained.map(({ key, by }) => `${key} ${by}`),
    lost: lost.map(({ key, by }) => `${key} ${by}`),
    revised,
    counts: `${before} ${after}`,
  }))

t.test('a single subject takes its examination twin along', async t => {
  t.strictSame(inBrief(compareAdmitted(table('7100:TC1/R1S/AGRI'), table('7100:CTE/R4T/ANR'))), [
    {
      ...{ courseCode: '7100', gained: ['CTE/R4T/ANR direct'], revised: [], counts: '2 1' },
      lost: ['TC1/R1S/AGRI direct', 'TC1/R1S/AGRX twin'],
    },
  ])
})

t.test('what a wildcard admits is not lost with the rule beside it', async t => {
  t.strictSame(compareAdmitted(table('7000:CTE/R4T/*', '7000:CTE/R4T/ANR'), table('7000:CTE/R4T/*')), [])
  t.match(inBrief(compareAdmitted(table('7000:CTE/R4T/ANR'), table('7000:CTE/R4T/*'))), [
    { gained: ['CTE/R4T/FAB wildcard', 'CTE/R4T/MSS wildcard'], lost: [], counts: '1 3' },
  ])
})

t.test('a new authorization is admitted wherever a wildcard is', async t => {
  const before = table('7000:CTE/R4T/*')
  const after = { ...before, authorizations: [...before.authorizations, authorization('CTE/R4T/ED')] }
  t.match(inBrief(compareAdmitted(before, after)), [{ courseCode: '7000', gained: ['CTE/R4T/ED wildcard'] }])
})

t.test('a code left with nobody counts none; a rule that says something else is named', async t => {
  t.match(inBrief(compareAdmitted(table('7100:CTE/R4T/ANR'), table())), [
    { lost: ['CTE/R4T/ANR direct'], counts: '1 0' },
  ])
  const limited = { ...table(), rules: [rule('7100:CTE/R4T/ANR', { authType: 'Limited' })] }
  t.match(inBrief(compareAdmitted(table('7100:CTE/R4T/ANR'), limited)), [
    { gained: [], lost: [], revised: ['7100:CTE/R4T/ANR'], counts: '1 1' },
  ])
})

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
