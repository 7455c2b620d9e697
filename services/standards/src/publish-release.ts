import {
  type Actor,
  allDates,
  californiaDay,
  type EffectiveDates,
  releaseDigest,
  type SomeDates,
} from '@cte-align/contracts'
import { type Database, failPoint, inBatches, type Log, type Outbox } from '@cte-align/service'
import { draftRelease, type Heads, withReach } from './draft-release.ts'
import { problem } from './errors.ts'
import { stateAfter } from './lifecycle.ts'
import type { Models } from './models.ts'
import type { Over, ProposalDoc } from './proposal.ts'
import type { Proposals } from './proposals.ts'
import { relationEdits } from './relation-edits.ts'
import type { Relations } from './relations.ts'
import type { ReleaseDoc } from './release.ts'
import { releaseEvents } from './release-events.ts'
import { messagesOf, refuseTooLarge } from './release-messages.ts'
import type { Trees } from './trees.ts'
import { writeItems } from './write-items.ts'
import { writeRelations } from './write-relations.ts'

const BATCH = 1000

export interface Publishing {
  title: string
  reason: string
  dates: SomeDates
  by: Actor
  /** Whose word CDE goes over, and why; null where everybody concerned has acknowledged. */
  over: Over | null
  correlationId: string
}

interface Parts {
  models: Models
  db: Database
  proposals: Proposals
  outbox: Outbox
  trees: Trees
  relations: Relations
  heads: Heads
  now: () => Date
  log: Log
  /** What a release may come to; for tests, which need not write 72 MB. */
  releaseBytes?: number
}

/**
 * Here a proposal becomes a release. Too much for one transaction, so it rolls forward: `begin` writes the intention, `finish`
 * writes everything under computed ids and then flips the release to `published` together with its events (the commit point).
 * A crash at any line is finished by the next start; nothing of an unfinished release is visible.
 */
