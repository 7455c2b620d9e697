import fc from 'fast-check'
import t from 'tap'
import { z } from 'zod'
import { Day, writtenText } from '../src/index.ts'

t.test('the pattern of a written text, which OpenAPI tells, and its schema accept the same texts', async t => {
  const blanks = [' ', '\t', '\n', '\u00a0', '\u2003', '\ufeff', '\u0085', '\u001c', '\u200b']
  const unit = fc.oneof(fc.constantFrom(...blanks), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
  const written = fc.array(unit, { maxLength: 8 }).map(parts => parts.join(''))
  for (const least of [1, 2, 3, 5]) {
    const schema = writtenText(least, 6)
    const { pattern, maxLength } = z.toJSONSchema(schema) as { pattern: string; maxLength: number }
    const told = new RegExp(pattern, 'u')
    const isTold = (text: string) => told.test(text) && [...text].length <= maxLength
    fc.assert(fc.property(written, text => schema.safeParse(text).success === isTold(text)))
  }
  t.equal(writtenText(3, 10).parse('  abc  '), 'abc')
  t.notOk(writtenText(3, 10).safeParse(' ab   ').success)
})

t.test('a day is one that the calendar has', async t => {
  for (const day of ['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '12026-01-01'])
    t.notOk(Day.safeParse(day).success, day)
  t.ok(Day.safeParse('2024-02-29').success)
})
