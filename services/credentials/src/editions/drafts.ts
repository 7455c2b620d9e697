import { type Actor, idFrom, type RuleOperation } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import { type ClientSession, type Database, etagOf, holding, pageByKey } from '@cte-align/service'
import type { CatalogueModels } from '../catalogue.ts'
import type { DecoderSides } from '../decoder/decoder-sides.ts'
import { problem } from '../errors.ts'
import { applyDraft, printsOf } from './draft-decoder.ts'
import type { DraftEntryDoc, DraftStep } from './draft-entry.ts'
import type { DraftState, Print, RuleDraftDoc } from './rule-draft.ts'

/** One MongoDB document holds the operations; beyond this they are refused with a clear word. */
const MAX_BYTES = 4 * 1024 * 1024

/** Who does something, when, why, in answer to which request. */
export interface Doing {
  by: Actor
  reason: string | null
  at: Date
  correlationId: string
}
export type Described = Pick<RuleDraftDoc, 'title' | 'description' | 'base' | 'effective' | 'firstSchoolYear' | 'flags'>
export interface DraftFilter {
  state?: DraftState | undefined
  flag?: string | undefined
  q?: string | undefined
}

export interface DraftDeps {
  db: Database
  models: Pick<CatalogueModels, 'drafts' | 'draftEntries' | 'editions'>
  review: Pick<Review, 'namedFlags'>
  sides: DecoderSides
}

