// What the API's words mean to the people who work here.
import type { Answer, Item } from '@cte-align/client'
import { momentText } from '../../parts/times.ts'

export type Proposal = Answer<'standards', '/proposals/{id}', 'get'>
export type Listed = Item<'standards', '/proposals', 'get'>
export type State = Listed['state']
export type Approvals = Answer<'standards', '/proposals/{id}/approvals', 'get'>
export type Stand = Approvals['signOffs'][number]
export type Change = Answer<'standards', '/proposals/{id}/diff', 'get'>['changes'][number]
export type ChangeClass = Change['class']

export const STATE_OPTIONS = [
  ['', 'Any state'],
  ['draft', 'Draft'],
  ['in-review', 'In review'],
  ['approved', 'Approved'],
  ['scheduled', 'Scheduled'],
  ['publishing', 'Being published'],
  ['published', 'Published'],
  ['withdrawn', 'Withdrawn'],
] as const satisfies readonly (readonly [State | '', string])[]

/** A state among those the API knows; anything else is none. */
export const stateFrom = (word: string): State | undefined =>
  STATE_OPTIONS.map(([state]) => state)
    .filter(state => state !== '')
    .find(state => state === word)

/** Still being worked on: content may be edited, people may sign. */
export const isOpen = (state: State): boolean => ['draft', 'in-review', 'approved', 'scheduled'].includes(state)
export const isSignable = (state: State): boolean => ['in-review', 'approved', 'scheduled'].includes(state)

/** In a list, where nobody has computed the impact: what the proposal waits for, as far as its own record says. */
export function waitsFor(
  listed: Pick<Listed, 'state' | 'held' | 'schedule' | 'equity' | 'operations' | 'signOffs'>,
): string {
  const { state, held, schedule, equity, operations, signOffs } = listed
  if (held) return `Held: ${held.reasons.join('; ')}`
  if (state === 'draft') {
    if (operations === 0) return 'CDE editor: no operation yet'
    return equity === null ? 'CDE editor: say who gains and who loses' : 'CDE editor: submit'
  }
  const objecting = (['CTC', 'CALPADS'] as const).filter(agency => signOffs[agency]?.decision === 'object')
  const objection = objecting.length > 0 ? `; ${objecting.join(' and ')} objected` : ''
  if (state === 'in-review') return `CDE approval${objection}`
  if (state === 'approved') return `CDE publisher${objection}`
  if (state === 'scheduled') return schedule ? `Publishes ${momentText(schedule.at)}${objection}` : 'Its date'
  if (state === 'publishing') return 'Being published now'
  return ''
}

/** What each class of change means, for people who choose one. */
export const CLASSES = {
  retired: 'Retired: nothing takes this name any more',
  split: 'Split: one becomes several',
  merged: 'Merged: several become one',
  moved: 'Moved to another place',
  'scope-narrowed': 'Scope narrowed: covers less',
  substantive: 'Substantive: means something else',
  'scope-broadened': 'Scope broadened: covers more',
  recode: 'Recode: another code, same thing',
  label: 'Label: another title, same code',
  added: 'Added',
  editorial: 'Editorial: same meaning',
} as const satisfies Record<ChangeClass, string>
export const CLASS_OPTIONS = Object.entries(CLASSES)

export const isClass = (word: string): word is ChangeClass => word in CLASSES

/** "1 item", "2 items". */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`
/** "CTC", "CTC and CALPADS". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
