import type { Bus } from '@cte-align/bus'
import { type Actor, californiaDay } from '@cte-align/contracts'
import { type Database, etagOf, failPoint, inBatches, type Log } from '@cte-align/service'
import type { DecoderSides } from '../decoder/decoder-sides.ts'
import type { EditionStore } from '../decoder/kept-editions.ts'
import { problem } from '../errors.ts'
import { rulesToAnnounce } from '../rule-announcement.ts'
import { applyDraft, movedRows, printsOf } from './draft-decoder.ts'
import { type Drafts, mustBeOpen } from './drafts.ts'
import { snapshotHead, tableRows } from './edition-snapshot.ts'
import { livePrints } from './live-prints.ts'
import { planWrites } from './plan-writes.ts'
import { publishedOf } from './published-of.ts'
import type { RuleDraftDoc } from './rule-draft.ts'
import { type WritingParts, writeBatch } from './write-batch.ts'

/** Rows that one edition may write: its plan is kept in one document. */
const MOST_WRITES = 5000

export interface PublisherParts extends WritingParts {
  db: Database
  bus: Pick<Bus, 'request'>
  drafts: Drafts
  sides: DecoderSides
  editions: EditionStore
  log: Log
}

/**
 * Here a draft comes into force. Too much for one transaction, so it rolls forward: `begin` writes down all that will be written,
 * `finish` writes it in batches, each with its events and the note of how far it has come in one transaction, keeps the table as it
 * stands then, and flips the draft to `published` with its event. A crash at any line is finished by the next start.
 */
