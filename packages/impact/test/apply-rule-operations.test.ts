import { fingerprint, type RuleOperationInput } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { applyRuleOperations, tableDifference, type WholeDecoder } from '../src/index.ts'
import { authorization, operations, rule, subject, table } from './decoder-tables.ts'

const SOURCE = { source: 'Draft' }
const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 100)
const REAL = table('7000:CTE/R4T/*', '7100:CTE/R4T/ANR', '7100:TC1/R1S/AGRI', '7400:CTE/R4T/FAB', '7400:CTE/R4T/MSS')

const apply = (base: WholeDecoder, ...given: RuleOperationInput[]) =>
  applyRuleOperations(base, operations(...given), SOURCE)

function after(base: WholeDecoder, ...given: RuleOperationInput[]) {
  const applied = apply(base, ...given)
  if (!applied.ok) throw new Error(applied.fault.message)
  return applied
}
const fault = (base: WholeDecoder, ...given: RuleOperationInput[]) => {
  const applied = apply(base, ...given)
  return applied.ok ? null : `${applied.fault.index} ${applied.fault.code}`
}
const rulesAfter = (base: WholeDecoder, ...given: RuleOperationInput[]) =>
  after(base, ...given).table.rules.map(({ id }) => id)
const add = (id: string, more = {}): RuleOperationInput => {
  const [courseCode, document, authorization, subject] = id.split(/[:/]/) as [string, string, string, string]
  return { op: 'add-rule', courseCode, document, authorization, subject, ...more }
}

t.test('rules come, go and change their codes', async t => {
  t.strictSame(
    rulesAfter(table('7100:CTE/R4T/ANR'), add('7200:CTE/R4T/ANR'), { op: 'drop-rule', rule: '7100:CTE/R4T/ANR' }),
    ['7200:CTE/R4T/ANR'],
  )
  const base = table('7100:CTE/R4T/ANR', '7200:TC1/R1S/AGRI')
  t.strictSame(rulesAfter(base, { op: 'recode-rule', rule: '7100:CTE/R4T/ANR', subject: 'FAB' }), [
    '7100:CTE/R4T/FAB',
    '7200:TC1/R1S/AGRI',
  ])
  t.strictSame(rulesAfter(base, { op: 'recode-course-code', courseCode: '7100', to: ['7101', '7102'] }), [
    '7101:CTE/R4T/ANR',
    '7102:CTE/R4T/ANR',
    '7200:TC1/R1S/AGRI',
  ])
  const revised = after(base, { op: 'revise-rule', rule: '7100:CTE/R4T/ANR', condition: '5 CCR 80004(c)' })
  t.equal(revised.table.rules[0]!.condition, '5 CCR 80004(c)')
  t.equal(base.rules[0]!.condition, null, 'the base is untouched')
})

t.test('an operation that does not fit is named with its place and reason', async t => {
  const drop: RuleOperationInput = { op: 'drop-rule', rule: '7100:CTE/R4T/ANR' }
  t.equal(fault(REAL, add('7100:CTE/R4T/ANR')), '0 CTE_RULE_EXISTS')
  t.equal(fault(REAL, drop, drop), '1 CTE_NO_SUCH_RULE')
  t.equal(fault(REAL, add('7100:CTE/R4T/XXX')), '0 CTE_NO_SUCH_AUTHORIZATION')
  t.equal(fault(REAL, { op: 'recode-rule', rule: '7400:CTE/R4T/FAB', subject: 'MSS' }), '0 CTE_RULE_EXISTS')
  t.equal(fault(REAL, { op: 'recode-rule', rule: '7400:CTE/R4T/FAB' }), '0 CTE_NOTHING_CHANGES')
  t.equal(fault(REAL, { op: 'recode-course-code', courseCode: '7100', to: ['7100'] }), '0 CTE_RECODE_INTO_ITSELF')
  t.equal(fault(REAL, { op: 'recode-course-code', courseCode: '7999', to: ['7998'] }), '0 CTE_CODE_WITHOUT_RULES')
  t.equal(fault(REAL, { op: 'retitle-subject', subject: 'XXX', title: 'x' }), '0 CTE_NO_SUCH_SUBJECT')
  t.equal(fault(REAL, { op: 'drop-authorization', authorization: 'CTE/R4T/XXX' }), '0 CTE_NO_SUCH_AUTHORIZATION')
  t.equal(
    fault(REAL, { op: 'recode-authorization', authorization: 'CTE/R4T/FAB', subject: 'XXX' }),
    '0 CTE_NO_SUCH_SUBJECT',
  )
  const fresh = { op: 'add-authorization', document: 'CTE', authorization: 'R4T', title: 'CTE' } as const
  t.equal(fault(REAL, { ...fresh, subject: 'XXX', cteRelation: 'authorizes_cte_sector' }), '0 CTE_NO_SUCH_SUBJECT')
  t.equal(fault(REAL, { ...fresh, subject: 'ANR', cteRelation: 'authorizes_cte_sector' }), '0 CTE_AUTHORIZATION_EXISTS')
  t.equal(
    fault(REAL, { op: 'end-grandfathering', rule: 'pe-dance', through: '2030-06-30' }),
    '0 CTE_NO_SUCH_GRANDFATHERING',
  )
})

