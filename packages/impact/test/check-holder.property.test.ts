import type { HolderDocument } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { checkHolder, type HolderDecoder } from '../src/index.ts'
import { CENSUS, decoder, keeps, ruleOf } from './holders.ts'

const SUBJECTS = ['ANR', 'BTC', 'FAB', 'AGRI', 'AGRX', 'WELD', 'NONE', null] as const
const DAYS = ['2010-05-01', '2021-12-31', '2022-01-01', '2026-10-06', CENSUS, '2026-10-08', '2031-01-01'] as const
const day = fc.constantFrom(...DAYS)
const dayOrNull = fc.option(day, { nil: null, freq: 3 })
const document: fc.Arbitrary<HolderDocument> = fc.record({
  documentCode: fc.constantFrom('CTE', 'TC1', 'TC4T', 'TC4V', 'BIPT', 'SUBE', 'C8'),
  authorizationCode: fc.constantFrom('R4T', 'R1S', 'R1A', 'S17C', 'P30V', null),
  subjectCode: fc.constantFrom(...SUBJECTS),
  printedTitle: fc.constantFrom(null, '', 'Finance and Business', 'Agriculture', 'Beekeeping (hypothetical)'),
  issued: dayOrNull,
  added: dayOrNull,
  expires: fc.option(fc.oneof(day, fc.constant('never' as const)), { nil: null, freq: 3 }),
})
const documents = fc.array(document, { maxLength: 4 })
const courseCode = fc.constantFrom('7000', '7100', '7300', '7400', '9060', '9999')
const rule = fc
  .record({
    code: courseCode,
    key: fc.constantFrom(
      'CTE/R4T/ANR',
      'CTE/R4T/BTC',
      'CTE/R4T/*',
      'TC1/R1S/AGRI',
      'TC1/R1A/ANR',
      'CTE/R4T/_',
      'TC4T/R4T/BTC',
    ),
    verified: fc.boolean(),
    authType: fc.constantFrom('Full' as const, 'Limited' as const),
  })
  .map(({ code, key, verified, authType }) => ruleOf(`${code}:${key}`, { verified, authType }))
const grandfathering = fc
  .record({
    authorization: fc.constantFrom('CTE/R4T/ANR', 'CTE/R4T/*', 'TC1/R1S/AGRI', 'TC1/R1A/BTC'),
    courseCodes: fc.uniqueArray(courseCode, { minLength: 1, maxLength: 3 }),
    date: fc.constantFrom('issued' as const, 'added' as const),
    before: day,
    through: dayOrNull,
    verified: fc.boolean(),
  })
  .map(({ authorization, verified, ...more }) =>
    keeps(authorization, { ...more, provenance: { source: 'test', verified, note: null } }),
  )
const world: fc.Arbitrary<HolderDecoder> = fc
  .record({
    rules: fc.uniqueArray(rule, { maxLength: 8, selector: each => each.id }),
    grandfathering: fc.uniqueArray(grandfathering, { maxLength: 3, selector: each => each.id }),
  })
  .map(more => decoder(more))

const check = (table: HolderDecoder, held: readonly HolderDocument[], code: string) =>
  checkHolder(table, { documents: held, courseCode: code, censusDate: CENSUS })
const RANK = { 'not-authorized': 0, review: 1, authorized: 2 }
const rank = (...args: Parameters<typeof check>): number => RANK[check(...args).verdict]

t.test('it always answers: a verdict with what decided, and steps that end in it', async t => {
  fc.assert(
    fc.property(world, documents, courseCode, (table, held, code) => {
      const answer = check(table, held, code)
      const { verdict, doubts, rule, grandfathering, document } = answer
      const decided = rule !== null || grandfathering !== null
      return (
        (verdict === 'review') === doubts.length > 0 &&
        (verdict !== 'authorized' || (decided && document !== null)) &&
        (verdict !== 'not-authorized' || (!decided && document === null)) &&
        answer.steps.filter(step => step.about === 'document').length === held.length &&
        answer.steps.at(-1)?.finding === 'concluded' &&
        answer.steps.every(({ sentence }) => /^[^{}]+\.$/.test(sentence) && !/undefined|null|NaN/.test(sentence))
      )
    }),
    { numRuns: 1000 },
  )
  t.pass('a thousand worlds')
})

