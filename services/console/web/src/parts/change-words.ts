// A change of the standards in plain words, titles before codes.
import type { Item } from '@cte-align/client'

export type Change = Item<'standards', '/releases/{id}/changes', 'get'>['change']
export type ChangeClass = Change['class']

/** Gravest first; in this order changes are read. */
export const CLASSES = {
  retired: 'Retired',
  split: 'Split',
  merged: 'Merged',
  moved: 'Moved',
  'scope-narrowed': 'Covers less',
  substantive: 'Reworded in substance',
  'scope-broadened': 'Covers more',
  recode: 'Another code',
  label: 'Another title',
  added: 'New',
  editorial: 'Same meaning, other wording',
} as const satisfies Record<ChangeClass, string>
export const isChangeClass = (word: string): word is ChangeClass => word in CLASSES

/** `wording/list-member-removed` as "list member removed". */
export const ruleWords = (rule: string): string => rule.slice(rule.indexOf('/') + 1).replaceAll('-', ' ')

/** What happened, without the name of what it happened to: "is retired; nothing follows it". */
export function changeWords(change: Change): string {
  const { aspect, class: name, before, after, added, within, successors, lineage } = change
  if (aspect === 'code') return `gets the code ${after?.code}, before ${before?.code}`
  if (aspect === 'title') return `was titled “${before?.title}”`
  if (aspect === 'place')
    return lineage ? `moves under ${lineage[0]?.title ?? 'the top'}` : 'stands elsewhere among its siblings'
  if (aspect === 'wording') return 'is worded differently'
  if (change.rule === 'existence/takes-over') return 'takes over what others leave'
  if (added) return change.rule === 'existence/restored' ? 'is restored' : 'is new'
  if (within !== null) return 'goes with what it stood under'
  const how = name === 'merged' || name === 'split' ? `is ${name} into` : 'is retired; it is followed by'
  return followed(how, successors)
}

function followed(how: string, successors: Change['successors']): string {
  if (successors === 'none') return 'is retired; nothing follows it'
  if (successors === null || successors === 'unknown') return 'is retired; what follows it is unknown'
  return `${how} ${successors.map(({ key, title }) => `${title} (${key})`).join(', ')}`
}
