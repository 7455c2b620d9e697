import { Actor, Day, writtenText } from '@cte-align/contracts'
import { z } from 'zod'
import { CHOOSABLE, Disposition } from './disposition.ts'
import { problem } from './errors.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import { FlagState, move, type Standing } from './state-machine.ts'
import { isSuperseded } from './supersessions.ts'

/** What a person does with a flag, alone or with many at once. */
export const Step = z.strictObject({
  to: FlagState.optional().meta({ description: 'Left out: it stays what it is, and owner or due change' }),
  reason: writtenText(3, 2000),
  disposition: Disposition.optional().meta({
    description: 'What was decided; on resolving, and only then. Not superseded: errata set that',
  }),
  owner: Actor.shape.id.nullable().optional().meta({
    description:
      'Who sees to it; left out, it stays as it is. To hand over what is in review: in-review again, with another owner',
  }),
  due: Day.nullable().optional().meta({
    description: 'Another day than the reckoned one; null: the reckoned one holds again. Not on resolving',
  }),
})
export type Step = z.infer<typeof Step>

/** A flag's standing with the day that a person set. */
export interface FullStanding extends Standing {
  due: string | null
}

export const standingOf = (flag: Pick<FlagDoc, 'state' | 'owner' | 'disposition'> & Partial<Pick<FlagDoc, 'dueSet'>>) =>
  ({
    ...{ state: flag.state, owner: flag.owner, disposition: flag.disposition },
    due: flag.dueSet?.day ?? null,
  }) satisfies FullStanding

type Stepped = Pick<FlagDoc, '_id' | 'release' | 'state' | 'owner' | 'disposition' | 'supersededBy'> &
  Partial<Pick<FlagDoc, 'dueSet'>>

/**
 * Where a step leads from here. Throws what `move` throws, CTE_FLAG_SUPERSEDED, CTE_FLAG_RESOLVED, CTE_DUE_REFUSED, or
 * CTE_STEP_CHANGES_NOTHING.
 */
export function stepFrom(flag: Stepped, step: Omit<Step, 'reason'>): FullStanding {
  if (isSuperseded(flag))
    throw problem('CTE_FLAG_SUPERSEDED', { id: flag._id, release: flag.release.id, by: String(flag.supersededBy) })
  const now = standingOf(flag)
  const moved = step.to === undefined ? stay(now, step) : move(now, { ...step, to: step.to }, CHOOSABLE)
  if (moved.state === 'resolved' && step.due !== undefined) throw problem('CTE_DUE_REFUSED')
  const next = { ...moved, due: step.due === undefined ? now.due : step.due }
  if (step.to === undefined && next.owner === now.owner && next.due === now.due)
    throw problem('CTE_STEP_CHANGES_NOTHING')
  return next
}

function stay(now: Standing, { owner = now.owner, disposition }: Omit<Step, 'reason'>): Standing {
  if (now.state === 'resolved') throw problem('CTE_FLAG_RESOLVED')
  if (disposition !== undefined) throw problem('CTE_DISPOSITION_REFUSED', { to: now.state })
  return { state: now.state, owner, disposition: null }
}

/** The day that a person set, as a flag's log leaves it: the last step that says anything of it. */
export function foldDue(log: readonly FlagTransitionDoc[]): FlagDoc['dueSet'] {
  const step = log.findLast(one => one.due !== undefined)
  if (step?.due == null) return null
  const { due: day, reason, at, actor } = step
  return { day, by: actor === 'system' ? actor : actor.id, reason, at }
}
