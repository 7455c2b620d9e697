import { type Change, isContainer } from '@cte-align/contracts'
import { listsTouchedBy, type Tree } from '@cte-align/impact'
import { byClassOrder, countByClass, forPeople } from '../diff-for-people.ts'
import type { Changes } from './paper-data.ts'

/** How many changes a paper tells one by one. */
export const MOST_CHANGES = 100

/** Containers before statements: who reads a paper knows sectors and pathways, not indicators. */
export function gatherChanges(changes: readonly Change[], trees: { base: Tree; proposed: Tree }): Changes {
  const own = byClassOrder(changes).filter(({ within, rule }) => within === null && rule !== 'existence/takes-over')
  const containersFirst = [
    ...own.filter(({ item }) => isContainer(item.kind)),
    ...own.filter(({ item }) => !isContainer(item.kind)),
  ]
  return {
    total: changes.length,
    byClass: countByClass(changes),
    shown: containersFirst.slice(0, MOST_CHANGES).map(change => forPeople(change, trees)),
    own: own.length,
    ofSectors: changes.filter(({ item, aspect }) => item.kind === 'sector' && SHOWS.has(aspect)),
    ofLists: changes.filter(change => listsTouchedBy(change).length > 0),
    successors: new Map(changes.flatMap(({ id, successors }) => (successors === null ? [] : [[id, successors]]))),
  }
}
const SHOWS: ReadonlySet<Change['aspect']> = new Set(['existence', 'title'])
