import { censusDay, type HolderDocument } from '@cte-align/contracts'
import t from 'tap'
import { checkHolder, type HolderDecoder } from '../src/index.ts'
import { AT_DISCRETION, CENSUS, decoder, held, keeps, ruleOf } from './holders.ts'

const check = (courseCode: string, documents: HolderDocument[], more: Partial<HolderDecoder> = {}) =>
  checkHolder(decoder(more), { courseCode, documents, censusDate: CENSUS })
const sentences = (answer: ReturnType<typeof check>, about: string): string =>
  answer.steps
    .filter(step => step.about === about)
    .map(step => step.sentence)
    .join(' ')

t.test('document, authorization and subject must all agree', async t => {
  t.match(check('7100', [held('CTE/R4T/ANR')]), {
    ...{ verdict: 'authorized', rule: '7100:CTE/R4T/ANR', document: 1, authType: 'Full', doubts: [] },
    employerDecides: false,
  })
  const other = check('7300', [held('CTE/R4T/ANR')])
  t.match(other, { verdict: 'not-authorized', rule: null, document: null })
  t.match(sentences(other, 'rule'), /CTE\/R4T\/ANR differs in the subject/)
  t.match(sentences(other, 'conclusion'), /local assignment option.*not usable for CTE.*EC 44258\.9/)
  for (const key of ['TC1/R4T/ANR', 'CTE/R1S/ANR', 'CTE/R4T/XYZ'])
    t.equal(check('7100', [held(key)]).verdict, 'not-authorized', key)
})

t.test('a course code of two sectors admits either', async t => {
  t.equal(check('7400', [held('CTE/R4T/FAB')]).rule, '7400:CTE/R4T/FAB')
  t.equal(check('7400', [held('CTE/R4T/MSS')]).rule, '7400:CTE/R4T/MSS')
})

t.test('a document counts from the day it was issued through the day it expires', async t => {
  const verdict = (more: Partial<HolderDocument>) => check('7100', [held('CTE/R4T/ANR', more)]).verdict
  t.equal(censusDay('2026-27'), CENSUS)
  t.equal(verdict({ issued: CENSUS }), 'authorized')
  t.equal(verdict({ issued: '2026-10-08' }), 'not-authorized')
  t.equal(verdict({ expires: CENSUS }), 'authorized')
  t.equal(verdict({ expires: '2026-10-06' }), 'not-authorized')
  t.equal(verdict({ expires: 'never' }), 'authorized')
  t.equal(verdict({ added: CENSUS }), 'authorized')
  t.equal(verdict({ added: '2026-10-08' }), 'not-authorized', 'the subject came later')
})

t.test('an unknown date asks for a person where it could change the answer, and only there', async t => {
  t.match(check('7100', [held('CTE/R4T/ANR', { issued: null })]), { verdict: 'review', doubts: ['date-unknown'] })
  t.match(check('7100', [held('CTE/R4T/ANR', { expires: null })]), { verdict: 'review', rule: '7100:CTE/R4T/ANR' })
  t.equal(check('7100', [held('CTE/R4T/ANR', { issued: null, expires: '2026-01-01' })]).verdict, 'not-authorized')
  t.equal(check('7300', [held('CTE/R4T/ANR', { issued: null, expires: null })]).verdict, 'not-authorized')
  const two = [held('CTE/R4T/ANR', { issued: null }), held('CTE/R4T/ANR')]
  t.match(check('7100', two), { verdict: 'authorized', document: 2 })
})

t.test('a single subject teaches CTE where the employing agency says so', async t => {
  const answer = check('7100', [held('TC1/R1S/AGRI')])
  t.match(answer, { verdict: 'authorized', employerDecides: true, condition: AT_DISCRETION })
  t.match(sentences(answer, 'conclusion'), /employing agency decides.*5 CCR 80004\(c\)/)
  const both = check('7100', [held('TC1/R1S/AGRI'), held('CTE/R4T/ANR')])
  t.match(both, { verdict: 'authorized', employerDecides: false, document: 2 }, 'who needs no leave decides first')
})

