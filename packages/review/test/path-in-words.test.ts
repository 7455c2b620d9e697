import type { Cause, Path } from '@cte-align/contracts'
import t from 'tap'
import { causeInWords, pathInWords } from '../src/path-in-words.ts'
import { dependent, ref } from './builders.ts'

const named = (key: string, title: string) => ({ ...ref(key), title })
const to = dependent('CTE/R4T/EU')
const across = { edge: 'across', crosswalk: 'x', relationId: 'r', relation: 'related', state: 'draft' } as const

t.test('a path names containers by title, statements by key, relations by their word', async t => {
  const path: Pick<Path, 'steps'> = {
    steps: [
      { edge: 'change', item: named('ENR', 'Energy & Natural Resources') },
      { ...across, item: named('EEU', 'Energy, Environment, and Utilities') },
      { edge: 'link', link: 'l', dependent: to, basis: 'test' },
    ],
  }
  t.equal(
    pathInWords(path),
    'Energy & Natural Resources -> (related, draft) -> Energy, Environment, and Utilities -> CTE/R4T/EU',
  )
  t.equal(
    pathInWords({
      steps: [
        { edge: 'change', item: ref('ICT.B5.3') },
        { edge: 'up', item: named('ICT.B', 'Networking') },
        { ...across, relation: 'equivalent', state: 'accepted', item: named('DTC', 'Digital Technology') },
        { edge: 'link', link: 'l', dependent: dependent('7600'), basis: 'test' },
        { edge: 'rule', rule: 'r', dependent: to, basis: 'test' },
      ],
    }),
    'ICT.B5.3 -> Networking -> (equivalent) -> Digital Technology -> 7600 -> (assignment rule) -> CTE/R4T/EU',
  )
})

t.test('a cause says its class, its gravest path, and what is doubtful or undecided', async t => {
  const steps: Path['steps'] = [
    { edge: 'change', item: named('ICT', 'Information') },
    { edge: 'link', link: 'l', dependent: to, basis: 'test' },
  ]
  const path: Path = { steps, severity: 'review', doubts: ['unverified-link'] }
  const cause: Cause = {
    id: 'c',
    change: { id: 'x', class: 'split', rule: 'r', item: ref('ICT'), aspect: 'existence', before: null, after: null },
    order: 1,
    severity: 'review',
    doubts: ['unverified-link'],
    paths: [path, path],
    assignment: 'undecided',
    fingerprint: 'f',
  }
  t.equal(
    causeInWords(cause),
    'split: Information -> CTE/R4T/EU (and 1 more path) [unverified-link]; assigned to nobody yet',
  )
})
