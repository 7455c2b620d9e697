// What somebody wants done with a flag, as a form says it, and as the API takes it.
import type { Disposition, FlagRow, FlagState, Standing, Step } from './flag-types.ts'

export type Deed = 'take' | 'resolve' | 'return' | 'reopen' | 'hand-over' | 'due'

export interface Draft {
  deed: Deed
  disposition: Disposition | ''
  owner: string
  due: string
  reason: string
}

interface DeedWords {
  /** The button. */
  verb: string
  /** What it does, under its name. */
  does: string
  /** From where it can be done. */
  from: readonly FlagState[]
}

export const DEEDS: Record<Deed, DeedWords> = {
  resolve: {
    verb: 'Resolve',
    does: 'Says what was decided, and attests the texts as they are read now',
    from: ['open', 'in-review'],
  },
  take: { verb: 'Take', does: 'Puts it in review with you', from: ['open', 'returned'] },
  return: { verb: 'Return', does: 'It waits for an answer from somebody else', from: ['in-review'] },
  reopen: { verb: 'Open again', does: 'Takes the decision back into work', from: ['resolved'] },
  'hand-over': {
    verb: 'Hand over',
    does: 'Somebody else sees to it; it stays in its state',
    from: ['open', 'in-review', 'returned'],
  },
  due: {
    verb: 'Set due date',
    does: 'Another day than the reckoned one; empty: the reckoned day holds again',
    from: ['open', 'in-review', 'returned'],
  },
}
export const DEED_ORDER = Object.keys(DEEDS) as Deed[]

export const emptyDraft = (deed: Deed): Draft => ({ deed, disposition: '', owner: '', due: '', reason: '' })

/** What can be done with a flag as it stands; nothing with one that an erratum has superseded. */
export const possible = (flag: Pick<FlagRow, 'state' | 'supersededBy'>): Deed[] =>
  flag.supersededBy === null ? DEED_ORDER.filter(deed => DEEDS[deed].from.includes(flag.state)) : []

/** What the form still lacks, by field. */
export function lacks({ deed, disposition, owner, reason }: Draft): Partial<Record<keyof Draft, string>> {
  return {
    ...(deed === 'resolve' && disposition === '' && { disposition: 'Say what was decided' }),
    ...(deed === 'hand-over' && owner.trim() === '' && { owner: 'Say to whom' }),
    ...(reason.trim().length < 3 && { reason: 'Say why, in three letters or more: it goes into the record' }),
  }
}

/** The step for the API. `me` takes what is taken. */
export function stepOf({ deed, disposition, owner, due, reason: said }: Draft, me: string): Step {
  const reason = said.trim()
  switch (deed) {
    case 'take':
      return { to: 'in-review', owner: me, reason }
    case 'resolve':
      return { to: 'resolved', ...(disposition !== '' && { disposition }), reason }
    case 'return':
      return { to: 'returned', reason }
    case 'reopen':
      return { to: 'open', reason }
    case 'hand-over':
      return { owner: owner.trim(), reason }
    case 'due':
      return { due: due === '' ? null : due, reason }
  }
}

/** The step of a draft for one flag: what is in review is handed over by being put in review anew. */
export const stepFor = (flag: Pick<FlagRow, 'state'>, draft: Draft, me: string): Step => ({
  ...stepOf(draft, me),
  ...(draft.deed === 'hand-over' && flag.state === 'in-review' && { to: 'in-review' as const }),
})

/** How a flag stands, in words: "resolved: no impact", "in review with mlopez". */
export function standingInWords({
  state,
  owner,
  disposition,
}: Pick<Standing, 'state' | 'owner' | 'disposition'>): string {
  const word = state.replaceAll('-', ' ')
  if (disposition !== null) return `${word}: ${disposition.replaceAll('-', ' ')}`
  return owner === null ? word : `${word} with ${owner}`
}
