import type { Cause, ItemKind, Path } from '@cte-align/contracts'
import t from 'tap'
import { causeInWords, pathInWords } from '../src/in-words.ts'
import { dependent, ref } from './builders.ts'

const named = (key: string, title: string, kind: ItemKind = 'sector') => ({ ...ref(key, kind), title })
const eu = dependent('CTE/R4T/EU')
const across = { edge: 'across', crosswalk: 'x', relationId: 'r', relation: 'related', state: 'draft' } as const

t.test('a path names containers by key and title, statements by key, and every edge', async t => {
  const path: Pick<Path, 'steps'> = {
    steps: [
      { edge: 'change', item: named('energy', 'Energy & Natural Resources', 'cluster') },
      { ...across, item: named('EEU', 'Energy, Environment, and Utilities') },
      { edge: 'link', link: 'l', dependent: eu, basis: 'subject code EU' },
    ],
  }
  t.equal(
    pathInWords(path),
    'cluster energy "Energy & Natural Resources"' +
      ' > related to EEU "Energy, Environment, and Utilities" (draft crosswalk relation)' +
      ' > linked to CTE/R4T/EU (subject code EU)',
  )
  t.equal(
    pathInWords({
      steps: [
        { edge: 'change', item: named('ICT.B5.3', 'A whole sentence.', 'standard') },
        { edge: 'up', item: named('ICT.B', 'Networking', 'pathway') },
        { edge: 'down', item: named('ICT.C', 'Software', 'pathway') },
        { edge: 'link', link: 'l', dependent: dependent('7600'), basis: 'title match' },
        { edge: 'rule', rule: '7600:TC1/R1S/ITE', dependent: dependent('TC1/R1S/ITE'), basis: '80004(c)' },
      ],
    }),
    'standard ICT.B5.3 > which belongs to ICT.B "Networking" > ICT.C "Software" below it' +
      ' > linked to 7600 (title match) > TC1/R1S/ITE through assignment rule 7600:TC1/R1S/ITE',
  )
})

t.test('a cause says its class, its gravest path, and what is doubtful or undecided', async t => {
  const steps: Path['steps'] = [
    { edge: 'change', item: named('ICT', 'Information') },
    { edge: 'link', link: 'l', dependent: eu, basis: 'test' },
  ]
  const path: Path = { steps, severity: 'review', doubts: ['unverified-link'] }
  const change = { id: 'x', rule: 'r', item: ref('ICT'), aspect: 'existence', before: null, after: null } as const
  const cause: Cause = {
    id: 'c',
    change: { ...change, class: 'split' },
    order: 1,
    severity: 'review',
    doubts: ['unverified-link'],
    paths: [path, path],
    assignment: 'undecided',
    fingerprint: 'f',
  }
  const way = 'sector ICT "Information" > linked to CTE/R4T/EU (test)'
  t.equal(causeInWords(cause), `split: ${way} (and 1 more path) [unverified-link] (where it goes: undecided)`)
  const assigned = { ...cause, paths: [path], doubts: [], assignment: named('ICT.X', 'Half', 'pathway') }
  t.equal(causeInWords(assigned), `split: ${way} (goes to ICT.X "Half")`)
  const retitled: Cause = {
    ...cause,
    change: {
      ...change,
      class: 'label',
      aspect: 'title',
      before: { title: 'Informatics' },
      after: { title: 'Information' },
    },
    paths: [path],
    doubts: [],
    assignment: null,
  }
  t.match(causeInWords(retitled), 'label: sector ICT "Information", until then "Informatics" > linked to')
})
