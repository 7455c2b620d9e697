import type { Change, CrosswalkRelation, Reach, ReachedChange } from '@cte-align/contracts'
import type { Tree } from './tree.ts'

/** Relations by the id of either end. */
export type RelationIndex = ReadonlyMap<string, readonly CrosswalkRelation[]>
export type Graph = { base: Tree; proposed: Tree; relations: readonly CrosswalkRelation[] | RelationIndex }

/** Builds once what `reachOf` would otherwise build on each call. */
export function relationIndex(_relations: Iterable<CrosswalkRelation>): RelationIndex {
  return new Map()
}

export function reachOf(_change: Change, _graph: Graph): Reach[] {
  return []
}

export function reachAll(changes: readonly Change[], graph: Graph): ReachedChange[] {
  return changes.map(change => ({ change, reach: reachOf(change, graph) }))
}
