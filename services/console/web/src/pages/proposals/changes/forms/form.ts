import type { Draft, ItemKind, OpName } from '../draft.ts'
import type { Missing } from '../operation.ts'

/** What the form of every operation gets. `missing` is empty until somebody has tried to save. */
export interface FormProps {
  draft: Draft
  set: (changes: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void
  missing: Missing
}

export const OPERATIONS = {
  retitle: 'Retitle a sector, pathway, cluster or sub-cluster',
  revise: 'Revise the wording of a standard, or a scope',
  recode: 'Recode: another code for the same item',
  add: 'Add a new item',
  move: 'Move an item with all below it',
  split: 'Split one item into several',
  merge: 'Merge several items into one',
  retire: 'Retire an item',
  restore: 'Restore a retired item',
  map: 'Map to an item of another framework',
  unmap: 'Take a mapping away',
} as const satisfies Record<OpName, string>
export const isOp = (word: string): word is OpName => word in OPERATIONS

export const KINDS = [
  'sector',
  'pathway',
  'cluster',
  'sub-cluster',
  'anchor',
  'standard',
  'indicator',
  'practice',
  'program',
  'occupation',
] as const satisfies readonly ItemKind[]
export const KIND_OPTIONS = KINDS.map(kind => [kind, kind] as const)
export const kindFrom = (word: string): ItemKind => KINDS.find(kind => kind === word) ?? 'pathway'