export function createPublisher(parts: Parts) {
  const { models, db, proposals, outbox, trees, relations, heads, now, log, releaseBytes } = parts
  const { Framework, Proposal, Release, ReleaseChange } = models

  /** Throws CTE_WRONG_STATE or CTE_PROPOSAL_CLOSED. */
  const mayBegin = (proposal: ProposalDoc): unknown => stateAfter(proposal, 'publishing-begun')

  /** Writes down that this proposal, at this revision, is to become the next release. From here it will. Whether it may, `requireSigned` has said. */
  async function begin(proposal: ProposalDoc, publishing: Publishing): Promise<ReleaseDoc> {
    mayBegin(proposal)
    const foreignHeads: Record<string, number> = {}
    const noted: Heads = async framework => {
      const head = await heads(framework)
      if (head !== undefined) foreignHeads[framework] = head
      return head
    }
    const draft = await draftRelease(proposal, trees, noted)
    if (draft.changes.length + draft.mapped.length + draft.unmapped.length === 0)
      throw problem('CTE_PROPOSAL_EMPTY', { proposal: proposal._id })
    // Whatever could refuse the release must do so here: once begun, it will be finished.
    await relations.check(draft)
    const edits = await relationEdits(draft, proposal, {
      ...{ models, trees, heads: noted, by: publishing.by, at: now() },
    })
    refuseTooLarge(draft.release, messagesOf(draft.release, await withReach(draft, relations)), edits, releaseBytes)
    const release: ReleaseDoc = {
      _id: draft.release.id,
      framework: proposal.framework,
      number: draft.release.number,
      base: proposal.base,
      proposal: proposal._id,
      ...publishing,
      corrects: proposal.corrects,
      dates: allDates(publishing.dates),
      foreignHeads,
      status: 'publishing',
      startedAt: now(),
      publishedAt: null,
      inForceFrom: null,
      changes: null,
      messages: null,
      digest: null,
    }
    await db.transaction(async session => {
      const held = await Framework.findOneAndUpdate(
        { _id: proposal.framework, head: proposal.base, publishing: null },
        { publishing: release._id },
        { session },
      )
      if (held === null) {
        const framework = await Framework.findById(proposal.framework).session(session).lean()
        if (framework?.publishing) throw problem('CTE_PUBLISHING_UNDER_WAY', { what: framework.publishing })
        throw problem('CTE_BASE_MOVED', {
          framework: proposal.framework,
          head: framework?.head ?? 0,
          base: proposal.base,
        })
      }
      const { by, reason, over, correlationId } = publishing
      await proposals.take(
        proposal,
        'publishing-begun',
        { by, reason, at: now(), correlationId },
        { set: { release: release._id, schedule: null }, details: { release: release._id, over } },
        session,
      )
      await Release.create([release], { session })
    })
    failPoint('publish.begun')
    return release
  }

  /** Brings a begun release to its end. Doing it again, or in two instances at once, changes nothing. */
  async function finish(release: ReleaseDoc): Promise<ReleaseDoc> {
    const proposal = (await Proposal.findById(release.proposal).lean<ProposalDoc>())!
    // Operations and crosswalk stand still while the release is being published, and other frameworks are read as they were
    // when it began; another attempt writes the same over the same ids.
    const asBegun: Heads = async framework => release.foreignHeads?.[framework] ?? heads(framework)
    const draft = await draftRelease(proposal, trees, asBegun)
    const reached = await withReach(draft, relations)
    const messages = messagesOf(draft.release, reached)

    await writeItems(draft, models)
    failPoint('publish.items-written')

    const changeDocs = reached.map(({ change, reach }, at) => ({
      _id: `${release._id}#${at + 1}`,
      release: release._id,
      framework: release.framework,
      releaseNumber: release.number,
      number: at + 1,
      change,
      reach,
    }))
    // What is there stays: an attempt that comes late finds relations that this very release has made suspect.
    for (const batch of inBatches(changeDocs, BATCH))
      await ReleaseChange.bulkWrite(
        batch.map(({ _id, ...doc }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: doc }, upsert: true },
        })),
      )
    failPoint('publish.changes-written')

    const publishedAt = now()
    const published: ReleaseDoc = {
      ...release,
      status: 'published',
      publishedAt,
      inForceFrom: release.dates.effective ?? release.dates.adoption ?? californiaDay(publishedAt),
      changes: reached.length,
      messages: messages.length,
      digest: releaseDigest(messages),
    }
    const crosswalkEdits = await relationEdits(draft, proposal, {
      ...{ models, trees, heads: asBegun, by: release.by, at: publishedAt },
    })
    failPoint('publish.before-flip')
    const flipped = await db.transaction(async session => {
      const found = await Release.findOneAndReplace({ _id: release._id, status: 'publishing' }, published, { session })
      if (found === null) return false
      await Framework.updateOne(
        { _id: release.framework, publishing: release._id },
        { head: release.number, publishing: null },
        { session },
      )
      const { correlationId } = release
      await proposals.take(
        proposal,
        'published',
        { by: null, reason: null, at: publishedAt, correlationId },
        { details: { release: release._id, changes: published.changes, digest: published.digest } },
        session,
      )
      await writeRelations(session, models, crosswalkEdits)
      await outbox.append(session, releaseEvents(published, messages, crosswalkEdits))
      return true
    })
    failPoint('publish.flipped')
    if (!flipped) return (await Release.findById(release._id).lean<ReleaseDoc>())!
    log.info(
      { release: release._id, changes: reached.length, correlationId: release.correlationId },
      'release published',
    )
    return published
  }

  return {
    mayBegin,
    async publish(proposal: ProposalDoc, publishing: Publishing): Promise<ReleaseDoc> {
      return finish(await begin(proposal, publishing))
    },
    /** Finishes what a crash left behind: releases begun before a moment and not published. One that fails holds up no other. */
    async finishAll(begunBefore: Date): Promise<void> {
      const failures: unknown[] = []
      const left = { status: 'publishing' as const, startedAt: { $lte: begunBefore } }
      for (const release of await Release.find(left).lean<ReleaseDoc[]>()) {
        log.warn(
          { release: release._id, correlationId: release.correlationId },
          'finishing a release that was interrupted',
        )
        await finish(release).catch(error => failures.push(error))
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
export type Publisher = ReturnType<typeof createPublisher>

/** The planned dates, with what is still open in them filled in. Who signed has seen them: a date that is set is changed in the proposal, not here. */
export function datesFor(proposal: Pick<ProposalDoc, '_id' | 'dates'>, given: Partial<EffectiveDates>): EffectiveDates {
  const dates = allDates(proposal.dates)
  for (const [name, date] of Object.entries(given) as [keyof EffectiveDates, never][]) {
    if (date === null || date === undefined || date === dates[name]) continue
    if (dates[name]) throw problem('CTE_DATES_SIGNED', { name, planned: dates[name], given: date })
    dates[name] = date
  }
  return dates
}
