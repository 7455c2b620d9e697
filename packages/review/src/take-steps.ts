import type { Actor, Cause } from '@cte-align/contracts'
import type { ClientSession, NewEvent, Outbox } from '@cte-align/service'
import type { Flags } from './flags.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'
import { type PendingWrites, pendingWrites } from './pending-writes.ts'
import { dueOfFlag, dueSortOf } from './queue-fields.ts'
import { type FullStanding, standingOf } from './step.ts'
import type { Tellings } from './tellings.ts'
import { attestedText } from './to-flag.ts'

export interface TakeStepsOptions {
  outbox: Outbox
  models: ReviewModels
  flags: Flags
  tell: Tellings
  now: () => Date
}

/** A flag as it was read in this transaction, where it goes, and what its log says of that. */
export interface Taken {
  flag: FlagDoc
  after: FullStanding
  actor: Actor
  reason: string
  bulk?: string | undefined
  decision?: string | undefined
  /** For an undo: the step taken back, and what was attested when the flag was resolved before. */
  undoes?: number
  attestedBefore?: Pick<FlagTransitionDoc, 'attested' | 'coveredBy' | 'texts' | 'seen'> | null
}

/**
 * Moves any number of flags, each with its log entry and event, in the caller's transaction. Resolving attests every text that the
 * flag names and keeps it. Who undoes a resolving takes its attestations back: flags that were born resolved by them open.
 */
export function createTakeSteps({ outbox, models, flags, tell, now }: TakeStepsOptions) {
  async function take(session: ClientSession, taken: readonly Taken[], correlation: string): Promise<FlagDoc[]> {
    const writes = pendingWrites(models, session)
    const events: NewEvent[] = []
    const moved: FlagDoc[] = []
    for (const one of taken) {
      const resolves = one.after.state === 'resolved' && one.attestedBefore === undefined
      const causes = resolves ? await flags.causesOf(one.flag, session) : []
      const flag = write(writes, one, causes)
      moved.push(flag)
      events.push(...told(one, flag, correlation))
    }
    const withdrawn = taken.filter(one => one.undoes !== undefined && one.flag.state === 'resolved')
    const resolved = withdrawn.filter(one => one.after.state !== 'resolved').map(one => one.flag._id)
    if (resolved.length > 0) events.push(...(await openCovered(writes, resolved, taken, correlation)))
    await writes.write()
    await outbox.append(session, events)
    return moved
  }

  function write(writes: PendingWrites, one: Taken, causes: readonly Cause[]): FlagDoc {
    const { flag: old, after, actor, reason, bulk, decision, undoes, attestedBefore } = one
    const at = now()
    const was = standingOf(old)
    const { due, ...standing } = after
    const changesDue = due !== was.due
    const by = { by: actor.id, reason, at }
    const dueSet = changesDue ? (due === null ? null : { day: due, ...by }) : (old.dueSet ?? null)
    const dueSort = dueSortOf(old.due ?? dueOfFlag(old), dueSet)
    const coveredBy = attestedBefore?.coveredBy ?? []
    const set = { ...standing, coveredBy, dueSet, dueSort }
    writes.change(old, set)
    writes.append(old, {
      ...{ from: old.state, to: standing.state, actor, reason, at, coveredBy, seen: old.impactFingerprint },
      ...{ disposition: standing.disposition, owner: standing.owner, attested: causes.map(attestedText) },
      ...(causes.length > 0 && { texts: writes.keepTexts(causes) }),
      ...attestedBefore,
      ...(changesDue && { due }),
      ...(bulk !== undefined && { bulk }),
      ...(decision !== undefined && { decision }),
      ...(undoes !== undefined && { undoes }),
    })
    return { ...old, ...set, version: old.version + 1 }
  }

  function told({ flag: before, reason, actor: by }: Taken, flag: FlagDoc, correlation: string): NewEvent[] {
    if (before.state === flag.state) return []
    if (flag.state === 'resolved') return [tell.moved(flag, 'resolved', reason, { correlation, by })]
    return before.state === 'resolved' ? [tell.moved(flag, 'reopened', reason, { correlation, by })] : []
  }

  /** Nobody has looked at these: they rested on what is taken back, and on each other. Whoever takes that back opens them. */
  async function openCovered(
    writes: PendingWrites,
    ids: readonly string[],
    taken: readonly Taken[],
    correlation: string,
  ): Promise<NewEvent[]> {
    const done = new Set(taken.map(one => one.flag._id))
    const { actor: by } = taken[0]!
    const events: NewEvent[] = []
    for (let rest = ids; rest.length > 0; ) {
      const found = await models.Flag.find({ coveredBy: { $in: rest }, state: 'resolved' }, { causes: 0 })
        .session(writes.session)
        .lean<FlagDoc[]>()
      const fresh = found.filter(flag => !done.has(flag._id))
      for (const flag of fresh) {
        done.add(flag._id)
        const reason = `The attestation in flag ${flag.coveredBy.find(id => done.has(id))} was undone`
        const opened = { state: 'open', disposition: null, coveredBy: [] as string[] } as const
        writes.change(flag, { ...opened, coveredBy: [] })
        writes.append(flag, {
          ...{ from: 'resolved', to: 'open', actor: 'system', reason, at: now(), owner: flag.owner },
          ...{ disposition: null, attested: [], coveredBy: [], seen: flag.impactFingerprint },
        })
        events.push(tell.moved({ ...flag, ...opened, coveredBy: [] }, 'reopened', reason, { correlation, by }))
      }
      rest = fresh.map(flag => flag._id)
    }
    return events
  }

  return take
}
export type TakeSteps = ReturnType<typeof createTakeSteps>
