import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeChange } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { succession } from '../src/index.ts'

type Change = Parameters<typeof succession>[1][number]
const change = (
  from: string[],
  to: string[],
  schoolYear: string | null = null,
  more: Partial<CodeChange> = {},
): Change => ({
  ...{ id: `${from} > ${to} ${schoolYear}`, kind: 'Archived; code updated' },
  ...{ from, to, successor: to.length === 0 ? 'unknown' : 'named', schoolYear, ...more },
})

t.test('chains are followed to their ends, many to many', async t => {
  const changes = [
    change(['7111', '7112'], ['7120'], '2024-25'),
    change(['7120'], ['7130', '7140'], '2026-27'),
    change(['7140'], [], '2027-28', { kind: 'Archived' }),
  ]
  const { current, open, steps, cycles } = succession('7111', changes)
  t.strictSame(current, ['7130'])
  t.match(open, [{ code: '7140', successor: 'unknown' }])
  t.strictSame(
    steps.map(({ from, to }) => `${from} ${to}`),
    ['7111 7120', '7120 7130', '7120 7140'],
  )
  t.strictSame(cycles, [])
  t.strictSame(succession('7111', changes, '2025-26').current, ['7120'], 'by 2025-26 it had come no further')
  t.strictSame(succession('7999', changes).current, ['7999'])
})

t.test('an explicit none is an end, and a new title goes nowhere', async t => {
  t.match(succession('7111', [change(['7111'], [], '2026-27', { kind: 'Archived', successor: 'none' })]), {
    current: [],
    open: [{ code: '7111', successor: 'none' }],
  })
  const retitled = change(['7111', '7112'], ['7111', '7112'], '2026-27', { kind: 'Change; substantive revision' })
  t.match(succession('7111', [retitled]), { current: ['7111'], steps: [], open: [] })
})

t.test('a change of which nobody knows the year counts for every year', async t => {
  t.strictSame(succession('7111', [change(['7111'], ['7112'])], '2010-11').current, ['7112'])
})

t.test('a chain that turns back ends, and says so', async t => {
  const round = [change(['7111'], ['7112']), change(['7112'], ['7113', '7111'])]
  t.match(succession('7111', round), { cycles: ['7111'], current: ['7113'] })
  t.match(succession('7111', [change(['7111'], ['7111'])]), { cycles: ['7111'], current: [] })
})

const code = fc.integer({ min: 1, max: 12 }).map(String)
const changes = fc.array(
  fc
    .tuple(fc.array(code, { minLength: 1, maxLength: 3 }), fc.array(code, { maxLength: 3 }))
    .map(([from, to]) => change(from, to)),
  { maxLength: 15 },
)

t.test('whatever the changes, it ends, and its ends are those that nothing leaves', async t => {
  fc.assert(
    fc.property(changes, code, (all, from) => {
      const { current, steps, cycles } = succession(from, all)
      const reached = new Set([from, ...steps.map(({ to }) => to)])
      const leaves = (each: string) => all.some(one => one.from.includes(each))
      // Found another way: a code turns back where it is among what it reaches.
      const turnsBack = (each: string) => succession(each, all).steps.some(({ to }) => to === each)
      return (
        [...reached]
          .filter(each => !leaves(each))
          .sort()
          .join() === [...current].sort().join() &&
        cycles.every(turnsBack) &&
        [...reached].some(turnsBack) === cycles.length > 0
      )
    }),
    { numRuns: 300 },
  )
  t.pass()
})

t.test('a long chain needs no stack', async t => {
  const long = Array.from({ length: 20_000 }, (_, n) => change([`${n}`], [`${n + 1}`]))
  t.strictSame(succession('0', long).current, ['20000'])
})

const SCED = join(import.meta.dirname, '../../../../shared/data/reference')
const there = ['sced_recodes.csv', 'sced_archived.csv'].every(name => existsSync(join(SCED, name)))

t.test(
  'the recodes of SCED lead somewhere',
  { skip: there ? false : 'needs SCED in ../shared/data/reference' },
  async t => {
    const cells = (name: string) =>
      readFileSync(join(SCED, name), 'utf8')
        .split('\n')
        .slice(1)
        .filter(line => line !== '')
        .map(splitLine)
    const recodes = cells('sced_recodes.csv').map(([old = '', , to = '']) => change([old], to.split(';')))
    const archived = cells('sced_archived.csv').map(([old = '', , , to = '']) =>
      change([old], to === '' ? [] : to.split(';'), null, { kind: 'Archived' }),
    )
    const twofold = recodes.filter(({ to }) => to.length === 2)
    t.strictSame([recodes.length, twofold.length, archived.length], [760, 34, 478])
    const all = [...recodes, ...archived]
    const found = recodes.map(({ from: [old = ''] }) => succession(old, all))
    t.ok(
      found.some(({ steps }) => steps.length > 1 && new Set(steps.map(({ from }) => from)).size > 1),
      'some have gone twice',
    )
    t.ok(found.every(({ current, open, cycles }) => current.length + open.length + cycles.length > 0))
    t.comment(`${found.filter(({ cycles }) => cycles.length > 0).length} turn back`)
    t.comment(`${found.filter(({ current }) => current.length > 1).length} lead to more than one code`)
    t.comment(`${found.filter(({ open }) => open.length > 0).length} end where nobody says what follows`)
  },
)

/** Quoted cells hold commas, and no cell of these files a line break. */
const splitLine = (line: string): string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) => quoted ?? plain ?? '')
