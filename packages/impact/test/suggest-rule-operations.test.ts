import t from 'tap'
import { type SuggestionGround, suggestRuleOperations } from '../src/index.ts'
import { rule, subject } from './decoder-tables.ts'

const rules = [rule('7400:CTE/R4T/FAB'), rule('7400:TC1/R1S/BUSI'), rule('7100:CTE/R4T/ANR')]
const ground = (more: Partial<SuggestionGround>): SuggestionGround => ({
  ...{ release: 'ca-mcs-2013@2', flagged: new Set(['CTE/R4T/FAB']), changes: [], subjects: [subject('FAB')] },
  ...{ rules, followed: rules, doubts: [] },
  ...more,
})
const inBrief = (given: SuggestionGround) =>
  suggestRuleOperations(given).suggested.map(({ operation: { reason, follows, ...said } }) => said)
const change = (kind: string) =>
  ({
    class: kind,
    item: { framework: 'ca-mcs-2013', id: 'x', key: 'FAB', kind: 'sector', title: 'Business and Finance' },
    before: { title: 'Finance and Business' },
    after: { title: 'Business and Finance' },
  }) as never

t.test('another title of a sector suggests the same of the subject that stands for it', async t => {
  t.strictSame(inBrief(ground({ changes: [change('label'), change('label')] })), [
    { op: 'retitle-subject', subject: 'FAB', title: 'Business and Finance', from: null },
  ])
  t.strictSame(inBrief(ground({ changes: [change('substantive')] })), [])
  const called = [subject('FAB', { title: 'Business and Finance' })]
  t.strictSame(inBrief(ground({ changes: [change('label')], subjects: called })), [], 'it is called so already')
})

t.test('a rule follows its course code, and what only others are flagged for is left to them', async t => {
  const without = rules.slice(1)
  t.strictSame(inBrief(ground({ followed: [...without, rule('7400:CTE/R4T/MSS')] })), [
    { op: 'recode-rule', rule: '7400:CTE/R4T/FAB', subject: 'MSS' },
  ])
  t.strictSame(inBrief(ground({ followed: without })), [{ op: 'drop-rule', rule: '7400:CTE/R4T/FAB' }])
  t.match(inBrief(ground({ followed: [...rules, rule('7300:CTE/R4T/FAB')] })), [{ op: 'add-rule', courseCode: '7300' }])
  t.strictSame(inBrief(ground({ followed: rules.slice(0, 2) })), [], 'ANR is not flagged')
})

t.test('of what nobody can say nothing is suggested', async t => {
  const doubt = { courseCode: '7400', authorization: 'CTE/R4T/FAB', doubt: 'undecided' }
  const other = { ...doubt, authorization: 'CTE/R4T/ANR' }
  t.strictSame(suggestRuleOperations(ground({ doubts: [doubt, other] })), { suggested: [], undecided: [doubt] })
})