t.test('what rests on a doubt is for a person', async t => {
  const doubts = (courseCode: string, key: string, more?: Partial<HolderDecoder>) => {
    const { verdict, doubts } = check(courseCode, [held(key)], more)
    t.equal(verdict, 'review', `${key} for ${courseCode}`)
    return doubts
  }
  t.strictSame(doubts('7000', 'CTE/R4T/BTC'), ['wildcard'])
  t.strictSame(doubts('7100', 'TC1/R1S/AGRX'), ['inferred-twin'])
  t.strictSame(doubts('8100', 'CTE/R4T/ITEC'), ['unverified-rule'])
  t.strictSame(doubts('7600', 'CTE/R4T/ANR'), ['rule-gap'])
  t.strictSame(doubts('7100', 'TC4T/R4T/ANR'), ['other-document'])
  t.strictSame(doubts('7100', 'TC4H/R4H/ANR'), ['other-document'])
  t.strictSame(doubts('7100', 'BIPT/_/ANR'), ['other-document'])
  t.strictSame(doubts('7100', 'TC4V/R4FV/WELD'), ['vocational-document'])
  t.strictSame(doubts('7100', 'ST31/_/_'), ['vocational-document'], 'not among the authorizations')
  t.strictSame(doubts('7100', 'TC4H/R4H/_'), ['manual-review'])
  t.strictSame(doubts('7100', 'SUBE/P30V/NONE'), ['manual-review'])
  t.strictSame(doubts('7100', 'CTE/R4T/_'), ['code-missing'])
  t.strictSame(doubts('9999', 'CTE/R4T/ANR'), ['course-code-unknown'])
  const rules = [ruleOf('7100:TC1/R1A/CSCI', { kind: 'single-subject', condition: null })]
  t.strictSame(doubts('7100', 'TC1/R1A/CSCI', { rules }), ['supplementary'])
})

t.test('what authorizes otherwise does not authorize a sector, and the reasoning says why', async t => {
  const says = (key: string) => {
    const answer = check('7100', [held(key)])
    t.equal(answer.verdict, 'not-authorized', key)
    return sentences(answer, 'standing')
  }
  t.match(says('TC1/R1A/CSCI'), /supplementary and subject matter authorizations do not authorize a CTE sector/)
  t.match(says('TC2/R2B/CSCI'), /supplementary/, 'by its code, though it is not listed')
  t.match(says('TC1/SMAA/AGRI'), /subject matter/)
  t.match(says('AETC/R4FA/ANR'), /adults only/)
  t.match(says('CTE/S17C/NONE'), /English learners/)
  t.match(says('SA4/S4/NONE'), /supervise/)
  t.match(says('TC4T/R4T/BTC'), /not one that this course code admits/)
  t.match(says('C8/XX/YY'), /no authorization that is listed/)
  t.match(check('9060', [held('TC1/R1A/CSCI')]), { verdict: 'authorized', authType: 'Limited' })
  t.equal(check('9060', [held('TC4V/R4FV/WELD')]).verdict, 'not-authorized', 'general education is no vocational class')
})

t.test('titles never decide', async t => {
  const title = (key: string, printedTitle: string) => {
    const answer = check('7400', [held(key, { printedTitle })])
    t.equal(answer.verdict, check('7400', [held(key)]).verdict, printedTitle)
    const [step] = answer.steps.filter(({ about }) => about === 'printed-title')
    return `${step?.finding}: ${step?.sentence}`
  }
  t.match(
    title('CTE/R4T/FAB', 'Finance and Business'),
    /earlier-title.*before 2014-09-01 of FAB, now Business and Fi.*code decides/,
  )
  t.match(title('CTE/R4T/FAB', 'BUSINESS & FINANCE'), /^present-title/)
  t.match(
    title('CTE/R4T/ANR', 'Business and Finance'),
    /title-of-another.*belongs to FAB, the record has ANR: a person/,
  )
  t.match(title('CTE/R4T/ANR', 'Finance and Business'), /title-of-another.*FAB/)
  t.match(title('CTE/R4T/ITEC', 'Information and Communication Technology'), /^present-title/)
  t.match(title('CTE/R4T/ANR', 'Beekeeping (hypothetical)'), /^title-unknown/)
})

t.test('who holds it since before the day keeps it; the day itself is too late', async t => {
  const grandfathering = [keeps('CTE/R4T/ANR')]
  const issued = (day: string | null, more = {}) =>
    check('7300', [held('CTE/R4T/ANR', { issued: day, ...more })], { grandfathering })
  t.match(issued('2021-12-31'), { verdict: 'authorized', grandfathering: 'keeps-cte-r4t-anr', rule: null })
  t.equal(issued('2022-01-01').verdict, 'not-authorized')
  t.match(issued(null), { verdict: 'review', doubts: ['date-unknown'], grandfathering: 'keeps-cte-r4t-anr' })
  t.equal(issued('2021-12-31', { expires: '2026-10-06' }).verdict, 'not-authorized', 'it has expired')
  t.match(sentences(issued('2022-01-01'), 'grandfathering'), /Not kept.*issued on 2022-01-01, not before 2022-01-01/)
})

