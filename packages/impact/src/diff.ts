import type { Change, ReleaseRef } from '@cte-align/contracts'
import type { Notes } from './notes.ts'
import type { Tree } from './tree.ts'

export function diff(_base: Tree, _proposed: Tree, _release: ReleaseRef, _notes: Notes = new Map()): Change[] {
  return []
}

export function applyChanges(base: Tree, _changes: Iterable<Change>): Tree {
  return base
}