/** Draft rule editions, and the one way in which they change: `take`, which writes the draft and its record, or nothing. */
export function createDrafts({ db, models, review, sides }: DraftDeps) {
  const { drafts, draftEntries, editions } = models

  async function get(id: string): Promise<RuleDraftDoc> {
    const found = await drafts.findById(id).lean()
    if (found === null) throw problem('CTE_NO_SUCH_EDITION', { id })
    return found
  }

  /** Throws CTE_FLAG_UNKNOWN for the first flag that does not exist. */
  async function checkFlags(flags: readonly string[]): Promise<void> {
    const known = new Set((await review.namedFlags.byIds(flags)).map(({ id }) => id))
    const flag = flags.find(id => !known.has(id))
    if (flag !== undefined) throw problem('CTE_FLAG_UNKNOWN', { flag })
  }

  /** A draft starts from what stands: the decoder in force, or an edition that is kept. */
  async function checkBase(base: string): Promise<void> {
    if (base === 'current') return
    const id = base.slice('edition:'.length)
    if ((await editions.findOne({ _id: id, complete: true }).lean()) === null)
      throw problem('CTE_NO_SUCH_EDITION', { id })
  }

  async function printsFor(draft: RuleDraftDoc, correlationId: string): Promise<Print[]> {
    const base = await sides.at(draft.base, correlationId)
    return printsOf(applyDraft(draft, base).touched, base)
  }

  /** Throws CTE_EDITION_CLOSED for what is over, CTE_CHANGED_MEANWHILE if somebody was quicker. */
  async function take(
    draft: RuleDraftDoc,
    step: Exclude<DraftStep, 'opened'>,
    doing: Doing & { set: Partial<RuleDraftDoc>; details?: Record<string, unknown> },
    session: ClientSession,
  ): Promise<RuleDraftDoc> {
    const { by, reason, at, correlationId, set, details = null } = doing
    const next = { ...draft, ...set, version: draft.version + 1, entries: draft.entries + 1, updatedAt: at }
    const { _id, ...fields } = next
    const written = await drafts.updateOne(
      { _id, version: draft.version, state: draft.state },
      { $set: fields },
      { session },
    )
    if (written.matchedCount === 0)
      throw problem('CTE_CHANGED_MEANWHILE', { given: etagOf(draft.version), current: 'a newer one' })
    const entry = { step, from: draft.state, by, reason, at, correlationId, details }
    await draftEntries.create([entryOf(next, entry)], { session })
    return next
  }

  const edit = (draft: RuleDraftDoc, step: 'edited' | 'described', doing: Parameters<typeof take>[2]) => {
    const set = { ...doing.set, revision: draft.revision + 1, editedBy: doing.by }
    return db.transaction(session => take(draft, step, { ...doing, set }, session))
  }

  return {
    get,
    take,
    page: (filter: DraftFilter, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(drafts, queryOf(filter), page),
    async open(said: Described & { operations: RuleOperation[] }, doing: Doing): Promise<RuleDraftDoc> {
      const { by, reason, at, correlationId } = doing
      fits(said.operations)
      await checkBase(said.base)
      await checkFlags(said.flags)
      const draft: RuleDraftDoc = {
        _id: idFrom('rule-edition', said.title, by.id, at.toISOString(), correlationId),
        ...said,
        flags: [...new Set(said.flags)],
        ...{ state: 'draft', revision: 1, version: 1, operationCount: said.operations.length, prints: [] },
        ...{ openedBy: by, openedAt: at, editedBy: by, updatedAt: at, entries: 1 },
        ...{ publishing: null, published: null, withdrawn: null },
      }
      draft.prints = await printsFor(draft, correlationId)
      await db.transaction(async session => {
        await drafts.create([draft], { session })
        const entry = { step: 'opened', from: null, by, reason, at, correlationId, details: null } as const
        await draftEntries.create([entryOf(draft, entry)], { session })
      })
      return draft
    },
    /** Sets the whole list of operations, all or none: they must fit the base. What was in force then is remembered for publishing. */
    async operate(draft: RuleDraftDoc, operations: RuleOperation[], doing: Doing): Promise<RuleDraftDoc> {
      mustBeOpen(draft)
      fits(operations)
      const prints = await printsFor({ ...draft, operations }, doing.correlationId)
      const details = { operations: { before: draft.operationCount, after: operations.length } }
      const set = { operations, operationCount: operations.length, prints }
      return edit(draft, 'edited', { ...doing, set, details })
    },
    /** Sets what is said of it: title, base, dates, flags. The operations must fit another base too. */
    async describe(draft: RuleDraftDoc, said: Partial<Described>, doing: Doing): Promise<RuleDraftDoc> {
      mustBeOpen(draft)
      if (said.flags !== undefined) await checkFlags(said.flags)
      if (said.base !== undefined) await checkBase(said.base)
      const flags = said.flags === undefined ? {} : { flags: [...new Set(said.flags)] }
      const rebased =
        said.base === undefined ? {} : { prints: await printsFor({ ...draft, ...said }, doing.correlationId) }
      const set = { ...said, ...flags, ...rebased }
      return edit(draft, 'described', { ...doing, set, details: { fields: Object.keys(said) } })
    },
    async withdraw(draft: RuleDraftDoc, doing: Doing & { reason: string }): Promise<RuleDraftDoc> {
      mustBeOpen(draft)
      const { by, reason, at } = doing
      const set = { state: 'withdrawn', withdrawn: { by, reason, at } } as const
      return db.transaction(session => take(draft, 'withdrawn', { ...doing, set }, session))
    },
    /** Every step ever taken, oldest first. */
    record: (id: string, after: number, limit: number): Promise<DraftEntryDoc[]> =>
      draftEntries
        .find({ draft: id, number: { $gt: after } })
        .sort({ number: 1 })
        .limit(limit)
        .lean()
        .exec(),
  }
}
export type Drafts = ReturnType<typeof createDrafts>

export function mustBeOpen({ _id, state }: Pick<RuleDraftDoc, '_id' | 'state'>): void {
  if (state !== 'draft') throw problem('CTE_EDITION_CLOSED', { id: _id, state })
}

const entryOf = (
  { _id, entries, revision, state }: RuleDraftDoc,
  entry: Omit<DraftEntryDoc, '_id' | 'draft' | 'number' | 'revision' | 'to'>,
): DraftEntryDoc => ({ _id: `${_id}#${entries}`, draft: _id, number: entries, revision, to: state, ...entry })

function fits(operations: readonly RuleOperation[]): void {
  const bytes = Buffer.byteLength(JSON.stringify(operations))
  if (bytes > MAX_BYTES) throw problem('CTE_EDITION_TOO_LARGE', { size: `${bytes} bytes`, limit: `${MAX_BYTES} bytes` })
}

const queryOf = ({ state, flag, q }: DraftFilter): Record<string, unknown> => ({
  ...(state !== undefined && { state }),
  ...(flag !== undefined && { flags: flag }),
  ...(q !== undefined && holding(q, ['title', 'description'])),
})
