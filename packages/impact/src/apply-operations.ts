import { type ItemRef, idFrom, type Operation, type Relation, type ReleaseRef } from '@cte-align/contracts'
import { draftOf, put } from './draft.ts'
import type { Notes } from './notes.ts'
import { merge, restore, retire, retireWaiting, split } from './operate-on-many.ts'
import { add, move, recode, retitle, revise } from './operate-on-one.ts'
import { anyRef, refIn, type Session, theItem } from './session.ts'
import { refOf, type Tree, treeOf } from './tree.ts'

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
export type Applied = {
  tree: Tree
  notes: Notes
  mapped: Mapped[]
  unmapped: Unmapped[]
  /** Item id to the indexes of the operations that had a hand in it, ascending. */
  touched: ReadonlyMap<string, readonly number[]>
}

/**
 * Works through the operations of a proposal in order and gives the tree that they lead to, with what they say beyond it.
 * Holds before: the base has no `problems`. Holds after: nor has the result; the base is untouched; the same operations
 * on the same base give the same ids. Throws `OperationError` at the first operation that cannot be done.
 */
export function applyOperations(base: Tree, operations: readonly Operation[], context: OperationContext): Applied {
  const session: Session = {
    draft: draftOf(base),
    context,
    notes: new Map(),
    touched: new Map(),
    split: new Set(),
    mapped: [],
    unmapped: [],
    index: 0,
  }
  for (const [index, operation] of operations.entries()) {
    session.index = index
    apply(session, operation)
  }
  retireWaiting(session)
  nameSuccessorsAsTheyAreNow(session, base)
  const tree = treeOf(base.framework, session.draft.items.values())
  const mapped = session.mapped.map(each => ({ ...each, from: refOf(tree, each.from.id) }))
  return { tree, notes: session.notes, mapped, unmapped: session.unmapped, touched: session.touched }
}

function apply(session: Session, operation: Operation): void {
  switch (operation.op) {
    case 'add':
      add(session, operation)
      break
    case 'revise':
      revise(session, operation)
      break
    case 'recode':
      recode(session, operation)
      break
    case 'retitle':
      retitle(session, operation)
      break
    case 'move':
      move(session, operation)
      break
    case 'merge':
      merge(session, operation)
      break
    case 'split':
      split(session, operation)
      break
    case 'retire':
      retire(session, operation)
      break
    case 'restore':
      restore(session, operation)
      break
    case 'map':
      map(session, operation)
      break
    case 'unmap':
      session.unmapped.push({ index: session.index, relation: operation.relation, reason: operation.reason })
      break
    default:
      operation satisfies never
  }
}

/** A retired item may be mapped too: that is how its records find their way. */
function map(session: Session, operation: Extract<Operation, { op: 'map' }>): void {
  const { crosswalk, relation, note } = operation
  const from = refIn(session, theItem(session, operation.from))
  const to = operation.to === null ? null : anyRef(session, operation.to)
  const id = idFrom(session.context.proposal, session.index, 0)
  session.mapped.push({ index: session.index, id, crosswalk, from, to, relation, note })
}

/** A later operation may have retitled or recoded a successor that an earlier one named. */
function nameSuccessorsAsTheyAreNow(session: Session, base: Tree): void {
  const { draft } = session
  for (const item of draft.items.values()) {
    const { retirement } = item
    if (retirement === null || retirement === base.items.get(item.id)?.retirement) continue
    if (typeof retirement.successors === 'string') continue
    const successors = retirement.successors.map(ref =>
      ref.framework === draft.framework ? refIn(session, draft.items.get(ref.id)!) : ref,
    )
    put(draft, { ...item, retirement: { ...retirement, successors } })
  }
}
