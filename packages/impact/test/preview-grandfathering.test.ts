import fc from 'fast-check'
import t from 'tap'
import { admittedCodes, type KeptPair, previewGrandfathering } from '../src/index.ts'
import { CENSUS, decoder, keeps } from './holders.ts'

const today = decoder()
/** 7300 and 7400 no longer admit who they admit today. */
const draft = decoder({ rules: today.rules.filter(({ id }) => !['7300:CTE/R4T/BTC', '7400:CTE/R4T/MSS'].includes(id)) })
const preview = (rule: ReturnType<typeof keeps>, side = draft) => previewGrandfathering({ side, today }, rule, CENSUS)
const named = (pairs: KeptPair[]) =>
  pairs.map(pair => `${pair.courseCode} ${pair.authorization} ${pair.without}>${pair.with}`)
const codes = (rule: ReturnType<typeof keeps>, side = draft) => preview(rule, side).conflicts.map(({ code }) => code)

t.test(
  'what a draft refuses goes on by a rule; what it admits all the same is told apart from what is new',
  async t => {
    const rule = keeps('CTE/R4T/MSS', { courseCodes: ['7400', '7000', '7300'] })
    const { gained, already, lost, conflicts } = preview(rule)
    t.strictSame(named(gained), [
      '7000 CTE/R4T/MSS review>authorized',
      '7300 CTE/R4T/MSS review>authorized',
      '7400 CTE/R4T/MSS not-authorized>authorized',
    ])
    t.strictSame(
      gained.map(pair => pair.today),
      ['review', 'not-authorized', 'authorized'],
      'only 7400 goes on',
    )
    t.strictSame([already, lost], [[], []])
    t.strictSame(conflicts, [], 'of 7300 the draft has no rule left and says nothing; today there is one')
  },
)

t.test('a rule for what the decoder admits is without effect', async t => {
  const rule = keeps('CTE/R4T/MSS', { courseCodes: ['7400'] })
  const { gained, already, conflicts } = preview(rule, today)
  t.strictSame([gained, conflicts.map(({ code }) => code)], [[], ['without-effect']])
  t.match(already, [{ courseCode: '7400', by: '7400:CTE/R4T/MSS' }])
})

t.test('every subject may be meant, and twins are told as a doubt', async t => {
  t.equal(preview(keeps('CTE/R4T/*', { courseCodes: ['7400'] })).gained.length, 4, 'all but FAB, which is admitted')
  const twins = preview(keeps('TC1/R1S/AGRI', { courseCodes: ['7400'] })).gained
  t.strictSame(named(twins), ['7400 TC1/R1S/AGRI not-authorized>authorized', '7400 TC1/R1S/AGRX not-authorized>review'])
})

t.test('changing a rule shows what it takes away', async t => {
  const earlier = keeps('CTE/R4T/MSS', { courseCodes: ['7400', '7100'] })
  const side = { ...draft, grandfathering: [earlier] }
  const { lost, gained } = preview({ ...earlier, courseCodes: ['7400'] }, side)
  t.strictSame(named(lost), ['7100 CTE/R4T/MSS not-authorized>not-authorized'])
  t.strictSame(named(gained), ['7400 CTE/R4T/MSS not-authorized>authorized'])
  t.equal(preview({ ...earlier, through: '2026-01-01' }, side).lost.length, 2, 'an end in the past takes all')
})

t.test('what does not fit together is said', async t => {
  t.strictSame(codes(keeps('CTE/R4T/XYZ', { courseCodes: ['7400'] })), ['authorization-unknown'])
  t.strictSame(codes(keeps('CTE/R4T/MSS', { courseCodes: ['9999'] })), ['course-code-unknown'])
  t.strictSame(codes(keeps('TC1/R1A/CSCI', { courseCodes: ['7400'] })), ['supplementary'])
  const ended = keeps('CTE/R4T/MSS', { courseCodes: ['7400'], through: '2021-06-30' })
  t.strictSame(codes(ended), ['ends-before-its-day', 'over', 'without-effect'])
  const provenance = { source: 'test', verified: false, note: null }
  t.strictSame(codes(keeps('CTE/R4T/MSS', { courseCodes: ['7400'], provenance })), ['unverified'])
})

t.test('a rule whose day is still to come keeps whoever holds it by census day', async t => {
  t.equal(preview(keeps('CTE/R4T/MSS', { courseCodes: ['7400'], before: '2027-07-01' })).gained.length, 1)
})

t.test('the course codes that admit an authorization, and those that do in free words', async t => {
  t.strictSame(admittedCodes(today, 'CTE/R4T/MSS'), { sure: ['7400'], wildcard: ['7000'] })
  t.strictSame(admittedCodes(today, 'TC1/R1S/AGRI'), { sure: ['7000', '7100'], wildcard: [] })
  t.strictSame(admittedCodes(today, 'TC1/R1S/AGRX'), { sure: [], wildcard: [] })
  t.strictSame(admittedCodes(today, 'CTE/R4T/*').sure, ['7100', '7300', '7400'])
})

t.test('filled from the decoder in force, a rule keeps all that a draft would refuse', async t => {
  const some = fc.subarray(today.rules.map(({ id }) => id))
  const authorization = fc.constantFrom('CTE/R4T/MSS', 'CTE/R4T/ANR', 'CTE/R4T/*', 'TC1/R1S/AGRI')
  fc.assert(
    fc.property(some, authorization, (kept, key) => {
      const side = decoder({ rules: today.rules.filter(({ id }) => kept.includes(id)) })
      const { sure, wildcard } = admittedCodes(today, key)
      const { gained, already, lost } = preview(keeps(key, { courseCodes: [...sure, ...wildcard] }), side)
      const all = [...gained, ...already]
      return (
        lost.length === 0 && all.filter(pair => pair.today === 'authorized').every(pair => pair.with === 'authorized')
      )
    }),
    { numRuns: 200 },
  )
  t.pass('two hundred drafts')
})
