import fc from 'fast-check'
import t from 'tap'
import { brokenLimits, checkFieldLimit } from '../src/index.ts'

const verdict = (...[field, value]: Parameters<typeof checkFieldLimit>) => {
  const { verdict, rule, number } = checkFieldLimit(field, value)
  return `${verdict} ${rule} ${number}`
}

t.test('a sub-pathway is refused with the pathway it is rolled up to', async t => {
  t.equal(verdict('pathway-code', '111A'), 'refused pathway-code/sub-pathway 11.13')
  t.match(checkFieldLimit('pathway-code', '111A').message, /rolled up to 111$/)
})

t.test('a pathway code is three digits, and 999 is none', async t => {
  t.equal(verdict('pathway-code', '111'), 'fits pathway-code/three-digits 11.13')
  t.equal(verdict('pathway-code', '11'), 'refused pathway-code/three-digits 11.13')
  t.equal(verdict('pathway-code', 'AGR'), 'refused pathway-code/three-digits 11.13')
  t.equal(verdict('pathway-code', '999'), 'refused pathway-code/reserved 11.13')
})

t.test('a CTE course code is four digits from 7000 to 8999', async t => {
  for (const code of ['7000', '8532', '8999']) t.equal(verdict('course-code', code), 'fits course-code/cte-range 9.07')
  for (const code of ['6999', '9000']) t.equal(verdict('course-code', code), 'refused course-code/cte-range 9.07')
  for (const code of ['711', '71110', '9000-01', '7x11'])
    t.equal(verdict('course-code', code), 'refused course-code/four-digits 9.07')
  t.equal(verdict('course-code', ' '), 'refused course-code/blank 9.07')
})

t.test('a limit that no source gives is unknown', async t => {
  t.equal(verdict('name', 'Agricultural Business'), 'unknown name/length-unknown 9.09')
  t.equal(verdict('local-course-id', '0123456789'), 'fits local-course-id/ten-characters 9.08')
  t.equal(verdict('local-course-id', '01234567890'), 'refused local-course-id/ten-characters 9.08')
})

t.test('only what is refused is broken, and every verdict names its source', async t => {
  const broken = brokenLimits([
    { field: 'course-code', value: '7111' },
    { field: 'pathway-code', value: '999' },
    { field: 'name', value: 'any' },
  ])
  t.strictSame(
    broken.map(({ value }) => value),
    ['999'],
  )
  fc.assert(
    fc.property(
      fc.constantFrom('pathway-code', 'course-code', 'name', 'local-course-id'),
      fc.string(),
      (field, value) => {
        const { verdict, source, message } = checkFieldLimit(field, value)
        const fits = {
          'pathway-code': /^(?!999)[0-9]{3}$/,
          'course-code': /^[78][0-9]{3}$/,
          'local-course-id': /\S/,
          name: /\S/,
        }
        return source !== '' && message !== '' && (verdict === 'refused' || fits[field].test(value))
      },
    ),
  )
})
