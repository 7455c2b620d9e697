import t from 'tap'
import { classifyWording } from '../src/index.ts'

type Row = [before: string | null, after: string | null]

const all = (t: { equal: (a: string, b: string, title: string) => unknown }, rows: Row[], expected: string): void => {
  for (const [before, after] of rows) t.equal(classifyWording(before, after).class, expected, `${before} -> ${after}`)
}

t.test('the same words written differently are editorial', async t => {
  all(
    t,
    [
      ['Plan, install and maintain networks', 'Plan, install, and maintain networks.'],
      ['Arts, Entertainment, & Design', 'Arts, Entertainment, and Design'],
      ['“Well-being” – a plan', '"well being" - a plan'],
      ['Caf\u00e9 service', 'Cafe\u0301 service'],
      ['a  b\u00a0c', 'A b c'],
      ['grades 9\u201312', 'grades 9-12'],
      [null, ''],
    ],
    'editorial',
  )
})

t.test('a word, a digit or a sign more or less is not editorial', async t => {
  all(
    t,
    [
      ['Do not share data.', 'Do share data.'],
      ['Use tools.', 'Use tools safely.'],
      ['See 5.10', 'See 5.1'],
      ['1,000 hours', '100 hours'],
      ['at 50%', 'at 50'],
      ['temperature < 5', 'temperature > 5'],
      ['C++', 'C'],
      ['between -5 and 5', 'between 5 and 5'],
      ['.5 inch', '5 inch'],
      ['10\u00b2', '102'],
      ["5' long", '5" long'],
      ['students and teachers', 'teachers and students'],
      ['A or B', 'A and B'],
      ["can't", 'cant'],
    ],
    'substantive',
  )
})

t.test('a list that loses one member and nothing else is narrower, and the inverse broader', async t => {
  const rows: Row[] = [
    ['Plan, install, and maintain networks.', 'Plan and maintain networks.'],
    ['Plan, install, and maintain networks.', 'Install and maintain networks.'],
    ['Explain plants, animals, and soils.', 'Explain plants and animals.'],
    ['Explain plants, animals, and soils.', 'Explain animals and soils.'],
    ['Explain plants and animals.', 'Explain plants.'],
    ['First part. Covers wood, metal, or stone. Last part.', 'First part. Covers wood or stone. Last part.'],
  ]
  all(t, rows, 'scope-narrowed')
  all(
    t,
    rows.map(([a, b]) => [b, a]),
    'scope-broadened',
  )
  t.equal(classifyWording(...rows[0]!).rule, 'wording/list-member-removed')
})

t.test('what only looks like a list is not taken for one', async t => {
  const rows: Row[] = [
    ['Work, under supervision, and report', 'Work and report'],
    ['Foods, drinks, and materials', 'Foods, drinks, and organic materials'],
    ['Plan, install, and maintain networks', 'Plan or maintain networks'],
    ['Plan, install, and maintain networks', 'Plan, and maintain small networks'],
    ['Plan, safely install, and maintain', 'Plan, install, and maintain'],
    ['Never share names, marks, and addresses.', 'Never share names and addresses.'],
    ['Name plants, animals, and soils.', 'Name plants.'],
    ['Students, in the lab, measure and record', 'Students, measure and record'],
  ]
  all(t, rows, 'substantive')
  all(
    t,
    rows.map(([a, b]) => [b, a]),
    'substantive',
  )
})

t.test('an exclusion that comes narrows, and one that goes broadens', async t => {
  const rows: Row[] = [
    [null, 'Excludes welding and casting.'],
    ['Covers metalwork.', 'Covers metalwork. Does not include welding.'],
    ['Covers metalwork.', 'Covers metalwork, except welding.'],
    ['Covers metalwork. Grades 9-12.', 'Covers metalwork. This pathway excludes welding. Grades 9-12.'],
    ['Excludes welding and casting.', 'Excludes welding, casting, and milling.'],
  ]
  all(t, rows, 'scope-narrowed')
  all(
    t,
    rows.map(([a, b]) => [b, a]),
    'scope-broadened',
  )
})

t.test('an exclusion within an exclusion, or beside other words, is substantive', async t => {
  all(
    t,
    [
      ['Does not cover metal.', 'Does not cover metal, except iron.'],
      ['Covers metalwork.', 'Covers metalwork. Excludes all but welding, except casting.'],
      ['Covers metalwork.', 'Covers woodwork. Excludes welding.'],
      ['A', 'A excludes'],
    ],
    'substantive',
  )
})

t.test('a text that comes or goes is substantive', async t => {
  t.strictSame(classifyWording(null, 'Covers networks.'), { class: 'substantive', rule: 'wording/text-added' })
  t.strictSame(classifyWording('Covers networks.', null), { class: 'substantive', rule: 'wording/text-removed' })
  t.equal(classifyWording('A plan.', 'Another thing.').rule, 'wording/reworded')
})
