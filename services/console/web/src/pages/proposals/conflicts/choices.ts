// What somebody has chosen for each collision, as a rebase takes it.
export type Keep = 'ours' | 'theirs'
export interface Choices {
  /** By the item's id. */
  keep: Record<string, Keep>
  drop: number[]
  reason: string
}
export const NO_CHOICE: Choices = { keep: {}, drop: [], reason: '' }

interface Colliding {
  conflicts: readonly { item: { id: string } }[]
  misfits: readonly { operation: number }[]
}

/** What is still open, in words; empty when the proposal can move. */
export function stillOpen({ conflicts, misfits }: Colliding, { keep, drop, reason }: Choices): string[] {
  const undecided = conflicts.filter(({ item }) => keep[item.id] === undefined).length
  const kept = misfits.filter(({ operation }) => !drop.includes(operation)).length
  return [
    ...(undecided > 0 ? [`${undecided} of ${conflicts.length} items in conflict need a choice`] : []),
    ...(kept > 0 ? [`${kept} operations cannot be done on the newer release: drop them, or change them first`] : []),
    ...(reason.trim().length < 3 ? ['Say why: it goes into the record'] : []),
  ]
}

export const resolutionsOf = ({ conflicts }: Colliding, { keep }: Choices) =>
  conflicts.flatMap(({ item }) => {
    const chosen = keep[item.id]
    return chosen === undefined ? [] : [{ item: item.id, keep: chosen }]
  })

/** Only operations that still do not fit are dropped: indices from an older look mean others now. */
export const dropsOf = ({ misfits }: Colliding, { drop }: Choices): number[] =>
  misfits.map(({ operation }) => operation).filter(operation => drop.includes(operation))
