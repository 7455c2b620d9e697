import { type Actor, type EffectiveDates, type Item, releaseDigest } from '@cte-align/contracts'
import { keyOf, type Tree } from '@cte-align/impact'
import { type Database, failPoint, type Log, type Outbox } from '@cte-align/service'
import { californiaDay } from './california-day.ts'
import type { RelationDoc } from './crosswalk.ts'
import { type DraftRelease, draftRelease, type Heads, relationId, withReach } from './draft-release.ts'
import { problem } from './errors.ts'
import type { ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'
import { mustBeDraft } from './proposals.ts'
import { crosswalkChanged, type Relations } from './relations.ts'
import type { ReleaseDoc } from './release.ts'
import { messagesOf, refuseTooLarge } from './release-messages.ts'
import type { Trees } from './trees.ts'

const BATCH = 1000

export interface Publishing {
  title: string
  reason: string
  dates: EffectiveDates
  by: Actor
  correlationId: string
}

interface Parts {
  models: Models
  db: Database
  outbox: Outbox
  trees: Trees
  relations: Relations
  heads: Heads
  now: () => Date
  log: Log
}

/**
 * Here a proposal becomes a release. Too much for one transaction, so it rolls forward: `begin` writes the intention, `finish`
 * writes everything under computed ids and then flips the release to `published` together with its events (the commit point).
 * A crash at any line is finished by the next start; nothing of an unfinished release is visible.
 */
export function createPublisher(parts: Parts) {
  const { models, db, outbox, trees, relations, heads, now, log } = parts
  const { Framework, ItemVersion, Proposal, Release, ReleaseChange, Relation } = models

  /** Writes down that this proposal, at this revision, is to become the next release. From here it will. */
  async function begin(proposal: ProposalDoc, publishing: Publishing): Promise<ReleaseDoc> {
    mustBeDraft(proposal)
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
    refuseTooLarge(draft.release, messagesOf(draft.release, await withReach(draft, relations)))
    const release: ReleaseDoc = {
      _id: draft.release.id,
      framework: proposal.framework,
      number: draft.release.number,
      base: proposal.base,
      proposal: proposal._id,
      ...publishing,
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
      const { matchedCount } = await Proposal.updateOne(
        { _id: proposal._id, revision: proposal.revision, state: 'draft' },
        { state: 'publishing', release: release._id, revision: proposal.revision + 1, updatedAt: now() },
        { session },
      )
      if (matchedCount === 0)
        throw problem('CTE_CHANGED_MEANWHILE', { given: `"v${proposal.revision}"`, current: 'another' })
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

    await writeItems(draft)
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
    await inBatches(changeDocs, batch =>
      ReleaseChange.bulkWrite(
        batch.map(doc => ({ replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true } })),
      ),
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
    const crosswalkEdits = await relationEdits(draft, proposal, release, asBegun)
    failPoint('publish.before-flip')
    const flipped = await db.transaction(async session => {
      const found = await Release.findOneAndReplace({ _id: release._id, status: 'publishing' }, published, { session })
      if (found === null) return false
      await Framework.updateOne(
        { _id: release.framework, publishing: release._id },
        { head: release.number, publishing: null },
        { session },
      )
      await Proposal.updateOne({ _id: proposal._id }, { state: 'published', updatedAt: publishedAt }, { session })
      for (const relation of crosswalkEdits)
        await Relation.replaceOne({ _id: relation._id }, relation, { session, upsert: true })
      const correlationid = release.correlationId
      await outbox.append(session, [
        ...crosswalkEdits.map(relation => crosswalkChanged(relation, correlationid)),
        ...messages.map(data => ({
          type: 'cte.cde.item.changed' as const,
          subject: data.change.item.key,
          key: release.framework,
          data,
          correlationid,
        })),
        {
          type: 'cte.cde.release.published' as const,
          subject: release._id,
          key: release.framework,
          data: {
            release: draft.release,
            title: release.title,
            dates: release.dates,
            changes: reached.length,
            messages: messages.length,
            digest: published.digest!,
          },
          correlationid,
        },
      ])
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

  /**
   * Closes the versions that end with this release and writes those that begin with it. What is there stays: an attempt that
   * comes late may find that a later release has closed it.
   */
  async function writeItems({ base, proposed, release }: DraftRelease): Promise<void> {
    const differing = [...proposed.items.values()].filter(item => !sameVersion(base, proposed, item))
    await inBatches(differing, batch =>
      ItemVersion.bulkWrite([
        ...batch.map(item => ({
          updateOne: {
            filter: { itemId: item.id, from: { $lt: release.number }, to: null },
            update: { $set: { to: release.number } },
          },
        })),
        ...batch.map(item => {
          const { _id, ...version } = versionOf(proposed, item, release.number)
          return { updateOne: { filter: { _id }, update: { $setOnInsert: version }, upsert: true } }
        }),
      ]),
    )
  }

  /**
   * Relations that the release brings (as drafts, to be decided on) or takes out. One that stands already, and says the same,
   * stays as it is, with what was decided on it.
   */
  async function relationEdits(
    draft: DraftRelease,
    proposal: ProposalDoc,
    release: ReleaseDoc,
    asBegun: Heads,
  ): Promise<RelationDoc[]> {
    const named = [
      ...draft.unmapped.map(({ relation }) => relation),
      ...draft.mapped.map(({ crosswalk, from, to }) => relationId(crosswalk, from, to)),
    ]
    const known = await Relation.find({ _id: { $in: named } }).lean<RelationDoc[]>()
    const standing = new Map(known.map(doc => [doc._id, doc]))
    const edits = new Map<string, RelationDoc>()
    const edit = (doc: RelationDoc) => {
      standing.set(doc._id, doc)
      edits.set(doc._id, doc)
    }
    for (const { relation } of draft.unmapped) {
      const doc = standing.get(relation)
      if (doc?.removedIn === null) edit({ ...doc, removedIn: release._id, version: doc.version + 1 })
    }
    for (const { crosswalk: key, from, to, relation, note } of draft.mapped) {
      const head = to === null ? null : await asBegun(to.framework)
      const _id = relationId(key, from, to)
      const before = standing.get(_id)
      if (before?.removedIn === null && before.relation === relation && before.state !== 'rejected') continue
      edit({
        _id,
        crosswalk: key,
        from,
        to,
        relation,
        state: 'draft',
        originalWord: null,
        pinned: { from: release._id, to: to === null ? null : `${to.framework}@${head}` },
        author: proposal.openedBy.id,
        decision: null,
        provenance: { source: `proposal ${proposal._id}`, verified: false, note },
        version: (before?.version ?? 0) + 1,
        removedIn: null,
      })
    }
    return [...edits.values()]
  }

  return {
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

async function inBatches<T>(list: T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < list.length; at += BATCH) await write(list.slice(at, at + BATCH))
}

function sameVersion(base: Tree, proposed: Tree, item: Item): boolean {
  const before = base.items.get(item.id)
  if (before === undefined) return false
  return before === item && keyOf(base, item.id) === keyOf(proposed, item.id)
}

function versionOf(tree: Tree, { id, ...fields }: Item, number: number): ItemVersionDoc {
  return {
    _id: `${id}@${number}`,
    framework: tree.framework,
    itemId: id,
    key: keyOf(tree, id),
    from: number,
    to: null,
    ...fields,
  }
}
