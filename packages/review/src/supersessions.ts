import type { ClientSession, NewEvent } from '@cte-align/service'
import { correctedBy } from './corrections.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import type { ReleaseHeaderDoc } from './models/release-header.ts'
import type { PendingWrites } from './pending-writes.ts'
import type { ErratumHeader, Releases } from './releases.ts'
import type { Kinds } from './surroundings.ts'
import { originOf, type Tellings } from './tellings.ts'
import { flagId } from './to-flag.ts'

export interface SupersessionsOptions {
  models: ReviewModels
  releases: Releases
  tell: Tellings
  kinds: Kinds
  now: () => Date
}

type Header = Pick<ReleaseHeaderDoc, 'release' | 'corrects' | 'event' | 'correlation'>

/** What the errata around a release mean for the flags that are about to be written. */
export interface Around {
  /** The dependent's flag of the release that this one corrects, where it is not resolved. */
  corrected(key: string): FlagDoc | undefined
  /** The dependent's flag of the first erratum of this release that flags it. */
  erratum(key: string): { flag: FlagDoc; header: ErratumHeader } | undefined
}

export const isSuperseded = ({ disposition }: Pick<FlagDoc, 'disposition'>): boolean => disposition === 'superseded'

/**
 * How an erratum's flag takes the place of the corrected release's flag for the same dependent, in the caller's transaction. Two
 * instances that write the two flags at once meet in the outbox's counter, so one of them sees what the other wrote.
 */
export function createSupersessions({ models, releases, tell, kinds, now }: SupersessionsOptions) {
  const { Flag } = models

  async function byKey(release: Header['release'] | null, keys: readonly string[], session: ClientSession) {
    if (release === null || release.number === 1) return new Map<string, FlagDoc>()
    const ids = kinds.flatMap(kind => keys.map(key => flagId(release, kind, key)))
    const light = { causes: 0, itemKeys: 0, findings: 0 }
    const found = await Flag.find({ _id: { $in: ids } }, light, { session }).lean<FlagDoc[]>()
    return new Map(found.map(flag => [flag.dependent.key, flag]))
  }

  async function around(session: ClientSession, header: Header, keys: readonly string[]): Promise<Around> {
    const corrected = await byKey(correctedBy(header), keys, session)
    const errata = new Map<string, { flag: FlagDoc; header: ErratumHeader }>()
    for (const one of await releases.errataOf(header.release.id, session))
      for (const [key, flag] of await byKey(one.release, keys, session))
        if (!errata.has(key)) errata.set(key, { flag, header: one })
    return {
      corrected(key) {
        const flag = corrected.get(key)
        return flag?.state === 'resolved' ? undefined : flag
      },
      erratum: key => errata.get(key),
    }
  }

  /** The old flag is resolved by the system; what was open in it is open in the erratum's. */
  function supersede(writes: PendingWrites, wrong: FlagDoc, by: FlagDoc, header: Header): NewEvent[] {
    const closed = { state: 'resolved', disposition: 'superseded', coveredBy: [], supersededBy: by._id } as const
    const reason = reasonOf(wrong, by)
    writes.change(wrong, { ...closed, coveredBy: [] })
    const { owner } = wrong
    writes.append(wrong, {
      ...{ from: wrong.state, to: 'resolved', actor: 'system', reason, disposition: 'superseded', owner, at: now() },
      ...{ attested: [], coveredBy: [], supersededBy: by._id },
    })
    const flag: FlagDoc = { ...wrong, ...closed, coveredBy: [] }
    return [tell.moved(flag, 'resolved', reason, originOf(header))]
  }

  /** The flag at the end of the chain: an erratum may have been corrected itself. */
  async function lastOf(session: ClientSession, flag: FlagDoc): Promise<FlagDoc> {
    if (flag.supersededBy == null) return flag
    const next = await Flag.findById(flag.supersededBy, null, { session }).lean<FlagDoc>()
    return next === null ? flag : lastOf(session, next)
  }

  /** A line in the log of a flag that is not resolved: its state stays. */
  function note(writes: PendingWrites, flag: FlagDoc, wrong: FlagDoc): void {
    const { state, owner } = flag
    writes.append(flag, {
      ...{ from: state, to: state, actor: 'system', reason: placeOf(wrong), disposition: null, owner, at: now() },
      ...{ attested: [], coveredBy: [] },
    })
  }

  /** A flag that stands in another's place opens again where something new came up there. */
  function openAgain(writes: PendingWrites, flag: FlagDoc, reason: string, header: Header): NewEvent[] {
    if (flag.state !== 'resolved' || isSuperseded(flag)) return []
    const opened = { state: 'open', disposition: null } as const
    writes.change(flag, { ...opened, coveredBy: [] })
    writes.append(flag, {
      ...{ from: 'resolved', to: 'open', actor: 'system', reason, disposition: null, owner: flag.owner, at: now() },
      ...{ attested: [], coveredBy: [] },
    })
    return [tell.moved({ ...flag, ...opened }, 'reopened', reason, originOf(header))]
  }

  return {
    around,
    /** For a flag of an erratum that is being made: the one it takes the place of is superseded. */
    supersede,
    /** What the new flag's log begins with: the owner goes along, the state does not. */
    begin: (writes: PendingWrites, flag: FlagDoc, wrong: FlagDoc) => note(writes, { ...flag, state: 'open' }, wrong),
    /** A late link has made or opened a flag that an erratum's flag, which is there, would have superseded. */
    async passOn(
      writes: PendingWrites,
      wrong: FlagDoc,
      { flag: by, header }: NonNullable<ReturnType<Around['erratum']>>,
    ) {
      const events = supersede(writes, wrong, by, header)
      const owner = isSuperseded(by) ? by.owner : (by.owner ?? wrong.owner)
      const heir = { ...by, owner, supersedes: wrong._id, version: by.version + 1 }
      writes.change(by, { owner, supersedes: wrong._id })
      if (isSuperseded(by))
        return [...events, ...openAgain(writes, await lastOf(writes.session, by), placeOf(wrong), header)]
      if (by.state === 'resolved') return [...events, ...openAgain(writes, heir, placeOf(wrong), header)]
      note(writes, heir, wrong)
      return events
    },
    /** A late link has brought something new to a flag that is superseded and stays so. */
    async openHeirOf(writes: PendingWrites, wrong: FlagDoc, header: Header): Promise<NewEvent[]> {
      const reason = `A later link or rule brought a new cause to flag ${wrong._id} of ${wrong.release.id}, in whose place this one stands`
      return openAgain(writes, await lastOf(writes.session, wrong), reason, header)
    },
  }
}

const placeOf = (wrong: FlagDoc) => `Takes the place of flag ${wrong._id} of ${wrong.release.id}, which was corrected`

function reasonOf(wrong: FlagDoc, by: FlagDoc): string {
  const back = wrong.items.every(item => by.takesBack?.includes(item))
  const taken = back ? `; the change of ${wrong.release.id} was taken back` : ''
  return `${by.release.id} corrects ${wrong.release.id}: flag ${by._id} stands in the place of this one${taken}`
}
