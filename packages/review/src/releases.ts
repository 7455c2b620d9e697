import { type Change, type EventData, type ReachedChange, releaseDigest } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import { correctedBy, takenBack } from './corrections.ts'
import type { ReviewModels } from './models/models.ts'
import type { AssessmentSummary, Moved, ReleaseHeaderDoc } from './models/release-header.ts'

export type ItemChangedData = EventData<'cte.cde.item.changed'>

/** Releases as they were told: their headers, their pieces, and how far their assessment is. */
export function createReleases({ Header, Piece }: ReviewModels) {
  return {
    find: (id: string) => Header.findById(id).lean<ReleaseHeaderDoc>(),
    /** In order of publication, without their moves. */
    unfinished: () =>
      Header.find({ moved: false }, { moves: 0 }).sort({ sequence: 1 }).lean<Omit<ReleaseHeaderDoc, 'moves'>[]>(),
    /** Planned or assessed, and not the first of its framework: those that flags hang on. */
    flagged: () =>
      Header.find({ state: { $ne: 'waiting' }, 'release.number': { $gt: 1 } }, { moves: 0 })
        .sort({ sequence: 1 })
        .lean<Omit<ReleaseHeaderDoc, 'moves'>[]>(),
    all: () => Header.find().sort({ sequence: 1 }).lean<ReleaseHeaderDoc[]>(),
    pieceCount: (id: string) => Piece.countDocuments({ release: id }),
    async messages(id: string): Promise<ItemChangedData[]> {
      const rows = await Piece.find({ release: id }).sort({ number: 1 }).lean<{ data: ItemChangedData }[]>()
      return rows.map(row => row.data)
    },
    /** Fixes what the release is planned on. True where this call did it. */
    async plan(
      id: string,
      { positions, moves, takenBack }: { positions: Record<string, number>; moves: Moved[]; takenBack: string[] },
      session: ClientSession,
    ) {
      const planned: Partial<ReleaseHeaderDoc> = { state: 'planned', positions, moves, takenBack }
      const done = await Header.updateOne({ _id: id, state: 'waiting' }, { $set: planned }, { session })
      return done.modifiedCount === 1
    },
    /** What these changes of an erratum leave as it was before the release that it corrects; nothing for an ordinary release. */
    async takenBackBy(header: Pick<ReleaseHeaderDoc, 'release' | 'corrects'>, changes: readonly Change[]) {
      const corrected = correctedBy(header)
      if (corrected === null) return []
      const fields = { 'data.change.item.id': 1, 'data.change.fingerprints': 1 }
      const rows = await Piece.find({ release: corrected.id }, fields).lean<{ data: { change: Change } }[]>()
      const before = rows.map(({ data }) => data.change)
      return takenBack(before, changes)
    },
    /** Errata of a release that may have flags already, in order of publication. */
    async errataOf(id: string, session: ClientSession): Promise<ErratumHeader[]> {
      const found = await Header.find(
        { corrects: id, state: { $ne: 'waiting' } },
        { release: 1, corrects: 1, event: 1, correlation: 1 },
        { session },
      )
        .sort({ sequence: 1 })
        .lean<ErratumHeader[]>()
      return found.filter(header => correctedBy(header)?.id === id)
    },
    /** True for the one who ends the assessment. */
    async finish(id: string, assessment: AssessmentSummary, session?: ClientSession): Promise<boolean> {
      const done = await Header.updateOne(
        { _id: id, state: 'planned' },
        { $set: { state: 'assessed', assessment } },
        session === undefined ? {} : { session },
      )
      return done.modifiedCount === 1
    },
    async noteMoved(id: string): Promise<void> {
      await Header.updateOne({ _id: id }, { $set: { moved: true } })
    },
    /** False where somebody else has written flags of late links meanwhile. */
    async takeLateTurn(id: string, revision: number, session: ClientSession): Promise<boolean> {
      const taken = { _id: id, lateRevision: revision }
      return (await Header.updateOne(taken, { $inc: { lateRevision: 1 } }, { session })).modifiedCount === 1
    },
    async lateRevision(id: string): Promise<number> {
      return (await Header.findById(id, { lateRevision: 1 }).lean<{ lateRevision: number }>())!.lateRevision
    },
    /** Whether the release reaches any of these items, or any item of a kind in a framework. */
    async reaches(id: string, items: readonly string[], kinds: readonly { framework: string; kind: string }[]) {
      const hits = [
        ...(items.length > 0 ? [{ 'data.reach.item.id': { $in: [...items] } }] : []),
        ...kinds.map(({ framework, kind }) => ({
          'data.reach': { $elemMatch: { 'item.framework': framework, 'item.kind': kind } },
        })),
      ]
      return hits.length > 0 && (await Piece.exists({ release: id, $or: hits })) !== null
    },
  }
}
export type Releases = ReturnType<typeof createReleases>
export type ErratumHeader = Pick<ReleaseHeaderDoc, 'release' | 'corrects' | 'event' | 'correlation'>

/** Complete: as many as the header says, and the very ones. */
export function isComplete(header: Pick<ReleaseHeaderDoc, 'messages' | 'digest'>, messages: ItemChangedData[]) {
  return messages.length === header.messages && releaseDigest(messages) === header.digest
}

/** The changes of a release, the parts of each put together, in the order in which they were sent. */
export function joinParts(messages: readonly ItemChangedData[]): ReachedChange[] {
  const joined = new Map<string, ReachedChange>()
  for (const { change, reach } of [...messages].sort((a, b) => a.number - b.number)) {
    const known = joined.get(change.id)
    if (known === undefined) joined.set(change.id, { change, reach: [...reach] })
    else known.reach.push(...reach)
  }
  return [...joined.values()]
}
