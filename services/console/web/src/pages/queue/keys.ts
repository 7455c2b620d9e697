// The queue's keys: they work while a flag of the list has the focus, and nowhere else (WCAG 2.1.4).
import type { Disposition } from './flag-types.ts'
import type { Deed } from './step.ts'

/** One key for each frequent disposition. */
export const DISPOSITION_KEYS: Record<string, Disposition> = {
  n: 'no-impact',
  m: 'rename-in-place',
  g: 'grandfather-by-issue-date',
  b: 'bridge-authorization',
  c: 'close-to-new-issuance',
  i: 'reissue',
  e: 'recode',
}

export const DEED_KEYS: Record<string, Deed> = {
  t: 'take',
  d: 'resolve',
  r: 'return',
  o: 'reopen',
  h: 'hand-over',
  w: 'due',
}

export interface WishedDeed {
  kind: 'deed'
  deed: Deed
  disposition?: Disposition
}
type Other = 'again' | 'undo' | 'many' | 'keys' | 'search'
export type Wish = WishedDeed | { [K in Other]: { kind: K } }[Other]

const OTHERS: Record<string, Exclude<Wish, WishedDeed>> = {
  '.': { kind: 'again' },
  u: { kind: 'undo' },
  s: { kind: 'many' },
  '?': { kind: 'keys' },
  '/': { kind: 'search' },
}

/** What somebody wants who presses this key on a flag. */
export function wishOf(key: string): Wish | undefined {
  const disposition = DISPOSITION_KEYS[key]
  if (disposition !== undefined) return { kind: 'deed', deed: 'resolve', disposition }
  const deed = DEED_KEYS[key]
  if (deed !== undefined) return { kind: 'deed', deed }
  return OTHERS[key]
}

/** For the list of keys. */
export const KEY_LIST: { keys: string[]; does: string }[] = [
  { keys: ['j', 'k'], does: 'Next flag, flag before (the arrow keys too; Home, End, Page Up, Page Down)' },
  { keys: ['Enter'], does: 'Open the flag' },
  ...Object.entries(DISPOSITION_KEYS).map(([key, disposition]) => ({
    keys: [key],
    does: `Resolve: ${disposition.replaceAll('-', ' ')}`,
  })),
  { keys: ['d'], does: 'Resolve with any disposition' },
  { keys: ['.'], does: 'The same decision once more, with the same reason' },
  { keys: ['t'], does: 'Take into review' },
  { keys: ['r'], does: 'Return: it waits for somebody else' },
  { keys: ['o'], does: 'Open again what is resolved' },
  { keys: ['h'], does: 'Hand over to somebody' },
  { keys: ['w'], does: 'Set when it is due' },
  { keys: ['u'], does: 'Undo your last step on this flag' },
  { keys: ['x'], does: 'Select, or take from the selection (the space bar too)' },
  { keys: ['s'], does: 'Act on the selected; on all that the filter finds, where none is selected' },
  { keys: ['/'], does: 'Search' },
  { keys: ['?'], does: 'These keys' },
]
