// What can be planned for course codes: SCED's words, ours beside them, and what each asks for. A test holds the effects against
// the contracts' own table.
import type { Body } from '@cte-align/client'

export type Content = Body<'course-codes', '/code-plans/{id}/entries/{entry}', 'put'>
export type Kind = Content['kind']

export interface KindAsks {
  /** In the words of the people who plan. */
  words: string
  group: 'Goes on under another code' | 'Ends' | 'Stays, and changes' | 'Begins'
  from: 'none' | 'one' | 'some'
  to: 'none' | 'some' | 'may'
  retires: boolean
  retitles: boolean
}

const recoded = (words: string): KindAsks => ({
  ...{ words, group: 'Goes on under another code', from: 'some', to: 'some', retires: true, retitles: false },
})
const revised = (words: string): KindAsks => ({
  ...{ words, group: 'Stays, and changes', from: 'some', to: 'none', retires: false, retitles: false },
})
const retitled = (words: string): KindAsks => ({ ...revised(words), from: 'one', retitles: true })

export const KINDS: Record<Kind, KindAsks> = {
  'Archived; code updated': recoded('Retired; other codes take its place'),
  'Change; code': recoded('Same course, another code'),
  'Change; code and title': recoded('Another code and title'),
  'Change; code and editorial revision': recoded('Another code, wording corrected'),
  'Change; code and substantive revision': recoded('Another code, other content'),
  'Course recoded': recoded('Recoded to another course'),
  Archived: { words: 'Retired', group: 'Ends', from: 'some', to: 'may', retires: true, retitles: false },
  'Change; title': retitled('Another title'),
  'Change; title and editorial revision': retitled('Another title, wording corrected'),
  'Change; title and substantive revision': retitled('Another title and other content'),
  'Change; editorial revision': revised('Wording corrected'),
  'Change; substantive revision': revised('Other content'),
  'No change': revised('No change'),
  New: { words: 'A new code', group: 'Begins', from: 'none', to: 'some', retires: false, retitles: false },
}
export const KIND_NAMES = Object.keys(KINDS) as Kind[]

export const kindNamed = (text: string): Kind | undefined => KIND_NAMES.find(kind => kind === text)
/** `Retired (Archived)`; a kind that nobody can plan keeps its own word. */
export const kindWords = (kind: string): string => {
  const known = kindNamed(kind)
  if (known === undefined) return kind === 'unknown' ? 'Nobody can say' : kind
  const { words } = KINDS[known]
  return words === known ? words : `${words} (${known})`
}
