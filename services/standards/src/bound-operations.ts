import { fingerprint, type Operation } from '@cte-align/contracts'
import { findItem, keyOf, type Tree } from '@cte-align/impact'
import type { BoundOperation } from './comment.ts'
import { problem } from './errors.ts'
import { operationInWords, targetOf } from './operation-in-words.ts'
import type { ProposalDoc } from './proposal.ts'

/** `stands`: word for word among the operations, maybe at another index. `changed`: another of its kind works on that item now. */
export interface Standing {
  state: 'stands' | 'changed' | 'gone'
  /** Where it is now, or what took its place; null when gone. */
  index: number | null
}

/**
 * Ties the operation at an index to what it says, so that it is found again when indices move. Throws CTE_NO_SUCH_OPERATION.
 * Trees are asked in their order for the natural key of an item that is named by its id.
 */
export function bindOperation(
  { operations }: Pick<ProposalDoc, 'operations'>,
  index: number,
  trees: readonly Tree[],
): BoundOperation {
  const operation = operations[index]
  if (operation === undefined) throw problem('CTE_NO_SUCH_OPERATION', { operation: index, count: operations.length })
  const name = (target: string) => keyIn(trees, target)
  const target = targetOf(operation)
  const words = operationInWords(operation, name)
  const key = target === null ? null : name(target)
  return { fingerprint: fingerprint(operation), index, op: operation.op, target, key, words }
}

/** Each operation in one line. Trees are asked as for `bindOperation`. */
export const inWords = (operations: readonly Operation[], trees: readonly Tree[]): string[] =>
  operations.map(operation => operationInWords(operation, target => keyIn(trees, target)))

/** Says of bound operations how they stand among these; the work is done once, at the first question. */
export function standings(operations: readonly Operation[]): (bound: BoundOperation) => Standing {
  let known: { at: Map<string, number[]>; near: Map<string, number> } | undefined
  return bound => {
    known ??= indexed(operations)
    const same = known.at.get(bound.fingerprint)
    if (same !== undefined) return { state: 'stands', index: same.includes(bound.index) ? bound.index : same[0]! }
    const near = bound.target === null ? undefined : known.near.get(`${bound.op} ${bound.target}`)
    return near === undefined ? { state: 'gone', index: null } : { state: 'changed', index: near }
  }
}

function indexed(operations: readonly Operation[]) {
  const at = new Map<string, number[]>()
  const near = new Map<string, number>()
  for (const [index, operation] of operations.entries()) {
    const print = fingerprint(operation)
    at.set(print, [...(at.get(print) ?? []), index])
    const place = `${operation.op} ${targetOf(operation)}`
    if (!near.has(place)) near.set(place, index)
  }
  return { at, near }
}

function keyIn(trees: readonly Tree[], target: string): string {
  for (const tree of trees) {
    const item = findItem(tree, target)
    if (item !== undefined) return keyOf(tree, item.id)
  }
  return target
}