export function createEditionPublisher(parts: PublisherParts) {
  const { db, bus, outbox, models, review, announce, drafts, sides, editions, now, log } = parts

  /** Throws CTE_EDITION_CONFLICT, CTE_EDITION_EMPTY, CTE_OPERATION_REFUSED, CTE_PUBLISHING_UNDER_WAY; nothing is written then. */
  async function begin(
    draft: RuleDraftDoc,
    { by, reason, correlationId }: { by: Actor; reason: string; correlationId: string },
  ): Promise<RuleDraftDoc> {
    mustBeOpen(draft)
    await refuseKept(draft)
    refuseMoved(draft, movedRows(draft, await livePrints(models, draft.prints)))
    const live = await sides.at('current', correlationId)
    const applied = applyDraft(draft, live)
    const prints = printsOf(applied.touched, live)
    refuseMoved(draft, movedRows(draft, prints))
    const writes = await planWrites(draft, { live, applied }, { bus, models, reason, correlationId })
    if (writes.length === 0) throw problem('CTE_EDITION_EMPTY', { id: draft._id })
    if (writes.length > MOST_WRITES)
      throw problem('CTE_EDITION_TOO_LARGE', { size: `${writes.length} rows`, limit: `${MOST_WRITES} rows` })
    const publishing = { by, reason, begunAt: now(), correlationId, writes, done: 0 }
    const doing = { by, reason, at: now(), correlationId, details: { rows: writes.length } }
    try {
      const begun = await db.transaction(async session => {
        const taken = { ...doing, set: { state: 'publishing' as const, publishing } }
        const next = await drafts.take(draft, 'publishing-begun', taken, session)
        // In the same snapshot: what was planned on still stands.
        refuseMoved(draft, movedRows({ prints }, await livePrints(models, prints, session)))
        return next
      })
      failPoint('edition.begun')
      return begun
    } catch (error) {
      if ((error as { code?: unknown }).code !== 11000) throw error
      const other = await models.drafts.findOne({ state: 'publishing' }, { title: 1 }).lean()
      throw problem('CTE_PUBLISHING_UNDER_WAY', { what: other?.title ?? 'Another edition' }, { cause: error })
    }
  }

  /** The table that it leaves is kept under its own id: nothing else may stand there, or publishing could not come to its end. */
  async function refuseKept({ _id }: RuleDraftDoc): Promise<void> {
    if ((await models.editions.findById(_id).lean()) !== null)
      throw problem('CTE_EDITION_KEPT', { id: _id, difference: 'it was imported' })
  }

  /** Writes the next batch; whoever comes second to it writes nothing. */
  async function writeNext(draft: RuleDraftDoc): Promise<void> {
    const { writes, done } = draft.publishing!
    const [batch] = inBatches(writes.slice(done))
    await db.transaction(async session => {
      const { matchedCount } = await models.drafts.updateOne(
        { _id: draft._id, state: 'publishing', 'publishing.done': done },
        { $set: { 'publishing.done': done + batch!.length } },
        { session },
      )
      if (matchedCount > 0) await writeBatch(parts, draft, batch!, session)
    })
    failPoint('edition.batch-written')
  }

  /** Rules that say the same as before, and whose authorization has another title or another twin now. */
  async function announceRest({ publishing }: RuleDraftDoc): Promise<void> {
    const said = rulesToAnnounce(await models.rules.find().lean(), await models.authorizations.find().lean())
    for (const batch of inBatches(said))
      await db.transaction(async session => {
        const rows = { _id: { $in: batch.map(({ id }) => id) } }
        const rules = await models.rules.find(rows, null, { session }).lean()
        const listed = await models.authorizations.find({}, null, { session }).lean()
        await announce.rules(session, rulesToAnnounce(rules, listed), publishing!)
      })
  }

  /** Keeps the table as it stands. What an earlier attempt has kept stays. */
  async function keepSnapshot(draft: RuleDraftDoc): Promise<void> {
    if ((await models.editions.findOne({ _id: draft._id, complete: true }).lean()) !== null) return
    const table = await sides.at('current')
    const head = snapshotHead(draft, table, californiaDay(draft.publishing!.begunAt))
    await editions.keep(head, tableRows(table), { by: draft.publishing!.by, at: now() }).catch(error => {
      if (error.code !== 'CTE_EDITION_KEPT') throw error
    })
  }

  /** Brings a begun edition to its end. Doing it again, or in two instances at once, changes nothing. */
  async function finish(id: string): Promise<RuleDraftDoc> {
    let draft = await drafts.get(id)
    while (draft.publishing !== null && draft.publishing.done < draft.publishing.writes.length) {
      await writeNext(draft)
      draft = await drafts.get(id)
    }
    if (draft.publishing === null) return draft
    await announceRest(draft)
    await keepSnapshot(draft)
    failPoint('edition.before-flip')
    const { by, reason, correlationId } = draft.publishing
    const published = publishedOf(draft, now())
    const set = { state: 'published', published, publishing: null } as const
    const { operations, rows, digest } = published
    const done = await db.transaction(async session => {
      const taken = await drafts.take(
        draft,
        'published',
        {
          ...{ by, reason, at: published.at, correlationId, set, details: { operations, rows, digest } },
        },
        session,
      )
      const { _id, title, effective, firstSchoolYear, flags } = draft
      const data = { edition: _id, title, effective, firstSchoolYear, flags, operations, rows, digest }
      await outbox.append(session, [
        { type: 'cte.ctc.rule-edition.published', subject: _id, data, by, correlationid: correlationId },
      ])
      return taken
    })
    failPoint('edition.flipped')
    await review.assessPending()
    log.info({ edition: id, rows, correlationId }, 'rule edition published')
    return done
  }

  /** As `finish`; another instance may have come to the end first. */
  const finishOnce = (id: string): Promise<RuleDraftDoc> =>
    finish(id).catch(async error => {
      const draft = await drafts.get(id)
      if (draft.state === 'published') return draft
      throw error
    })

  return {
    begin,
    finish: finishOnce,
    publish: async (draft: RuleDraftDoc, doing: { by: Actor; reason: string; correlationId: string }) =>
      finishOnce((await begin(draft, doing))._id),
    /** Finishes what a crash left behind: begun before a moment and not published. */
    async finishAll(begunBefore: Date): Promise<void> {
      const left = { state: 'publishing', 'publishing.begunAt': { $lte: begunBefore } } as const
      for (const { _id } of await models.drafts.find(left, { _id: 1 }).lean()) {
        log.warn({ edition: _id }, 'finishing a rule edition that was interrupted')
        await finishOnce(_id)
      }
    },
  }
}
export type EditionPublisher = ReturnType<typeof createEditionPublisher>

const MOST_NAMED = 20

function refuseMoved(draft: RuleDraftDoc, moved: readonly string[]): void {
  if (moved.length === 0) return
  const more = moved.length > MOST_NAMED ? ` and ${moved.length - MOST_NAMED} more` : ''
  throw problem(
    'CTE_EDITION_CONFLICT',
    { id: draft._id, rows: `${moved.slice(0, MOST_NAMED).join(', ')}${more}`, current: etagOf(draft.version) },
    { errors: moved.map(row => ({ path: '/operations', message: `${row} is no longer as it was` })) },
  )
}
