import type { Cause, Impact } from '@cte-align/contracts'
import type { ClientSession, NewEvent, Outbox } from '@cte-align/service'
import { attestationsOf } from './attestations.ts'
import type { FlagCauseDoc, FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import type { ReleaseHeaderDoc } from './models/release-header.ts'
import { appendSteps, type NewStep, type PendingWrites, pendingWrites } from './pending-writes.ts'
import { dueSortOf } from './queue-fields.ts'
import type { Releases } from './releases.ts'
import { createSupersessions, isSuperseded } from './supersessions.ts'
import type { Kinds } from './surroundings.ts'
import { originOf, type Tellings } from './tellings.ts'
import { attestedText, type FlagHeader, type Said, toFlag } from './to-flag.ts'

export interface FlagsOptions {
  models: ReviewModels
  releases: Releases
  kinds: Kinds
  outbox: Outbox
  tell: Tellings
  now: () => Date
}

type AssessedHeader = FlagHeader & Pick<ReleaseHeaderDoc, 'event' | 'correlation'>
type Made = ReturnType<typeof toFlag>
type Birth = { coveredBy: string[]; wrong: FlagDoc | undefined; causes: readonly Cause[] }

/** Flags with the causes beside them. Flag, log entry and event are written in the caller's transaction, or none. */
export function createFlags({ models, releases, kinds, outbox, tell, now }: FlagsOptions) {
  const { Flag, FlagCause } = models
  const supersessions = createSupersessions({ models, releases, tell, kinds, now })

  async function causesOf(flag: Pick<FlagDoc, '_id' | 'causes' | 'causeCount'>, session?: ClientSession) {
    if (flag.causes.length === flag.causeCount) return flag.causes
    const beside = await FlagCause.find({ flag: flag._id }, null, session === undefined ? {} : { session })
      .sort({ number: 1 })
      .lean<FlagCauseDoc[]>()
    return [...flag.causes, ...beside.map(row => row.cause)]
  }

  /** A flag is born open, or resolved where people have attested before all that it says. An erratum's takes over the owner. */
  function insert(writes: PendingWrites, made: Made, { coveredBy, wrong, causes }: Birth) {
    const covered = coveredBy.length > 0
    const owner = wrong?.owner ?? null
    const supersedes = wrong?._id ?? null
    const flag: FlagDoc = {
      ...newFlag(made, now()),
      ...{ owner, supersedes, coveredBy, state: covered ? 'resolved' : 'open' },
    }
    writes.insert(flag, made.beside)
    if (wrong !== undefined) supersessions.begin(writes, flag, wrong)
    if (covered)
      writes.append(flag, {
        ...{ from: 'open', to: 'resolved', actor: 'system', at: now(), disposition: null, owner, coveredBy },
        reason: 'Every text was attested in an earlier flag',
        attested: causes.map(attestedText),
        ...{ seen: flag.impactFingerprint, texts: writes.keepTexts(causes) },
      })
    return flag
  }

  /** A new plan says more of a flag, or less doubtfully. What was resolved opens again where a cause is new and unattested. */
  async function revise(writes: PendingWrites, old: FlagDoc, made: Made, isNews: () => Promise<boolean>) {
    const news = old.state === 'resolved' && (await isNews())
    // What is superseded stays so: the flag that stands in its place opens.
    const reopens = news && !isSuperseded(old)
    const opened = { state: 'open', disposition: null, coveredBy: [] as string[] } as const
    const dueSet = old.dueSet ?? null
    const due = { dueSet, dueSort: dueSortOf(made.said.due, dueSet) }
    const flag: FlagDoc = { ...old, ...made.said, ...(reopens && opened), ...due, version: old.version + 1 }
    const { session } = writes
    writes.keepSaid(old, await causesOf(old, session))
    await Flag.collection.replaceOne({ _id: flag._id as never }, flag as never, { session })
    await FlagCause.deleteMany({ flag: flag._id }, { session })
    if (made.beside.length > 0) await FlagCause.collection.insertMany(made.beside as never[], { session })
    const reason = 'A later link or rule brought a new cause'
    if (reopens)
      writes.append(flag, {
        ...{ from: 'resolved', to: 'open', actor: 'system', at: now(), disposition: null, owner: flag.owner },
        ...{ reason, attested: [], coveredBy: [] },
      })
    return { flag, news, reopens, reason }
  }

  return {
    causesOf,
    /** A step of a single flag. */
    append: (session: ClientSession, flag: FlagDoc, step: NewStep) =>
      appendSteps(models, session, [{ flag: flag._id, step }]),
    /**
     * Writes the flags of a batch of impacts. What is there stays (`keep`) or takes over what the plan says now
     * (`revise`); a repeat changes nothing and says nothing.
     */
    async write(
      session: ClientSession,
      header: AssessedHeader,
      impacts: readonly Impact[],
      existing: 'keep' | 'revise',
    ) {
      const batch = impacts.map(impact => ({ impact, made: toFlag(header, impact) }))
      const found = await Flag.find({ _id: { $in: batch.map(({ made }) => made.id) } }, null, { session }).lean<
        FlagDoc[]
      >()
      const known = new Map(found.map(flag => [flag._id, flag]))
      const keys = impacts.map(impact => impact.dependent.key)
      const attested = await attestationsOf(models, keys, session)
      const around = await supersessions.around(session, header, keys)
      const origin = originOf(header)
      const events: NewEvent[] = []
      const writes = pendingWrites(models, session)
      for (const { impact, made } of batch) {
        const old = known.get(made.id)
        const texts = impact.causes.map(attestedText)
        const { key } = impact.dependent
        if (old === undefined) {
          const wrong = around.corrected(key)
          // What was open in the corrected release's flag, and is not asked again, may not vanish with it.
          const remains = wrong?.items.some(item => !made.said.items.includes(item))
          const coveredBy = remains ? [] : attested.covering(key, header.sequence, texts)
          const flag = insert(writes, made, { coveredBy, wrong, causes: impact.causes })
          events.push(tell.flagged(flag, origin))
          if (wrong !== undefined) events.push(...supersessions.supersede(writes, wrong, flag, header))
          const erratum = around.erratum(key)
          if (erratum !== undefined && flag.state === 'open')
            events.push(...(await supersessions.passOn(writes, flag, erratum)))
        } else if (existing === 'revise' && old.impactFingerprint !== made.said.impactFingerprint) {
          const isNews = async () => {
            const before = new Set((await causesOf(old, session)).map(cause => cause.id))
            const added = impact.causes.filter(cause => !before.has(cause.id)).map(attestedText)
            return added.length > 0 && attested.covering(key, Number.POSITIVE_INFINITY, added).length === 0
          }
          const { flag, news, reopens, reason } = await revise(writes, old, made, isNews)
          if (reopens) events.push(tell.moved(flag, 'reopened', reason, origin))
          const erratum = around.erratum(key)
          if (reopens && erratum !== undefined) events.push(...(await supersessions.passOn(writes, flag, erratum)))
          else if (news && !reopens) events.push(...(await supersessions.openHeirOf(writes, flag, header)))
          if (differs(old, flag)) events.push(tell.flagged(flag, origin))
        }
      }
      await writes.write()
      await outbox.append(session, events)
      return events.length
    },
    /** For a rebuild: the flag as a plan says it, open, and nothing said to anybody. */
    async insertSilently(header: FlagHeader, impacts: readonly Impact[], versions: ReadonlyMap<string, number>) {
      const made = impacts.map(impact => toFlag(header, impact))
      const beside = made.flatMap(one => one.beside)
      const docs = made.map(one => ({ ...newFlag(one, now()), version: (versions.get(one.id) ?? 0) + 1 }))
      if (docs.length > 0) await Flag.collection.insertMany(docs as never[])
      if (beside.length > 0) await FlagCause.collection.insertMany(beside as never[])
    },
  }
}
export type Flags = ReturnType<typeof createFlags>

const newFlag = ({ id, said }: { id: string; said: Said }, at: Date): FlagDoc => ({
  _id: id,
  ...said,
  ...{ state: 'open', owner: null, disposition: null, coveredBy: [], version: 1, flaggedAt: at },
  ...{ supersedes: null, supersededBy: null, dueSet: null, dueSort: dueSortOf(said.due, null) },
})

const differs = (a: FlagDoc, b: FlagDoc) =>
  a.severity !== b.severity || a.causeCount !== b.causeCount || a.classes.join() !== b.classes.join()
