import type { Actor } from '@cte-align/contracts'
import { type Database, planSection, refuseFaults, type SectionReport, writeRows } from '@cte-align/service'
import type { AdoptionPhaseDoc, BoardVoteDoc, PhaseContent } from './adoption-phase.ts'
import { problem } from './errors.ts'
import { type AdoptionPhasesFile, readPhases } from './import-adoption-phases.ts'
import { asOfRelease, type ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'

export type PhaseWithVotes = AdoptionPhaseDoc & { votes: BoardVoteDoc[] }

/** The phases of adoption by the State Board: as announced, and with the votes that people record. */
export function createAdoptionPhases({ Framework, ItemVersion, AdoptionPhase, BoardVote }: Models, db: Database) {
  async function withVotes(phases: AdoptionPhaseDoc[]): Promise<PhaseWithVotes[]> {
    const votes = await BoardVote.find({ phase: { $in: phases.map(({ _id }) => _id) } })
      .sort({ number: 1 })
      .lean<BoardVoteDoc[]>()
    return phases.map(phase => ({ ...phase, votes: votes.filter(vote => vote.phase === phase._id) }))
  }

  async function get(id: string): Promise<PhaseWithVotes> {
    const found = await AdoptionPhase.findById(id).lean<AdoptionPhaseDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_PHASE', { phase: id })
    return (await withVotes([found]))[0]!
  }

  async function topLevelOf(file: AdoptionPhasesFile) {
    const ids = new Map<string, string>()
    for (const framework of new Set(file.phases.flatMap(phase => phase.items.map(item => item.framework)))) {
      const head = (await Framework.findById(framework).lean())?.head ?? 0
      const tops = await ItemVersion.find({ ...asOfRelease(framework, head), parent: null, status: 'active' }).lean<
        ItemVersionDoc[]
      >()
      for (const { key, itemId } of tops) ids.set(`${framework} ${key}`, itemId)
    }
    return (framework: string, key: string) => ids.get(`${framework} ${key}`)
  }

  return {
    get,
    /** In the order in which they are planned; those without a month last. */
    async all(): Promise<PhaseWithVotes[]> {
      const phases = await AdoptionPhase.find().sort({ plannedMonth: 1, _id: 1 }).lean<AdoptionPhaseDoc[]>()
      const planned = phases.filter(({ plannedMonth }) => plannedMonth !== null)
      return withVotes([...planned, ...phases.filter(({ plannedMonth }) => plannedMonth === null)])
    },

    /** Takes the announced phases in, whole or not at all; the same file again changes nothing, and no file touches votes. */
    async take(file: AdoptionPhasesFile, { dryRun, at }: { dryRun: boolean; at: Date }): Promise<SectionReport> {
      const stored = await AdoptionPhase.find().lean<AdoptionPhaseDoc[]>()
      const { phases, faults } = readPhases(file, await topLevelOf(file), stored)
      refuseFaults(faults)
      const { rows, report } = planSection<PhaseContent>(phases, stored)
      if (!dryRun) await db.transaction(session => writeRows(session, AdoptionPhase as never, rows, at))
      return report
    },

    /** Adds a vote to what is recorded of a phase, at the version that was read. */
    async record(
      phase: PhaseWithVotes,
      vote: Pick<BoardVoteDoc, 'day' | 'outcome' | 'source' | 'reason' | 'corrects'>,
      { by, at, today }: { by: Actor; at: Date; today: string },
    ): Promise<PhaseWithVotes> {
      const { _id, version, votes } = phase
      if (vote.day > today) throw problem('CTE_VOTE_TO_COME', { day: vote.day, today })
      if (vote.corrects !== null && !votes.some(({ number }) => number === vote.corrects))
        throw problem('CTE_NO_SUCH_VOTE', { phase: _id, number: vote.corrects })
      const number = votes.length + 1
      const doc: BoardVoteDoc = { _id: `${_id}#${number}`, phase: _id, number, ...vote, by, at }
      await db.transaction(async session => {
        const next = { version: version + 1, updatedAt: at }
        const { matchedCount } = await AdoptionPhase.updateOne({ _id, version }, next, { session })
        if (matchedCount === 0) throw problem('CTE_CHANGED_MEANWHILE', { given: `"v${version}"`, current: 'another' })
        await BoardVote.create([doc], { session })
      })
      return get(_id)
    },
  }
}
export type AdoptionPhases = ReturnType<typeof createAdoptionPhases>
