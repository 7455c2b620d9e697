import type { Dependent, ReachedChange } from '@cte-align/contracts'
import { type Database, failPoint, isTransient, type Outbox } from '@cte-align/service'
import { noCorrection } from './corrections.ts'
import type { Flags } from './flags.ts'
import { batches, type Lineages, movesOf } from './lineages.ts'
import type { ReleaseHeaderDoc } from './models/release-header.ts'
import { asOf, type Planner } from './planner.ts'
import type { Positions } from './positions.ts'
import { isComplete, joinParts, type Releases } from './releases.ts'
import type { Log } from './surroundings.ts'
import type { Tellings } from './tellings.ts'
import { summarize } from './to-flag.ts'

export interface AssessorOptions {
  db: Database
  outbox: Outbox
  log: Log
  releases: Releases
  positions: Positions
  lineages: Lineages
  plan: Planner
  flags: Flags
  tell: Tellings
  manualReview: () => Promise<Dependent[]>
}

type Header = Omit<ReleaseHeaderDoc, 'moves'>
const FLAGS_A_TRANSACTION = 200

/**
 * Turns complete releases into flags, in order of publication, those of one framework strictly by number. Each release
 * is planned once, on positions that are fixed before; whoever comes after a crash, or at the same time, makes the same
 * plan and finds written what was written.
 */
export function createAssessor(options: AssessorOptions) {
  const { db, outbox, log, releases, positions, lineages, plan, flags, tell } = options

  async function assess(header: Header): Promise<boolean> {
    const messages = await completeMessages(header)
    if (messages === undefined) return false
    const reached = joinParts(messages)
    if (header.state !== 'assessed') {
      failPoint('assess.before')
      await fixPositions(header, reached)
      await writeFlags((await releases.find(header._id))!, reached)
    }
    await lineages.apply((await releases.find(header._id))!)
    await releases.noteMoved(header._id)
    return true
  }

  async function completeMessages(header: Header) {
    if ((await releases.pieceCount(header._id)) < header.messages) return undefined
    const messages = await releases.messages(header._id)
    if (isComplete(header, messages)) return messages
    log.error({ release: header._id }, 'The pieces of a release do not agree with its digest; it waits')
    return undefined
  }

  async function fixPositions(header: Header, reached: ReachedChange[]): Promise<void> {
    const changes = reached.map(({ change }) => change)
    const moves = movesOf(changes)
    const takenBack = await releases.takenBackBy(header, changes)
    const note = noCorrection(header)
    if (note !== null) log.warn({ release: header._id }, note)
    await db.transaction(async session => {
      const known = { ...(await positions.all(session)), '/cte/standards': header.sequence }
      await releases.plan(header._id, { positions: known, moves, takenBack }, session)
    })
  }

  async function writeFlags(header: ReleaseHeaderDoc, reached: ReachedChange[]): Promise<void> {
    if (header.state === 'assessed') return
    const { release, sequence } = header
    const fixed = header.positions!
    // Nothing can hang on a framework that nobody had published.
    const impacts = release.number === 1 ? [] : await plan({ reached, counts: asOf(fixed), sequence })
    for await (const batch of batches(impacts, FLAGS_A_TRANSACTION)) {
      await db.transaction(session => flags.write(session, header, batch, 'keep'))
      failPoint('assess.batch-written')
    }
    failPoint('assess.before-done')
    const reachesSector = reached.some(({ reach }) => reach.some(({ item }) => item.kind === 'sector'))
    const manualReview = release.number > 1 && reachesSector ? await options.manualReview() : []
    const said = { ...summarize(release, impacts), positions: fixed, manualReview }
    await db.transaction(async session => {
      if (!(await releases.finish(header._id, said, session))) return
      await outbox.append(session, [tell.assessed(header, said)])
    })
    failPoint('assess.done')
    log.info(
      { correlationId: header.correlation, release: release.id, flags: said.flags, ...said.bySeverity },
      'A release was assessed',
    )
  }

  return {
    /**
     * All that is complete and whose predecessor is done; the others wait. A release that cannot be assessed holds back
     * its framework alone; its error is thrown in the end.
     */
    async assessReleases(): Promise<void> {
      const failures: unknown[] = []
      for (const header of await releases.unfinished()) {
        const { framework, number } = header.release
        const earlier = number === 1 ? { moved: true } : await releases.find(`${framework}@${number - 1}`)
        if (!earlier?.moved) continue
        try {
          await assess(header)
        } catch (error) {
          if (isTransient(error)) throw error
          log.error({ err: error, release: header._id }, 'A release cannot be assessed')
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
export type Assessor = ReturnType<typeof createAssessor>
