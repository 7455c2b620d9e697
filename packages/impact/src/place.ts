import { type Item, idFrom, type NewItem } from '@cte-align/contracts'
import { activeChildren, childrenIn, isActive, put } from './draft.ts'
import { fail, type Session, settle } from './session.ts'

/** Makes an item from an operation's description; `n` counts the items that one operation makes. */
export function create(session: Session, made: NewItem, { parent, n }: { parent: string | null; n: number }): Item {
  const { draft, context, index } = session
  const id = idFrom(context.proposal, index, n)
  if (draft.items.has(id)) fail(session, 'CTE_CODE_TAKEN', `${made.code} was already added by this proposal.`)
  const item: Item = {
    id,
    kind: made.kind,
    code: made.code,
    title: made.title,
    text: made.text,
    scopeNote: made.scopeNote,
    parent,
    position: made.position ?? nextPosition(session, parent),
    status: 'active',
    retirement: null,
    provenance: made.provenance ?? { source: `proposal ${context.proposal}`, verified: false, note: null },
  }
  put(draft, item)
  makeRoom(session, item)
  settle(session, item)
  return item
}

/** After the last of the active children of a parent, not counting the one that is about to move. */
export function nextPosition(session: Session, parent: string | null, moving?: string): number {
  let next = 0
  for (const item of childrenIn(session.draft, parent))
    if (isActive(item) && item.id !== moving) next = Math.max(next, item.position + 1)
  return next
}

/** Whoever stands where the item now stands moves on by one, and so on up to the first gap. */
export function makeRoom(session: Session, item: Item): void {
  if (!anyAt(session, item)) return
  let taken = item.position
  for (const sibling of activeChildren(session.draft, item.parent)) {
    if (sibling.id === item.id || sibling.position < item.position) continue
    if (sibling.position > taken) return
    taken = taken + 1
    put(session.draft, { ...sibling, position: taken })
  }
}

/** Asked first, as sorting the thousands at the top of a flat scheme for each of them would take minutes. */
function anyAt({ draft }: Session, { id, parent, position }: Item): boolean {
  for (const sibling of childrenIn(draft, parent))
    if (sibling.position === position && sibling.id !== id && isActive(sibling)) return true
  return false
}
