import type { Actor } from '@cte-align/contracts'
import type { Database, Outbox } from '@cte-align/service'
import { CHOOSABLE } from './disposition.ts'
import { problem } from './errors.ts'
import type { Flags } from './flags.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import type { Positions } from './positions.ts'
import { type Move, move } from './state-machine.ts'
import { isSuperseded } from './supersessions.ts'
import type { Tellings } from './tellings.ts'
import { attestedText } from './to-flag.ts'

export interface MoveFlagOptions {
  db: Database
  outbox: Outbox
  models: ReviewModels
  positions: Positions
  flags: Flags
  tell: Tellings
  now: () => Date
}

export interface MoveRequest {
  id: string
  actor: Actor
  step: Move & { reason: string }
  correlation: string
  /** Throws where the caller has read another version. */
  check: (version: number) => void
}

/** A person moves a flag: the flag, its log and the event in one transaction. Resolving attests every text that it names. */
export function createMoveFlag({ db, outbox, models, positions, flags, tell, now }: MoveFlagOptions) {
  return ({ id, actor, step, correlation, check }: MoveRequest): Promise<FlagDoc> =>
    db.transaction(async session => {
      if (await positions.rebuilding(session)) throw problem('CTE_REBUILDING')
      const flag = await models.Flag.findById(id, null, { session }).lean<FlagDoc>()
      if (flag === null) throw problem('CTE_NO_SUCH_FLAG', { id })
      check(flag.version)
      if (isSuperseded(flag))
        throw problem('CTE_FLAG_SUPERSEDED', { id, release: flag.release.id, by: String(flag.supersededBy) })
      const standing = move(flag, step, CHOOSABLE)
      const moved: FlagDoc = { ...flag, ...standing, coveredBy: [], version: flag.version + 1 }
      const { state, owner, disposition, coveredBy, version } = moved
      await models.Flag.updateOne({ _id: id }, { $set: { state, owner, disposition, coveredBy, version } }, { session })
      const attested = state === 'resolved' ? (await flags.causesOf(flag, session)).map(attestedText) : []
      await flags.append(session, moved, {
        ...{ from: flag.state, to: state, actor, reason: step.reason, disposition, owner },
        ...{ at: now(), attested, coveredBy },
      })
      const origin = { correlation }
      if (state === 'resolved') await outbox.append(session, [tell.moved(moved, 'resolved', step.reason, origin)])
      if (flag.state === 'resolved') await outbox.append(session, [tell.moved(moved, 'reopened', step.reason, origin)])
      return moved
    })
}
export type MoveFlag = ReturnType<typeof createMoveFlag>
