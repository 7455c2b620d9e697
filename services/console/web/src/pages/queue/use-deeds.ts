import { useState } from 'react'
import { useDesk } from '../../data/desk.tsx'
import { useDraft } from '../../data/use-draft.ts'
import type { FlagRow } from './flag-types.ts'
import { type Wish, type WishedDeed, wishOf } from './keys.ts'
import { DEEDS, type Draft, emptyDraft, possible, stepFor } from './step.ts'
import type { Moves } from './use-moves.ts'
import type { Queue } from './use-queue.ts'

export type Asked =
  | { kind: 'deed'; flag: FlagRow; draft: Draft; me: string }
  | { kind: 'undo'; flag: FlagRow }
  | { kind: 'many'; me: string }
  | { kind: 'keys' }

/** What was decided last, and with what reason for each decision: the next like it needs no typing. */
interface Remembered {
  last: Draft | null
  reasons: Record<string, string>
}
const NOTHING: Remembered = { last: null, reasons: {} }

interface DeedsOptions {
  queue: Queue
  moves: Moves
  /** Moves the focus in the list. */
  go: (by: number) => void
  onSearch: () => void
}

/** From a key on a flag to what is done with it. */
export function useDeeds({ queue, moves, go, onSearch }: DeedsOptions) {
  const { say } = useDesk()
  const [asked, setAsked] = useState<Asked>()
  const memory = useDraft<Remembered>(`${queue.agency}:decided`, NOTHING)
  const { reviewer } = queue

  /** Says why nothing happens, rather than doing nothing. */
  const refuse = (why: string) => {
    say(why)
    return true
  }
  const nobody = () => refuse(`Only ${queue.who} decide here. ${queue.me ? '' : 'Sign in to decide.'}`.trim())

  const begin = (flag: FlagRow, wish: Wish): boolean => {
    if (wish.kind === 'keys') setAsked({ kind: 'keys' })
    else if (wish.kind === 'search') onSearch()
    else if (!reviewer) return nobody()
    else if (wish.kind === 'many') setAsked({ kind: 'many', me: reviewer })
    else if (wish.kind === 'undo') setAsked({ kind: 'undo', flag })
    else if (wish.kind === 'again') return again(flag, reviewer)
    else return decide(flag, wish, reviewer)
    return true
  }

  const decide = (flag: FlagRow, { deed, disposition }: WishedDeed, me: string): boolean => {
    if (!possible(flag).includes(deed)) return refuse(notFromHere(flag, deed))
    const draft = { ...emptyDraft(deed), ...(disposition && { disposition }) }
    const reason = memory.value.reasons[`${deed} ${draft.disposition}`] ?? ''
    setAsked({ kind: 'deed', flag, draft: { ...draft, reason }, me })
    return true
  }

  const again = (flag: FlagRow, me: string): boolean => {
    const { last } = memory.value
    if (last === null) return refuse('Nothing was decided yet that could be repeated.')
    if (!possible(flag).includes(last.deed)) return refuse(notFromHere(flag, last.deed))
    void moves.run({ flag, step: stepFor(flag, last, me) })
    go(1)
    return true
  }

  return {
    asked,
    begin,
    ask: (wish: { kind: 'many' | 'keys' }) => {
      if (wish.kind === 'keys') setAsked({ kind: 'keys' })
      else if (reviewer) setAsked({ kind: 'many', me: reviewer })
      else nobody()
    },
    onKey: (key: string, flag: FlagRow): boolean => {
      const wish = wishOf(key)
      return wish !== undefined && begin(flag, wish)
    },
    /** Back to the list: to the next flag where this one was dealt with. */
    close: (decided?: Draft) => {
      setAsked(undefined)
      if (decided)
        memory.set(({ reasons }) => ({
          last: decided,
          reasons: {
            ...reasons,
            [`${decided.deed} ${decided.disposition}`]: decided.reason,
            ...(decided.deed === 'resolve' && { 'resolve ': decided.reason }),
          },
        }))
      go(decided ? 1 : 0)
    },
  }
}

const notFromHere = ({ dependent, state, supersededBy }: FlagRow, deed: Draft['deed']): string =>
  supersededBy === null
    ? `${dependent.key} is ${state.replaceAll('-', ' ')}: “${DEEDS[deed].verb}” is for what is ${DEEDS[deed].from.join(' or ').replaceAll('-', ' ')}.`
    : `${dependent.key} was superseded by an erratum: work on the flag that stands in its place.`
