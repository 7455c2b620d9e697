import type { Change, ItemRef } from '@cte-align/contracts'
import type { OwnerChanges } from '../suggest-code-change.ts'

/**
 * As `ownerChanges`, from the changes of a published release alone, where no tree is at hand: by their natural keys, which begin with
 * the top-level item. Null where the changes do not tell: an item within something that moved says nothing of its owner before.
 */
export function ownerChangesIn(changes: Iterable<Change>): OwnerChanges {
  const byItem = Map.groupBy(changes, change => change.item.id)
  return (item, courseCode) => {
    const own = byItem.get(item) ?? []
    for (const change of own) {
      const heirs = heirsOf(change, courseCode)
      if (heirs) return heirs.some(heir => ownerOf(heir) !== ownerOf(change.item))
    }
    // What has gone without heirs of its own went along with its owner, wherever it had been moved before.
    if (own.some(({ class: chosen }) => chosen === 'retired')) return null
    const moved = own.find(({ class: chosen }) => chosen === 'moved')
    return moved ? movedAway(moved) : null
  }
}

/** Undefined where the change names none. */
function heirsOf({ successors, assignments }: Change, courseCode: string): ItemRef[] | undefined {
  if (!Array.isArray(successors)) return undefined
  const assigned = assignments.find(({ dependent }) => dependent.key === courseCode)?.successor
  return assigned === undefined ? successors : successors.filter(({ id }) => id === assigned)
}

/** Only of what hangs on a top-level item directly does the parent before tell the owner. */
function movedAway({ item: { kind }, before, lineage }: Change): boolean | null {
  if (kind !== 'pathway' && kind !== 'sub-cluster') return null
  const owner = lineage?.at(-1)?.id
  return owner === undefined || before?.parent == null ? null : before.parent !== owner
}

const ownerOf = ({ framework, key }: ItemRef): string => `${framework} ${key.split('.')[0]}`
