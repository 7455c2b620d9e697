// The saved operations together with the one that is being typed.
import type { Draft, Operation } from './draft.ts'
import { operationOf } from './operation.ts'

/** A form that is open: a new operation, or one of the saved list as it was when the form was opened. */
export interface Open {
  draft: Draft
  from: { index: number; operation: Operation } | null
}

export interface Working {
  operations: Operation[]
  /** Where the open form's operation stands among them; undefined while it is incomplete or none is open. */
  index: number | undefined
  /** What the form was opened from is no longer in the list: somebody else changed it. The form's goes to the end. */
  lost: boolean
}

export function workingList(saved: readonly Operation[], open: Open | null): Working {
  const operations = [...saved]
  if (!open) return { operations, index: undefined, lost: false }
  const at = open.from === null ? -1 : placeOf(saved, open.from)
  const lost = open.from !== null && at < 0
  const { operation } = operationOf(open.draft)
  if (!operation) return { operations, index: undefined, lost }
  const index = at < 0 ? saved.length : at
  operations[index] = operation
  return { operations, index, lost }
}

/** Where the operation stands now: at its old place if it is still that one, else wherever its like is; -1 when gone. */
function placeOf(saved: readonly Operation[], { index, operation }: { index: number; operation: Operation }): number {
  const print = JSON.stringify(operation)
  const same = (each: Operation | undefined) => each !== undefined && JSON.stringify(each) === print
  return same(saved[index]) ? index : saved.findIndex(same)
}

export const without = (saved: readonly Operation[], index: number): Operation[] => saved.toSpliced(index, 1)

/** One place up (-1) or down (1); the same list at its ends. */
export function moved(saved: readonly Operation[], index: number, by: -1 | 1): Operation[] {
  const operation = saved[index]
  const to = index + by
  if (operation === undefined || to < 0 || to >= saved.length) return [...saved]
  return saved.toSpliced(index, 1).toSpliced(to, 0, operation)
}