t.test('a course code that its successor meets keeps the rule of the successor, and says so', async t => {
  const base = { ...table(), rules: [rule('7100:CTE/R4T/ANR', { condition: 'old' }), rule('7200:CTE/R4T/ANR')] }
  const applied = after(base, { op: 'recode-course-code', courseCode: '7100', to: ['7200'] })
  t.strictSame(applied.table.rules, [rule('7200:CTE/R4T/ANR')])
  t.match(applied.findings, [{ code: 'already-admitted', key: '7200:CTE/R4T/ANR', operations: [0] }])
})

t.test('a recoded authorization stays as legacy with its rules; the new one gets them too', async t => {
  const base = { ...REAL, subjects: [...REAL.subjects, subject('AFN')] }
  const operation = { op: 'recode-authorization', authorization: 'CTE/R4T/ANR', subject: 'AFN' } as const
  const { table: done } = after(base, operation)
  const statuses = done.authorizations.map(row => `${row.documentCode}/${row.subjectCode} ${row.status}`)
  t.ok(statuses.includes('CTE/ANR legacy'))
  t.ok(statuses.includes('CTE/AFN current'))
  t.strictSame(
    done.rules.filter(({ courseCode }) => courseCode === '7100').map(({ id }) => id),
    ['7100:CTE/R4T/AFN', '7100:CTE/R4T/ANR', '7100:TC1/R1S/AGRI'],
  )
  t.match(
    done.authorizations.find(row => row.subjectCode === 'AFN'),
    {
      subjectTitle: 'Subject AFN',
      covers: [{ item: 'AFN', verified: true }],
      provenance: { source: 'Draft' },
    },
  )
  t.strictSame(
    after(base, { ...operation, withRules: false }).table.rules,
    [...REAL.rules].sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
})

t.test(
  'a retitled subject keeps its code, as in 2014; every authorization of the subject bears the new title',
  async t => {
    const own = {
      ...REAL,
      authorizations: [...REAL.authorizations, authorization('AETC/R4FA/FAB', { subjectTitle: 'Finance' })],
    }
    const { table: done } = after(own, {
      op: 'retitle-subject',
      subject: 'FAB',
      title: 'Business and Finance',
      from: '2014-09-01',
    })
    t.match(
      done.subjects.find(({ code }) => code === 'FAB'),
      {
        title: 'Business and Finance',
        titles: [
          { title: 'Subject FAB', from: null, to: '2014-08-31' },
          { title: 'Business and Finance', from: '2014-09-01', to: null },
        ],
      },
    )
    const titles = done.authorizations.filter(row => row.subjectCode === 'FAB').map(row => row.subjectTitle)
    t.strictSame(titles, ['Business and Finance', 'Business and Finance'])
    t.strictSame(
      done.rules.map(({ id }) => id),
      REAL.rules.map(({ id }) => id),
      'no rule moves',
    )
  },
)

t.test('findings say what nobody satisfies any more, and what is said twice', async t => {
  const codes = (...given: RuleOperationInput[]) =>
    after(REAL, ...given).findings.map(({ code, key }) => `${code} ${key}`)
  t.strictSame(codes({ op: 'drop-authorization', authorization: 'CTE/R4T/ANR' }), ['only-closed 7100:CTE/R4T/ANR'])
  t.strictSame(codes(add('7400:CTE/R4T/*')), [
    'wildcard-covers-rule 7400:CTE/R4T/FAB',
    'wildcard-covers-rule 7400:CTE/R4T/MSS',
  ])
  t.strictSame(codes(add('7500:TC3A/R3A1/*')), ['grown-empty 7500:TC3A/R3A1/*'])
  t.strictSame(codes({ op: 'drop-rule', rule: '7000:CTE/R4T/*' }), ['code-without-rules 7000'])
  t.strictSame(codes({ op: 'end-subject', subject: 'MSS' }), ['ended-subject-in-use MSS'])
  const before = { ...REAL, rules: [...REAL.rules, rule('7600:CTE/R4T/EU')] }
  t.strictSame(after(before, add('7100:CTE/R4T/MSS')).findings, [], 'what was empty before is not told')
})

t.test('grandfathering rules are put in force and ended', async t => {
  const put: RuleOperationInput = {
    op: 'add-grandfathering',
    rule: {
      ...{ id: 'agriculture-before-2030', title: 'Hypothetical', precedent: 'grandfather_by_issue_date' },
      ...{ authorization: 'CTE/R4T/*', courseCodes: ['7100'], date: 'issued', before: '2030-01-01', through: null },
    },
  }
  const end: RuleOperationInput = { op: 'end-grandfathering', rule: put.rule.id, through: '2040-06-30' }
  t.match(after(REAL, put, end).table.grandfathering, [
    { id: put.rule.id, through: '2040-06-30', provenance: { source: 'Draft' } },
  ])
  t.equal(fault(REAL, put, put), '1 CTE_GRANDFATHERING_EXISTS')
  t.equal(fault(REAL, put, end, end), '2 CTE_NOTHING_CHANGES')
})

const code = fc.constantFrom('7000', '7100', '7101', '7400', '9060', '7999')
const key = fc.constantFrom('CTE/R4T/ANR', 'CTE/R4T/FAB', 'CTE/R4T/*', 'TC1/R1S/AGRI', 'CTE/R4T/XXX', 'TC9/X/*')
const ruleId = fc.tuple(code, key).map(([courseCode, admitted]) => `${courseCode}:${admitted}`)
const subjectCode = fc.constantFrom('ANR', 'FAB', 'MSS', 'XXX', 'NONE')
const authKey = fc.constantFrom('CTE/R4T/ANR', 'CTE/R4T/FAB', 'TC1/R1S/AGRI', 'CTE/R4T/XXX', 'BIPT/_/ANR')
const anyOperation: fc.Arbitrary<RuleOperationInput> = fc.oneof(
  ruleId.map(id => add(id)),
  ruleId.map(rule => ({ op: 'drop-rule' as const, rule })),
  fc.tuple(ruleId, subjectCode).map(([rule, subject]) => ({ op: 'recode-rule' as const, rule, subject })),
  fc
    .tuple(code, fc.array(code, { minLength: 1, maxLength: 3 }))
    .map(([courseCode, to]) => ({ op: 'recode-course-code' as const, courseCode, to })),
  ruleId.map(rule => ({ op: 'revise-rule' as const, rule, authType: 'Limited' as const })),
  fc
    .tuple(authKey, subjectCode)
    .map(([authorization, subject]) => ({ op: 'recode-authorization' as const, authorization, subject })),
  authKey.map(authorization => ({ op: 'drop-authorization' as const, authorization })),
  authKey.map(authorization => ({ op: 'revise-authorization' as const, authorization, status: 'legacy' as const })),
  fc
    .tuple(subjectCode, fc.constantFrom('authorizes_cte_sector' as const, 'substitute' as const))
    .map(([subject, cteRelation]) => ({
      ...{
        op: 'add-authorization' as const,
        document: 'CTE',
        authorization: 'R4T',
        subject,
        title: 'Made up',
        cteRelation,
      },
    })),
  subjectCode.map(subject => ({
    op: 'add-subject' as const,
    subject,
    title: 'New',
    framework: 'ca-mcs-2013',
    item: 'NEW',
  })),
  subjectCode.map(subject => ({ op: 'retitle-subject' as const, subject, title: 'Other' })),
  subjectCode.map(subject => ({ op: 'end-subject' as const, subject })),
)

t.test('whatever is asked is answered: a table whose rules stand once, or the place of the fault', async () => {
  fc.assert(
    fc.property(fc.array(anyOperation, { maxLength: 12 }), given => {
      const before = fingerprint(REAL)
      const applied = apply(REAL, ...given)
      if (fingerprint(REAL) !== before) return false
      if (!applied.ok) return applied.fault.index < given.length && applied.fault.message.length > 0
      const ids = applied.table.rules.map(({ id }) => id)
      return new Set(ids).size === ids.length && applied.touched.every(({ operations }) => operations.length > 0)
    }),
    { numRuns },
  )
})

t.test('added and dropped again is as it was; the same again is refused', async () => {
  fc.assert(
    fc.property(ruleId, id => {
      const once = apply(REAL, add(id))
      if (!once.ok) return true
      const undone = after(REAL, add(id), { op: 'drop-rule', rule: id })
      return tableDifference(REAL, undone.table).length === 0 && fault(REAL, add(id), add(id)) === '1 CTE_RULE_EXISTS'
    }),
    { numRuns },
  )
})

t.test('operations on different rules may come in any order', async () => {
  const onOneRule = fc.uniqueArray(ruleId, { minLength: 2, maxLength: 6 }).chain(ids =>
    fc.tuple(
      fc.tuple(
        ...ids.map(id =>
          fc.constantFrom<RuleOperationInput>(
            add(id),
            { op: 'drop-rule', rule: id },
            { op: 'revise-rule', rule: id, condition: 'employing agency' },
          ),
        ),
      ),
      fc.shuffledSubarray(
        ids.map((_, at) => at),
        { minLength: ids.length },
      ),
    ),
  )
  fc.assert(
    fc.property(onOneRule, ([given, order]) => {
      const fits = given.filter(each => apply(REAL, each).ok)
      const shuffled = order.flatMap(at => (fits[at] === undefined ? [] : [fits[at]]))
      const [one, other] = [after(REAL, ...fits), after(REAL, ...shuffled)]
      return tableDifference(one.table, other.table).length === 0
    }),
    { numRuns },
  )
})
