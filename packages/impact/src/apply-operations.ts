import type { ItemRef, Operation, Relation, ReleaseRef } from '@cte-align/contracts'
import type { Notes } from './notes.ts'
import type { Tree } from './tree.ts'

export type OperationContext = {
  /** Id of the proposal: new items get ids computed from it. */
  proposal: string
  /** The release that the proposal would become. */
  release: ReleaseRef
  /** Looks an item of another framework up, by id or natural key. */
  foreign: (framework: string, target: string) => ItemRef | undefined
  /** Who answers for overrides. */
  by: string
}
export type Mapped = {
  index: number
  /** Computed, for the relation that will be made. */
  id: string
  crosswalk: string
  from: ItemRef
  to: ItemRef | null
  relation: Relation
  note: string | null
}
export type Unmapped = { index: number; relation: string; reason: string }
export type Applied = { tree: Tree; notes: Notes; mapped: Mapped[]; unmapped: Unmapped[] }

export function applyOperations(base: Tree, _operations: readonly Operation[], _context: OperationContext): Applied {
  return { tree: base, notes: new Map(), mapped: [], unmapped: [] }
}
