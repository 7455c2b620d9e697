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

t.test('what is said otherwise with the same meaning is editorial', async t => {
  const rows: Row[] = [
    ['Analyse colour in the centre', 'Analyze color in the center'],
    ["It's labelled; don't open it.", 'It is labeled; do not open it.'],
    ['Ask no fewer than two suppliers prior to ordering.', 'Ask 2 or more suppliers before ordering.'],
    ['Staff shall use GPS.', 'Staff must use Global Positioning System.'],
    ['Keep below 41 °F, at 50%', 'Keep below 41 degrees Fahrenheit, at 50 percent'],
    ['E-commerce co-workers', 'Ecommerce coworkers'],
    ['Drive 1,000 miles', 'Drive 1000 miles'],
  ]
  all(t, rows, 'editorial')
  all(
    t,
    rows.map(([a, b]) => [b, a]),
    'editorial',
  )
  t.equal(classifyWording(...rows[0]!).rule, 'wording/same-in-other-words')
})

t.test('words that look alike, or mean the same only at times, are substantive', async t => {
  all(
    t,
    [
      ['hazardous waste', 'nonhazardous waste'],
      ['interstate law', 'intrastate law'],
      ['signs of hypoglycemia', 'signs of hyperglycemia'],
      ['A learner may drive.', 'A learner can drive.'],
      ['Re-sign the lease.', 'Resign the lease.'],
      ['a four-storey house', 'a four-story house'],
      ['more than two', 'two or more'],
      ['up to five', 'at most five'],
    ],
    'substantive',
  )
})

t.test('a comma, a stop, a hyphen or a capital that may matter is substantive, with the same words', async t => {
  const rows: Row[] = [
    ['Inspect pumps which leak.', 'Inspect pumps, which leak.'],
    ['Sell fruit, trees, and vines.', 'Sell fruit trees and vines.'],
    ['Never smoke. Inside, wear a mask.', 'Never smoke inside. Wear a mask.'],
    ['Install windows.', 'Install Windows.'],
    ['Lay twenty four-inch pipes', 'Lay twenty-four inch pipes'],
    ['Care for two year-olds.', 'Care for two-year-olds.'],
  ]
  all(t, rows, 'substantive')
  t.equal(classifyWording(...rows[0]!).rule, 'wording/punctuation-may-matter')
  t.equal(classifyWording(...rows[3]!).rule, 'wording/capital-may-matter')
})

t.test('a list that loses members and nothing else is narrower, and the inverse broader', async t => {
  const rows: Row[] = [
    ['Plan, install, and maintain networks.', 'Plan and maintain networks.'],
    ['Plan, install, and maintain networks.', 'Install and maintain networks.'],
    ['Explain plants, animals, and soils.', 'Explain plants and animals.'],
    ['Explain plants, animals, and soils.', 'Explain animals and soils.'],
    ['Explain plants and animals.', 'Explain plants.'],
    ['Name plants, animals, and soils.', 'Name plants.'],
    [
      'Plan tours and meals, and price each leg in dollars and hours.',
      'Plan tours and meals, and price each leg in dollars.',
    ],
    ['Groups programmes on bus, tram, rail, and ferry travel.', 'Groups programs on bus, tram and rail travel.'],
    ['Install arrays on roofs and on the ground.', 'Install arrays on roofs.'],
    ['Enter invoices, receipts, etc. in the ledger.', 'Enter invoices and receipts in the ledger.'],
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
    ['Students, in the lab, measure and record', 'Students, measure and record'],
    ['Hire workers who are trained and certified.', 'Hire workers who are trained.'],
    ['Admit those holding a license and a permit.', 'Admit those holding a license.'],
    ['Paint clean and dry surfaces.', 'Paint clean surfaces.'],
    ['Use safe, legal, and ethical methods.', 'Use safe and ethical methods.'],
    ['Use tools such as saws and drills.', 'Use tools such as saws.'],
    ['Work after training and certification.', 'Work after training.'],
    ['Prohibit knives and guns.', 'Prohibit knives.'],
    ['Mix flour and water.', 'Mix flour.'],
    ['Check oil, then water, and then air.', 'Check oil and then air.'],
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
    ['Excludes forestry.', 'Excludes forestry and mining.'],
    ['Covers floors, with the exception of tile, for homes.', 'Covers floors, except tile and stone, for homes.'],
    ['Covers cars.', 'Covers cars, but not trucks.'],
    ['Covers cars (new or used).', 'Covers cars (new or used), other than trucks.'],
    ['Hair care for learners under 18.', 'Hair care, excluding dyeing, for learners under 18.'],
    [null, 'Limited to cars under warranty.'],
    ['Covers cars.', 'Covers cars, limited to repair.'],
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
      ['Excludes forestry.', 'Excludes forestry, except fishing and mining.'],
      ['Covers baking.', 'Covers baking, except when supervised.'],
      ['Covers baking.', 'Covers baking, not limited to bread.'],
      [
        'Covers tile, excluding stone, in homes, shops, and schools.',
        'Covers tile, excluding stone, in homes and shops.',
      ],
    ],
    'substantive',
  )
})

t.test('some for all, a qualifier after "each", and a shorter range of grades or ages narrow', async t => {
  const rows: Row[] = [
    ['Explain all rules of the road.', 'Explain selected rules of the road.'],
    ['Monitor each machine on the line.', 'Monitor each critical machine on the line.'],
    ['For pupils in grades 9-12.', 'For pupils in grades 10\u201312.'],
    ['For children aged two to six.', 'For children aged three to five.'],
    ['For grades K-12', 'For grades 1 through 12'],
  ]
  all(t, rows, 'scope-narrowed')
  all(
    t,
    rows.map(([a, b]) => [b, a]),
    'scope-broadened',
  )
})

t.test('the same words elsewhere say something else', async t => {
  const rows: Row[] = [
    ['Leave if all tests fail.', 'Leave if some tests fail.'],
    ['Never share any data.', 'Never share some data.'],
    ['Explain all risks.', 'Explain all other risks.'],
    ['For grades 9-11', 'For grades 10-12'],
    ['Store at 3 to 5 degrees.', 'Store at 2 to 6 degrees.'],
  ]
  all(t, rows, 'substantive')
  all(
    t,
    rows.map(([a, b]) => [b, a]),
    'substantive',
  )
})

t.test('a text that comes or goes is substantive', async t => {
  t.strictSame(classifyWording(null, 'Covers networks.'), { class: 'substantive', rule: 'wording/text-added' })
  t.strictSame(classifyWording('Covers networks.', null), { class: 'substantive', rule: 'wording/text-removed' })
  t.equal(classifyWording('A plan.', 'Another thing.').rule, 'wording/reworded')
})