t.test(
  'a grandfathering rule may go by the day the subject was added, for every subject, and come to an end',
  async t => {
    const with_ = (rule: Parameters<typeof keeps>, document: HolderDocument) =>
      check('7300', [document], { grandfathering: [keeps(...rule)] }).verdict
    const added = { date: 'added' as const }
    t.equal(
      with_(['CTE/R4T/ANR', added], held('CTE/R4T/ANR', { added: '2021-12-31', issued: '2021-01-01' })),
      'authorized',
    )
    t.equal(with_(['CTE/R4T/ANR', added], held('CTE/R4T/ANR', { added: '2022-01-01' })), 'not-authorized')
    t.equal(with_(['CTE/R4T/ANR', added], held('CTE/R4T/ANR')), 'review', 'nobody says when')
    t.equal(with_(['CTE/R4T/*'], held('CTE/R4T/MSS')), 'authorized')
    t.equal(with_(['CTE/R4T/*'], held('TC1/R4T/MSS')), 'not-authorized')
    t.equal(with_(['CTE/R4T/ANR', { through: CENSUS }], held('CTE/R4T/ANR')), 'authorized')
    t.equal(with_(['CTE/R4T/ANR', { through: '2026-10-06' }], held('CTE/R4T/ANR')), 'not-authorized')
    t.equal(with_(['TC1/R1S/AGRI'], held('TC1/R1S/AGRX')), 'review', 'the twin is inferred')
    const provenance = { source: 'test', verified: false, note: null }
    t.equal(with_(['CTE/R4T/ANR', { provenance }], held('CTE/R4T/ANR')), 'review')
  },
)

t.test(
  'the precedent: Physical Education issued before 2022 may teach dance (a general education code, not in our table)',
  async t => {
    const grandfathering = [keeps('TC1/R1S/PE', { courseCodes: ['9300'], before: '2022-01-01' })]
    const rules = [ruleOf('9300:TC1/R1S/DANC', { kind: 'other', condition: null })]
    const pe = (issued: string) => check('9300', [held('TC1/R1S/PE', { issued })], { grandfathering, rules })
    t.match(pe('2021-06-01'), { verdict: 'authorized', employerDecides: false, authType: null })
    const late = pe('2022-06-01')
    t.equal(late.verdict, 'not-authorized')
    t.notMatch(sentences(late, 'conclusion'), /local assignment/, 'what holds for CTE is not said of dance')
  },
)

t.test('every document is looked at, and each is held against every rule of the code', async t => {
  const documents = [held('CTE/R4T/ANR'), held('TC1/R1S/AGRI', { expires: '2025-01-01' }), held('CTE/R4T/FAB')]
  const { steps } = check('7400', documents)
  t.strictSame(
    steps.filter(step => step.about === 'document').map(step => `${step.document} ${step.finding}`),
    ['1 valid', '2 expired', '3 valid'],
  )
  t.strictSame(
    steps.filter(step => step.about === 'rule').map(step => `${step.document} ${step.rule} ${step.finding}`),
    [
      '1 7400:CTE/R4T/FAB does-not-match',
      '1 7400:CTE/R4T/MSS does-not-match',
      '3 7400:CTE/R4T/FAB matches',
      '3 7400:CTE/R4T/MSS does-not-match',
    ],
  )
  t.match(steps[0]?.sentence, /2026-10-07 is a census day, the first Wednesday of October.*7400: 2\. /)
  t.match(
    checkHolder(decoder(), { courseCode: '7400', documents: [], censusDate: '2026-11-01' }).steps[0]?.sentence,
    /census day of that school year is 2026-10-07/,
  )
})

t.test('a row of an edition that leaves codes blank asks for a person, unless it names another document', async t => {
  const blank = { courseCode: '7610', gaps: ['document-blank'] }
  const unread = [
    { ...blank, row: 12, documentCode: null, authorizationCode: null, subjectCode: null },
    { ...blank, row: 13, courseCode: '7620', documentCode: 'TC1', authorizationCode: null, subjectCode: null },
  ]
  t.match(check('7610', [held('CTE/R4T/ANR')], { unread }), {
    ...{ verdict: 'review', rule: '7610:row 12', doubts: ['rule-gap'] },
  })
  t.equal(check('7620', [held('CTE/R4T/ANR')], { unread }).verdict, 'not-authorized')
})

t.test(
  'a pair of which a proposal leaves nobody certain is for a person, whether a rule admits it today or not',
  async t => {
    const doubts = ['7100', '7300'].map(courseCode => ({
      courseCode,
      authorization: 'CTE/R4T/ANR',
      doubt: 'undecided',
    }))
    t.match(check('7100', [held('CTE/R4T/ANR')], { doubts }), {
      ...{ verdict: 'review', rule: '7100:CTE/R4T/ANR', doubts: ['pair-unknown'] },
    })
    t.match(check('7300', [held('CTE/R4T/ANR')], { doubts }), {
      verdict: 'review',
      rule: null,
      doubts: ['pair-unknown'],
    })
    t.match(check('7300', [held('CTE/R4T/BTC')], { doubts }), { verdict: 'authorized' }, 'of others it says nothing')
  },
)
