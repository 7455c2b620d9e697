import type { DecoderQuestion, ItemRef, Link, OwnerMove, PairDoubt } from '@cte-align/contracts'

/** Where a record stands after the moves: under another owner, or under one that nobody knows. */
export type After = 'stays' | { manner: OwnerMove['manner']; to: ItemRef | null; doubt: PairDoubt | null }

/** Reads a question once; the nearest moved item at or above a link decides. */
export function placesAfter({ owners, moves }: DecoderQuestion): (link: Link) => After {
  const byItem = new Map(moves.flatMap(move => move.items.map(id => [id, move] as const)))
  const assigned = new Map(
    moves.map(move => [move, new Map(move.assigned.map(each => [each.dependent.key, each.to]))] as const),
  )
  return ({ item, lineage, dependent }) => {
    const nearest = [item, ...lineage].find(ref => ref !== null && byItem.has(ref.id))
    if (nearest == null) return 'stays'
    const move = byItem.get(nearest.id)!
    const place = (dependent.kind === 'course-code' ? assigned.get(move)!.get(dependent.key) : undefined) ?? move.to
    const to = place === null ? null : owners[place]!
    return { manner: move.manner, to, doubt: to === null ? move.doubt : null }
  }
}
