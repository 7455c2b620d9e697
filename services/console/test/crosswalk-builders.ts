// Small crosswalks for tests: an item is named by its key, a relation by its ends.
import type { CoveredItem, EndItem, Relation } from '../web/src/pages/crosswalk/words.ts'

export const end = (key: string): EndItem => ({ framework: 'mcs', id: key, key, kind: 'sector', title: `The ${key}` })

export const covered = (...keys: string[]): CoveredItem[] =>
  keys.map(key => ({ item: end(key), answer: 'mapped', cardinality: 'one-to-one', counterparts: 1, surest: 'draft' }))

export const relation = (from: string, to: string | null, given: Partial<Relation> = {}): Relation => ({
  ...{ id: `${from} ${to ?? 'none'}`, crosswalk: 'mcs-to-clusters', from: end(from), to: to === null ? null : end(to) },
  ...{ relation: to === null ? 'none' : 'related', state: 'draft', originalWord: null, author: 'seed' },
  ...{ pinned: { from: 'mcs@1', to: 'clusters@1' }, decision: null, version: 1, removedIn: null, moved: false },
  provenance: { source: 'a test', verified: false, note: null },
  ...given,
})
