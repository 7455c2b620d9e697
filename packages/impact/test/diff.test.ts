import type { OperationInput } from '@cte-align/contracts'
import t from 'tap'
import { diff, treeOf } from '../src/index.ts'
import { apply, id, item, MCS, newItem, release, sectors } from './builders.ts'

function changes(...operations: OperationInput[]) {
  const base = sectors(
    item('standard', 'ICT.B6.0', 'ICT.B', { position: 1, title: 'Plan, install, and maintain networks.' }),
  )
  const { tree, notes } = apply(base, ...operations)
  return diff(base, tree, release, notes)
}
const told = (...operations: OperationInput[]) =>
  changes(...operations).map(each => `${each.item.key} ${each.class} ${each.rule}`)

t.test('each change has a class and names the rule that chose it', async t => {
  const rows: [OperationInput, string[]][] = [
    [{ op: 'add', parent: 'ICT', item: newItem('pathway', 'D') }, ['ICT.D added existence/added']],
    [{ op: 'recode', item: 'ICT.B', code: 'N' }, ['ICT.N recode code/recoded']],
    [{ op: 'retitle', item: 'ICT', title: 'Digital Technology' }, ['ICT label title/container-retitled']],
    [{ op: 'retitle', item: 'ICT', title: 'Title, of ICT' }, ['ICT editorial title/spelling-only']],
    [{ op: 'revise', item: 'ICT.B5.0', title: 'Other' }, ['ICT.B5.0 substantive wording/reworded']],
    [
      { op: 'revise', item: 'ICT.B6.0', title: 'Plan and maintain networks.' },
      ['ICT.B6.0 scope-narrowed wording/list-member-removed'],
    ],
    [{ op: 'revise', item: 'ICT', scopeNote: 'Excludes welding.' }, ['ICT scope-narrowed wording/exclusion-added']],
    [{ op: 'move', item: 'ICT.B', parent: 'EEU' }, ['EEU.B moved place/new-parent']],
    [{ op: 'move', item: 'ICT.B', parent: 'ICT' }, ['ICT.B editorial place/order-only']],
    [
      { op: 'retire', item: 'EEU.A', successors: 'none' },
      ['EEU.A retired existence/retired', 'EEU.A1.0 retired existence/retired-within'],
    ],
    [
      { op: 'merge', items: ['ICT.B5.0', 'ICT.B6.0'], into: { existing: 'ICT.C1.0' } },
      [
        'ICT.B5.0 merged existence/merged',
        'ICT.B5.3 moved place/new-parent',
        'ICT.B6.0 merged existence/merged',
        'ICT.C1.0 scope-broadened existence/takes-over',
      ],
    ],
    [
      { op: 'retire', item: 'EEU.A1.0', successors: [{ framework: 'ca-mcs-2013', item: 'ICT.C1.0' }] },
      ['EEU.A1.0 retired existence/retired', 'ICT.C1.0 scope-broadened existence/takes-over'],
    ],
    [
      { op: 'split', item: 'EEU.A1.0', into: [newItem('standard', 'A1.1'), newItem('standard', 'A1.2')] },
      ['EEU.A1.0 split existence/split', 'EEU.A1.1 added existence/added', 'EEU.A1.2 added existence/added'],
    ],
  ]
  for (const [operation, expected] of rows) t.strictSame(told(operation), expected, operation.op)
})

t.test('texts of one item that change in one class keep it, and in several are substantive', async t => {
  const both = { title: 'Plan and maintain networks.', scopeNote: 'Excludes welding.' }
  t.strictSame(told({ op: 'revise', item: 'ICT.B6.0', ...both }), [
    'ICT.B6.0 scope-narrowed wording/list-member-removed',
  ])
  t.strictSame(told({ op: 'revise', item: 'ICT.B6.0', ...both, text: 'More.' }), [
    'ICT.B6.0 substantive wording/several-fields',
  ])
})

t.test('an item has one change for each aspect, in the order of keys', async t => {
  const found = told(
    { op: 'move', item: 'ICT.B5.0', parent: 'ICT.C' },
    { op: 'recode', item: 'ICT.B5.0', code: 'C2.0' },
    { op: 'retitle', item: 'EEU', title: 'Energy' },
  )
  t.strictSame(found, [
    'EEU label title/container-retitled',
    'ICT.C2.0 recode code/recoded',
    'ICT.C2.0 moved place/new-parent',
  ])
})

t.test('a change holds just what differs, both fingerprints, and after a move the new ancestors', async t => {
  const [change] = changes({ op: 'move', item: 'ICT.B', parent: 'EEU' })
  t.equal(change?.id, `ca-mcs-2013@2:${id('ICT.B')}:place`)
  t.strictSame(change?.before, { parent: id('ICT'), position: 0 })
  t.strictSame(change?.after, { parent: id('EEU'), position: 1 })
  t.strictSame(
    change?.lineage?.map(ref => ref.key),
    ['EEU'],
  )
  t.not(change?.fingerprints.before, change?.fingerprints.after)
  const [reordered] = changes({ op: 'move', item: 'ICT.B', parent: 'ICT' })
  t.equal(reordered?.lineage, null)
  t.equal(reordered?.fingerprints.before, reordered?.fingerprints.after)
})

t.test('a person may override the class; the class of the rule stays on record', async t => {
  const override = { class: 'editorial', reason: 'same meaning, says the committee' } as const
  const [change] = changes({ op: 'revise', item: 'ICT.B5.0', title: 'Other', override })
  t.match(change, { class: 'editorial', rule: 'wording/reworded' })
  t.strictSame(change?.override, { ruleClass: 'substantive', reason: override.reason, by: 'editor' })
})

t.test('an override ends with the next operation on the same words', async t => {
  const override = { class: 'editorial', reason: 'same meaning, says the committee' } as const
  const [change] = changes(
    { op: 'revise', item: 'ICT.B5.0', title: 'Other', override },
    { op: 'revise', item: 'ICT.B5.0', title: 'Quite another' },
  )
  t.match(change, { class: 'substantive', override: null })
})

t.test('a retired item is named as it was, with its successors and the container that took it along', async t => {
  const found = changes({ op: 'recode', item: 'EEU', code: 'EN' }, { op: 'retire', item: 'EN.A', successors: 'none' })
  t.match(found.slice(0, 2), [
    { item: { key: 'EEU.A' }, successors: 'none', within: null },
    { item: { key: 'EEU.A1.0' }, successors: 'unknown', within: id('EEU.A') },
  ])
})

t.test('what comes back is added, and what came and went concerns nobody', async t => {
  const base = apply(sectors(), { op: 'retire', item: 'EEU', successors: 'none' }).tree
  const { tree } = apply(base, { op: 'restore', item: 'EEU' })
  t.strictSame(
    new Set(diff(base, tree, release).map(each => `${each.class} ${each.rule}`)),
    new Set(['added existence/restored']),
  )
  const add: OperationInput = { op: 'add', parent: 'ICT', item: newItem('pathway', 'D') }
  t.strictSame(told(add, { op: 'retire', item: 'ICT.D', successors: 'none' }), [
    'ICT.D editorial existence/never-in-force',
  ])
})

t.test('an item that a tree lacks altogether is retired, its successors unknown', async t => {
  const lesser = treeOf(
    MCS,
    [...sectors().items.values()].filter(each => each.code !== 'P1'),
  )
  t.match(diff(sectors(), lesser, release), [
    { class: 'retired', rule: 'existence/removed', successors: 'unknown', fingerprints: { after: null } },
  ])
})
