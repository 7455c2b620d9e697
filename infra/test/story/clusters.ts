// A cluster is narrowed, its crosswalk decided on, a sector retired: what two frameworks side by side do to each other's dependents.
import type { Test } from 'tap'
import type { Proposed } from '../../seed/changes.ts'
import { byRuleAlone, codes, find, holdersOf, keys, LAW_ON_SECTORS, linked, type Story } from './story.ts'

const ENERGY = '7600 7610 7611 7612 7620 7621 7622 7630 7631 7632'
const AGRICULTURE =
  '7100 7110 7111 7112 7120 7121 7122 7130 7131 7132 7133 7134 7135 7140 7141 7142 7150 7151 7152 7160 7161 7162 7163 7164 7165 7170 7171 7172'
const ENGINEERING = '7700 7710 7711 7720 7721 7730 7731 7740 7741'
const CROSSWALK = '/crosswalks/ca-mcs-2013-to-ca-cte-clusters/relations'

const narrow = (...excluded: string[]): Proposed => ({
  framework: 'ca-cte-clusters',
  title: `Energy & Natural Resources without ${excluded.join(', ')} (hypothetical)`,
  operations: [
    {
      op: 'revise',
      item: 'energy-natural-resources',
      scopeNote: excluded.map(what => `Excludes ${what} (hypothetical).`).join(' '),
    },
  ],
})

async function decide(story: Story, decision: 'accept' | 'reject'): Promise<string> {
  const { items } = await story.standards.get<{ items: { id: string; from: { key: string }; to: { key: string } }[] }>(
    `${CROSSWALK}?item=EEU`,
  )
  const relation = items.find(({ to }) => to.key === 'energy-natural-resources')!
  const path = `${CROSSWALK}/${relation.id}`
  const matching = async () => ({ 'if-match': (await story.standards.read(path)).etag! })
  const reason = `To see what it does (${decision}, hypothetical)`
  if (decision === 'accept') await story.standards.post(`${path}/review`, { reason }, await matching())
  await story.standards.post(`${path}/decision`, { decision, reason }, await matching())
  return relation.id
}

export async function clusters(t: Test, story: Story): Promise<void> {
  await t.test('a narrower cluster reaches three sectors through the draft crosswalk, for review at most', async t => {
    const told = await story.tell(t, narrow('forestry'))
    t.strictSame(
      told.previewed.changes.map(change => change.class),
      ['scope-narrowed'],
    )
    t.strictSame(linked(told.ctc.flags), holdersOf('EU', 'ANR', 'ED'))
    t.strictSame(linked(told.calpads.flags), codes(`7000 ${ENERGY} ${AGRICULTURE} ${ENGINEERING}`))
    t.equal(linked(told.calpads.flags).length, 10 + 28 + 9 + 1)
    for (const flag of [...told.ctc.flags, ...told.calpads.flags]) {
      t.not(flag.severity, 'breaking', flag.dependent.key)
      t.ok(
        flag.causes.every(cause => cause.doubts.includes('unverified-relation')),
        `${flag.dependent.key} rests on a draft relation, and says so`,
      )
    }
    const [cause] = find(told.ctc.flags, 'CTE/R4T/EU').causes
    t.match(
      cause!.paths[0]!.steps.map(step => step.edge),
      ['change', 'across', 'link'],
      'the path goes through the crosswalk',
    )
    t.match(
      told.previewed.notes.map(note => note.code),
      ['CTE_NOTE_NO_DEPENDENT_OF_ITS_OWN', 'CTE_NOTE_NO_DEPENDENT_OF_ITS_OWN', 'CTE_NOTE_UNVERIFIED_RELATIONS'],
    )
  })

  await t.test(
    'once the relation is accepted, the next release breaks what verifiably hangs on its sector',
    async t => {
      await decide(story, 'accept')
      const told = await story.tell(t, narrow('forestry', 'mining'))
      t.strictSame(
        told.previewed.changes.map(change => change.class),
        ['scope-narrowed'],
      )
      const grave = (key: string) => find([...told.ctc.flags, ...told.calpads.flags], key).severity
      for (const key of ['CTE/R4T/EU', 'AETC/R4FA/EU', 'BIPT/_/EU', ...codes(ENERGY)])
        t.equal(grave(key), 'breaking', key)
      for (const key of ['TC4T/R4T/EU', '7000', ...holdersOf('ANR', 'ED'), ...codes(`${AGRICULTURE} ${ENGINEERING}`)])
        t.equal(grave(key), 'review', key)
    },
  )

  await t.test('a rejected relation leads nowhere', async t => {
    const rejected = await decide(story, 'reject')
    const told = await story.tell(t, narrow('forestry', 'mining', 'quarrying'))
    t.strictSame(linked(told.ctc.flags), holdersOf('ANR', 'ED'))
    t.strictSame(linked(told.calpads.flags), codes(`7000 ${AGRICULTURE} ${ENGINEERING}`))
    const steps = [...told.ctc.flags, ...told.calpads.flags].flatMap(({ causes }) =>
      causes.flatMap(({ paths }) => paths.flatMap(path => path.steps)),
    )
    t.notOk(steps.some(step => step.edge === 'across' && step.relationId === rejected))
  })

  await t.test(
    'a retired sector breaks its authorizations and course codes, names the successor, and touches no other sector',
    async t => {
      const told = await story.tell(t, {
        framework: 'ca-mcs-2013',
        title: 'Energy, Environment, and Utilities retires (hypothetical)',
        operations: [
          {
            op: 'retire',
            item: 'EEU',
            successors: [{ framework: 'ca-cte-clusters', item: 'energy-natural-resources' }],
          },
        ],
      })
      const flags = [...told.ctc.flags, ...told.calpads.flags]
      t.strictSame(linked(told.ctc.flags), [...LAW_ON_SECTORS, ...holdersOf('EU')].sort())
      for (const key of LAW_ON_SECTORS) t.equal(find(flags, key).severity, 'review', key)
      t.match(find(flags, 'EC 44260.9').causes, [
        { doubts: [], paths: [{ steps: [{ edge: 'change' }, { edge: 'link', basis: /fifteen/ }] }] },
      ])
      t.match(find(flags, '5 CCR 80025.5').causes, [{ doubts: ['unverified-link'] }])
      for (const key of ['CTE/R4T/EU', 'AETC/R4FA/EU', 'BIPT/_/EU']) t.equal(find(flags, key).severity, 'breaking', key)
      t.equal(find(flags, 'TC4T/R4T/EU').severity, 'review', 'the pairing of TC4T is not verified')
      t.strictSame(linked(told.calpads.flags), codes(`7000 ${ENERGY}`))
      for (const key of codes(ENERGY)) {
        const flag = find(told.calpads.flags, key)
        t.equal(flag.severity, 'breaking', key)
        const rules = flag.causes
          .filter(({ order }) => order === 2)
          .flatMap(({ paths }) => paths.map(({ steps }) => steps.at(-1)!))
        t.ok(rules.length > 0 && rules.every(step => step.edge === 'rule'), `${key} says that its rules are at risk`)
      }
      t.strictSame(
        keys(flags).filter(key => /^71|\/ANR$/.test(key)),
        [],
        'nothing of Agriculture',
      )
      t.match(told.previewed.changes.find(change => change.item.key === 'EEU')!.successors, [
        { framework: 'ca-cte-clusters', key: 'energy-natural-resources' },
      ])
      t.strictSame(
        byRuleAlone(told.ctc.flags),
        ['TC1/R1S/ITE', 'TC1/R1S/ITEX'],
        'whom the rules of the ten codes admit as well',
      )
    },
  )
}
