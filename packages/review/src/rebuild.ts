import { createHash } from 'node:crypto'
import { type CteEvent, type EventData, fingerprint, Source } from '@cte-align/contracts'
import type { ClientSession, Database } from '@cte-align/service'
import type { Flags } from './flags.ts'
import { batches, type Lineages, movesOf } from './lineages.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'
import { type Planner, since } from './planner.ts'
import type { Positions } from './positions.ts'
import { isComplete, joinParts, type Releases } from './releases.ts'
import { fold } from './state-machine.ts'
import { foldDue } from './step.ts'
import type { Log, RebuildInput } from './surroundings.ts'
import type { Tellings } from './tellings.ts'

export interface RebuildOptions {
  db: Database
  models: ReviewModels
  source: Source
  log: Log
  positions: Positions
  releases: Releases
  lineages: Lineages
  plan: Planner
  flags: Flags
  tell: Tellings
  writeStandards: (event: CteEvent, session: ClientSession) => Promise<void>
}

type Said = EventData<'cte.ctc.release.assessed'>

/**
 * Makes the flags again from what the owners' logs say, on the own links and rules, and folds the reviews back in. Says
 * nothing to anybody. The own links, the own outbox and the log of reviews are never touched.
 */
export function createRebuild(options: RebuildOptions) {
  const { db, models, source, log, positions, releases, lineages, plan, flags, tell } = options
  const { Flag, FlagCause, Header, Link, Piece, Rule, Transition } = models

  async function rebuild({ readLog, writeOther }: RebuildInput): Promise<{ flags: number; digest: string }> {
    const versions = new Map((await Flag.find({}, { version: 1 }).lean<FlagDoc[]>()).map(f => [f._id, f.version]))
    await positions.begin()
    await empty()
    await replay(readLog('/cte/standards'), options.writeStandards)
    for (const other of Source.options)
      if (other !== source && other !== '/cte/standards') await replay(readLog(other), writeOther)
    // Every plan below counts them all, so none is late.
    await Link.updateMany({ assessed: false }, { $set: { assessed: true } })
    await Rule.updateMany({ assessed: false }, { $set: { assessed: true } })
    await planAll(await assessedBefore(readLog(source)), versions)
    await foldReviews()
    await positions.end()
    return { flags: await Flag.countDocuments(), digest: await flagsDigest() }
  }

  async function empty(): Promise<void> {
    for (const model of [Flag, FlagCause, Header, Piece]) await model.collection.deleteMany({})
    for (const model of [Link, Rule]) await model.collection.deleteMany({ source: { $ne: source } })
    await positions.forgetOthers(source)
    await Link.collection.updateMany({}, [{ $set: { item: '$initial.item', lineage: '$initial.lineage' } }])
  }

  async function replay(events: AsyncIterable<CteEvent>, write: RebuildInput['writeOther']): Promise<void> {
    for await (const batch of batches(events, 100))
      await db.transaction(async session => {
        for (const event of batch) await write(event, session)
      })
  }

  /** What this service has said of each release, and so on which positions it was planned. */
  async function assessedBefore(events: AsyncIterable<CteEvent>): Promise<Map<string, Said>> {
    const said = new Map<string, Said>()
    for await (const event of events)
      if (event.type === tell.assessedType) said.set((event.data as Said).release.id, event.data as Said)
    return said
  }

  async function planAll(saidOf: Map<string, Said>, versions: Map<string, number>): Promise<void> {
    for (const { _id } of await releases.all()) {
      const said = saidOf.get(_id)
      // Published and never assessed: that is for `assessPending`, with events.
      if (said === undefined) continue
      const messages = await releases.messages(_id)
      const header = (await releases.find(_id))!
      if (!isComplete(header, messages)) throw new Error(`The log of standards does not give all of ${_id}`)
      const reached = joinParts(messages)
      const changes = reached.map(({ change }) => change)
      const { release: _, ...assessment } = said
      await Header.updateOne(
        { _id },
        {
          $set: {
            ...{ state: 'assessed', positions: said.positions, assessment },
            moves: movesOf(changes),
            takenBack: await releases.takenBackBy(header, changes),
          },
        },
      )
      const planned = (await releases.find(_id))!
      if (planned.release.number > 1) {
        const impacts = await plan({ reached, counts: since(said.positions), sequence: planned.sequence })
        for await (const batch of batches(impacts, 200)) await flags.insertSilently(planned, batch, versions)
      }
      await lineages.apply(planned)
      await releases.noteMoved(_id)
    }
  }

  async function foldReviews(): Promise<void> {
    const logs = Transition.find().sort({ flag: 1, number: 1 }).lean<FlagTransitionDoc[]>().cursor()
    const foldOne = async (steps: readonly FlagTransitionDoc[]) => {
      const step = steps.at(-1)!
      const standing = fold([{ ...step, state: step.to }])
      const dueSet = foldDue(steps)
      const due = dueSet === null ? {} : { dueSet, dueSort: dueSet.day }
      const done = await Flag.updateOne({ _id: step.flag }, { $set: { ...standing, ...due } })
      if (standing.supersededBy !== null)
        await Flag.updateOne({ _id: standing.supersededBy }, { $set: { supersedes: step.flag } })
      if (done.matchedCount === 0) log.warn({ flag: step.flag }, 'A review belongs to a flag that is no longer made')
    }
    let steps: FlagTransitionDoc[] = []
    for await (const next of logs) {
      if (steps.length > 0 && steps[0]!.flag !== next.flag) {
        await foldOne(steps)
        steps = []
      }
      steps.push(next)
    }
    if (steps.length > 0) await foldOne(steps)
  }

  async function flagsDigest(): Promise<string> {
    const hash = createHash('sha256')
    for await (const flag of Flag.find().sort({ _id: 1 }).lean<FlagDoc[]>().cursor()) {
      const { _id, release, severity, findings, state, owner, disposition } = flag
      const { takesBack = [], supersedes = null, supersededBy = null } = flag
      const causes = await flags.causesOf(flag)
      const due = flag.dueSet == null ? {} : { due: flag.dueSet.day }
      const standing = { state, owner, disposition, takesBack, supersedes, supersededBy, ...due }
      hash.update(fingerprint({ _id, release, severity, causes, findings, ...standing }))
    }
    return hash.digest('hex')
  }

  return { rebuild, flagsDigest }
}