t.test('neither the order of documents nor that of the decoder matters', async t => {
  fc.assert(
    fc.property(world, documents, courseCode, (table, held, code) => {
      const turned: HolderDecoder = {
        rules: table.rules.toReversed(),
        authorizations: table.authorizations.toReversed(),
        subjects: table.subjects.toReversed(),
        grandfathering: table.grandfathering.toReversed(),
      }
      const one = check(table, held, code)
      for (const other of [check(table, held.toReversed(), code), check(turned, held, code)])
        if (JSON.stringify(decision(one)) !== JSON.stringify(decision(other))) return false
      return true
    }),
    { numRuns: 1000 },
  )
  t.pass('a thousand worlds')
})
const decision = ({ steps, document, ...rest }: ReturnType<typeof check>) => rest

t.test('another document or grandfathering rule never takes anything away', async t => {
  fc.assert(
    fc.property(world, documents, document, grandfathering, courseCode, (table, held, more, rule, code) => {
      const before = rank(table, held, code)
      const kept = { ...table, grandfathering: [...table.grandfathering, { ...rule, id: 'one-more' }] }
      return rank(table, [more, ...held], code) >= before && rank(kept, held, code) >= before
    }),
    { numRuns: 2000 },
  )
  t.pass('two thousand worlds')
})

t.test('where a date is not known, the verdict is what it would be on every day, or a person is asked', async t => {
  const unknown = fc.constantFrom('issued' as const, 'expires' as const)
  fc.assert(
    fc.property(
      world,
      fc.array(document, { minLength: 1, maxLength: 3 }),
      unknown,
      courseCode,
      (table, held, field, code) => {
        const [first, ...others] = held
        const said = check(table, [{ ...first!, [field]: null }, ...others], code).verdict
        return (
          said === 'review' ||
          DAYS.every(each => check(table, [{ ...first!, [field]: each }, ...others], code).verdict === said)
        )
      },
    ),
    { numRuns: 2000 },
  )
  t.pass('two thousand worlds')
})

t.test('a title changes no verdict', async t => {
  fc.assert(
    fc.property(world, documents, courseCode, (table, held, code) => {
      const untitled = held.map(each => ({ ...each, printedTitle: null }))
      return (
        JSON.stringify(decision(check(table, held, code))) === JSON.stringify(decision(check(table, untitled, code)))
      )
    }),
    { numRuns: 500 },
  )
  t.pass('five hundred worlds')
})

t.test('plain matches agree with an oracle that joins by text alone', async t => {
  // Verified rules that name all three codes, documents whose dates are all known, and nothing else in the decoder.
  const plain = rule
    .filter(({ id }) => /^7...:(?:CTE\/R4T|TC1\/R1S)\/[A-Z]+$/.test(id))
    .map(each => ({ ...each, verified: true }))
  const known = document.map(each => ({
    ...{ ...each, documentCode: each.documentCode === 'TC1' ? 'TC1' : 'CTE' },
    ...{ authorizationCode: each.documentCode === 'TC1' ? 'R1S' : 'R4T', subjectCode: each.subjectCode ?? 'ITEC' },
    ...{ issued: each.issued ?? '2020-01-01', expires: each.expires ?? '2031-01-01' },
  }))
  const seen = { authorized: 0, 'not-authorized': 0 }
  fc.assert(
    fc.property(
      fc.uniqueArray(plain, { minLength: 1, maxLength: 8, selector: each => each.id }),
      fc.array(known, { maxLength: 3 }),
      (rules, held) => {
        const code = rules[0]!.courseCode
        const keys = held
          .filter(({ issued, added, expires }) => issued <= CENSUS && (added ?? '') <= CENSUS && expires >= CENSUS)
          .map(each => `${code}:${each.documentCode}/${each.authorizationCode}/${each.subjectCode}`)
        const expected = rules.some(({ id }) => keys.includes(id)) ? 'authorized' : 'not-authorized'
        seen[expected]++
        const table = { rules, authorizations: [], subjects: [], grandfathering: [] }
        return check(table, held, code).verdict === expected
      },
    ),
    { numRuns: 2000 },
  )
  t.ok(seen.authorized > 100 && seen['not-authorized'] > 100, `both happen: ${JSON.stringify(seen)}`)
})
