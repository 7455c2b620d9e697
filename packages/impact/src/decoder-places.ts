import type { DecoderQuestion, ItemRef, Link, OwnerMove, PairDoubt } from '@cte-align/contracts'
import { ancestorsOf, type Tree } from './tree.ts'

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

/** Whether a course code on an item of the base will hang on another top-level item, or on nobody knows which. */
export function ownerChanges({ moves }: DecoderQuestion, base: Tree): (item: string, courseCode: string) => boolean {
  const byItem = new Map(moves.flatMap(move => move.items.map(id => [id, move] as const)))
  return (item, courseCode) => {
    const nearest = [item, ...ancestorsOf(base, item)].find(id => byItem.has(id))
    if (nearest === undefined) return false
    const { from, to, assigned } = byItem.get(nearest)!
    return (assigned.find(({ dependent }) => dependent.key === courseCode)?.to ?? to) !== from
  }
}
