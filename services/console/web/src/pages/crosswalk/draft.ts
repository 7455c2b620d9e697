import type { Body } from '@cte-align/client'
import type { RelationWord } from './words.ts'

export type Drafted = Body<'standards', '/crosswalks/{key}/relations', 'post'>

export interface DraftFields {
  from: string
  to: string
  relation: RelationWord
  /** With none: which end the item belongs to. */
  end: 'from' | 'to'
  note: string
  combination: string
  approximate: boolean
}

/** What is missing, by field. Whether there is such an item the service says. */
export function faultsOf({ from, to, relation }: DraftFields): { from?: string; to?: string } {
  return {
    ...(from.trim() === '' && { from: 'Name an item by its code, as in AGR' }),
    ...(relation !== 'none' && to.trim() === '' && { to: 'Name its counterpart, or choose the relation none' }),
  }
}

export function draftedOf({ from, to, relation, end, note, combination, approximate }: DraftFields): Drafted {
  const none = relation === 'none'
  return {
    from: from.trim(),
    to: none ? null : to.trim(),
    relation,
    ...(none && { end }),
    note: note.trim() || null,
    combination: combination.trim() || null,
    approximate,
  }
}
