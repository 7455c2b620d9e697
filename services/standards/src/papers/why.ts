import type { ChangeClass } from '@cte-align/contracts'
import type { Inline } from './paper.ts'
import type { Row } from './paper-data.ts'
import { itemWords } from './wording.ts'

/** Why a record is touched, for somebody who has not seen the tables. The link of the row leads to every path. */
export function why({ first, way, place }: Row): Inline[] {
  const change: Inline[] = [...itemWords(first.item), ` ${HAPPENS[first.class]}`]
  if (first.order === 2) return [...change, '; a course code that it may be assigned to hangs there']
  if (way === 'own' || place === null) return change
  const what = { below: 'is part of it', above: 'holds it', across: 'is related to it' }[way]
  return [...change, '; ', ...itemWords(place), ` ${what}`]
}

export const HAPPENS: Record<ChangeClass, string> = {
  retired: 'is retired',
  split: 'is split',
  merged: 'becomes part of another',
  moved: 'moves to another place',
  'scope-narrowed': 'covers less',
  'scope-broadened': 'covers more',
  substantive: 'is reworded',
  recode: 'gets another code in the standards',
  label: 'gets another title',
  added: 'is new',
  editorial: 'is corrected in its wording',
}

export const stateWords = ({ state, disposition }: { state: string; disposition: string | null }): string =>
  disposition === null ? state.replaceAll('-', ' ') : `${state}: ${disposition.replaceAll('-', ' ')}`
