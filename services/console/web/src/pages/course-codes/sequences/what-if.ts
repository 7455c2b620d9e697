// What a proposal, and code changes thought of beside it, would do to sequences: what is asked. Pure.
import type { Answer, Body } from '@cte-align/client'

type Operation = Answer<'standards', '/proposals/{id}/operations', 'get'>['operations'][number]
export type WhatIfBody = Body<'course-codes', '/sequences/what-if', 'post'>
type Split = NonNullable<WhatIfBody['splits']>[number]
export interface CodeMove {
  from: string
  to: string
}

const sectorOf = (key: string): string => key.split('.')[0]!

/** The pathways that a proposal splits. A successor's key is its sector's, a dot, and its code. */
export const splitsOf = (framework: string, operations: readonly Operation[]): Split[] =>
  operations.flatMap(each => {
    if (each.op !== 'split') return []
    const keyOf = (code: string) => `${sectorOf(each.item)}.${code}`
    return [
      {
        framework,
        pathway: each.item,
        successors: each.into.map(({ code, title }) => ({ key: keyOf(code), title })),
        assignments: each.assignments
          .filter(({ dependent }) => dependent.kind === 'course-code')
          .map(({ dependent, successor }) => ({ code: dependent.key, successor: keyOf(successor) })),
      },
    ]
  })

/** Codes in a text, however they are set apart. */
export const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** Null where nothing is asked yet. */
export function whatIfBody(from: string, splits: readonly Split[], moves: readonly CodeMove[]): WhatIfBody | null {
  const codeChanges = moves
    .map(move => ({ from: codesIn(move.from), to: codesIn(move.to) }))
    .filter(move => move.from.length > 0)
  return splits.length + codeChanges.length === 0 ? null : { from, splits: [...splits], codeChanges }
}
