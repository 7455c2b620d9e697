import { ChangeClass } from '@cte-align/contracts'
import t from 'tap'
import { compareSeverity, SEVERITY, severityOfPath, worst } from '../src/index.ts'
import { cluster, ref } from './builders.ts'

t.test('the table says this, class by class and leg by leg', async t => {
  const rows = ChangeClass.options.map(each => {
    const { own, up, equivalent, broader, narrower, related } = SEVERITY[each]
    return [each, own, up, equivalent, broader, narrower, related].join(' ')
  })
  t.strictSame(rows, [
    'editorial notice notice notice notice notice notice',
    'label notice notice notice notice notice notice',
    'recode review notice notice notice notice notice',
    'scope-narrowed breaking review breaking breaking breaking breaking',
    'scope-broadened review notice review review review review',
    'substantive review review review review review review',
    'moved breaking review breaking breaking breaking breaking',
    'merged breaking review breaking breaking breaking breaking',
    'split breaking review breaking breaking breaking breaking',
    'retired breaking review breaking breaking breaking breaking',
    'added notice notice notice notice notice notice',
  ])
})

t.test('a label change never outranks a retirement, whatever the leg', async t => {
  for (const leg of ['own', 'up', 'equivalent', 'broader', 'narrower', 'related'] as const)
    t.ok(compareSeverity(SEVERITY.label[leg], SEVERITY.retired[leg]) <= 0, leg)
})

t.test('a path is as severe as the least of its legs', async t => {
  const steps = [
    { edge: 'change', item: ref('ICT.B5.0', 'standard') },
    { edge: 'up', item: ref('ICT.B', 'pathway') },
    {
      edge: 'across',
      item: cluster('DT'),
      crosswalk: 'x',
      relationId: 'r',
      relation: 'equivalent',
      state: 'accepted',
    },
  ] as const
  t.equal(severityOfPath('retired', steps, { doubts: [], wildcard: false }), 'review')
  t.equal(severityOfPath('retired', [steps[0], steps[2]], { doubts: [], wildcard: false }), 'breaking')
  t.equal(severityOfPath('recode', [steps[0], steps[2]], { doubts: [], wildcard: false }), 'notice')
})

t.test('a doubt keeps a path at review, and so does a wildcard link', async t => {
  const own = [{ edge: 'change', item: ref('ICT') }] as const
  t.equal(severityOfPath('retired', own, { doubts: ['unverified-link'], wildcard: false }), 'review')
  t.equal(severityOfPath('retired', own, { doubts: [], wildcard: true }), 'review')
  t.equal(severityOfPath('label', own, { doubts: ['unverified-link'], wildcard: true }), 'notice')
})

t.test('the worst of severities is breaking, then review, then notice', async t => {
  t.equal(worst(), 'notice')
  t.equal(worst('notice', 'breaking', 'review'), 'breaking')
  t.strictSame(['review', 'notice', 'breaking'].sort(compareSeverity as never), ['notice', 'review', 'breaking'])
})
