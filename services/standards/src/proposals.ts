import { type Actor, idFrom, type Operation, type SomeDates } from '@cte-align/contracts'
import type { Act, ClientSession, Database, NewEvent, Outbox } from '@cte-align/service'
import { draftRelease, type Heads } from './draft-release.ts'
import { problem } from './errors.ts'
import { type STEPS, stateAfter } from './lifecycle.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'
import type { ProposalEntryDoc } from './proposal-entry.ts'
import type { Relations } from './relations.ts'
import { NO_TIES } from './ties.ts'
import type { Trees } from './trees.ts'

/** One MongoDB document holds a proposal's operations; beyond these it is refused with a clear word. */
export const MAX_OPERATIONS = 12_000
const MAX_BYTES = 12 * 1024 * 1024

export interface Opening {
  /** Given by imports, so that the same file opens the same proposal; otherwise made from who and when. */
  id?: string
  framework: string
  base: number
  title: string
  description: string | null
  operations: Operation[]
  dates?: SomeDates
  corrects?: string | null
  equity?: string | null
  ties?: ProposalDoc['ties']
  actor: Actor
  at: Date
  correlationId: string
}

/** Who takes a step, when, in answer to which request. `by` is null where the clock does it. */
export interface Doing {
  by: Actor | null
  reason: string | null
  at: Date
  correlationId: string
}
/** What a step does beside moving the proposal: fields it sets, what its entry says, what is told. */
interface Doings {
  set?: Partial<ProposalDoc>
  digest?: string
  details?: Record<string, unknown>
  events?: NewEvent[]
}
/** What of a proposal an edit may set. */
export type Content = Pick<ProposalDoc, 'title' | 'description' | 'dates' | 'corrects' | 'equity' | 'ties'>

interface Parts {
  models: Models
  db: Database
  outbox: Outbox
  trees: Trees
  relations: Relations
  heads: Heads
}

/** Proposals, and the one way in which they change: `take`, which writes the proposal, its record and its events, or nothing. */
export function createProposals(parts: Parts) {
  const { models, db, outbox, trees, relations, heads } = parts
  const { Proposal, ProposalEntry } = models

  async function get(id: string): Promise<ProposalDoc> {
    const found = await Proposal.findById(id).lean<ProposalDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_PROPOSAL', { proposal: id })
    return found
  }

  const open = async (opening: Opening, session: ClientSession): Promise<ProposalDoc> => {
    const { framework, title, operations, actor, at, correlationId } = opening
    fits(operations)
    const doc: ProposalDoc = {
      _id: opening.id ?? idFrom('proposal', framework, title, actor.id, at.toISOString(), correlationId),
      framework,
      base: opening.base,
      title,
      description: opening.description,
      state: 'draft',
      revision: 1,
      version: 1,
      operations,
      operationCount: operations.length,
      dates: opening.dates ?? { adoption: null, effective: null },
      corrects: opening.corrects ?? null,
      equity: opening.equity ?? null,
      ties: opening.ties ?? NO_TIES,
      openedBy: actor,
      openedAt: at,
      editedBy: actor,
      updatedAt: at,
      approval: null,
      signOffs: { CTC: null, CALPADS: null },
      schedule: null,
      held: null,
      entries: 1,
      release: null,
      withdrawn: null,
    }
    await Proposal.create([doc], { session })
    const entry = { step: 'opened', from: null, to: 'draft', digest: null, details: null, reason: null } as const
    await ProposalEntry.create([entryOf(doc, { ...entry, by: actor, at, correlationId })], { session })
    await outbox.append(session, [
      {
        type: 'cte.cde.proposal.opened',
        subject: doc._id,
        key: framework,
        data: { proposal: doc._id, framework, title },
        by: actor,
        correlationid: correlationId,
      },
    ])
    return doc
  }

  /**
   * Takes a step, in the transaction given or one of its own: the proposal as it was read, the entry, and the events, or none.
   * Throws CTE_WRONG_STATE or CTE_PROPOSAL_CLOSED where the step does not begin, CTE_CHANGED_MEANWHILE if somebody was quicker.
   */
  async function take(
    proposal: ProposalDoc,
    step: keyof typeof STEPS,
    doing: Doing,
    { set = {}, digest, details, events = [] }: Doings = {},
    session?: ClientSession,
  ): Promise<ProposalDoc> {
    const state = stateAfter(proposal, step)
    const changed: Partial<ProposalDoc> = {
      ...set,
      state,
      version: proposal.version + 1,
      entries: proposal.entries + 1,
      updatedAt: doing.at,
    }
    const next: ProposalDoc = { ...proposal, ...changed }
    const entry = entryOf(next, {
      ...doing,
      step,
      from: proposal.state,
      to: state,
      digest: digest ?? null,
      details: details ?? null,
    })
    const write = async (own: ClientSession) => {
      const { matchedCount } = await Proposal.updateOne(
        { _id: proposal._id, version: proposal.version, state: proposal.state },
        { $set: changed },
        { session: own },
      )
      if (matchedCount === 0)
        throw problem('CTE_CHANGED_MEANWHILE', { given: `"v${proposal.version}"`, current: 'another' })
      await ProposalEntry.create([entry], { session: own })
      await outbox.append(own, events)
      return next
    }
    return session ? write(session) : db.transaction(write)
  }

  return {
    get,
    take,
    open: (opening: Opening, session?: ClientSession) =>
      session ? open(opening, session) : db.transaction(own => open(opening, own)),

    /** Appends or replaces operations, all or none: they must fit the base. */
    async edit(proposal: ProposalDoc, operations: Operation[], doing: Doing & { by: Actor }): Promise<ProposalDoc> {
      stateAfter(proposal, 'edited')
      fits(operations)
      await relations.check(await draftRelease({ ...proposal, operations }, trees, heads))
      const details = { operations: { before: proposal.operationCount, after: operations.length } }
      return take(proposal, 'edited', doing, {
        set: { operations, ...edition(proposal, operations, doing.by) },
        details,
      })
    },

    /** Sets what is said of the proposal: title, dates, equity, ties. */
    async describe(
      proposal: ProposalDoc,
      content: Partial<Content>,
      doing: Doing & { by: Actor },
    ): Promise<ProposalDoc> {
      const set = { ...content, ...edition(proposal, proposal.operations, doing.by) }
      return take(proposal, 'edited', doing, { set, details: { fields: Object.keys(content) } })
    },

    /** Every step ever taken, oldest first. */
    async record(id: string, after: number, limit: number): Promise<ProposalEntryDoc[]> {
      return ProposalEntry.find({ proposal: id, number: { $gt: after } })
        .sort({ number: 1 })
        .limit(limit)
        .lean<ProposalEntryDoc[]>()
    },
  }
}
export type Proposals = ReturnType<typeof createProposals>

/** What every edit of the content sets: from then on whatever was signed no longer holds. */
export const edition = (proposal: ProposalDoc, operations: Operation[], by: Actor) => ({
  revision: proposal.revision + 1,
  operationCount: operations.length,
  editedBy: by,
})

/** What the events of a proposal's steps have in common. */
export const told = (proposal: ProposalDoc, { by, reason, correlationId }: Act & { reason: string }) => ({
  subject: proposal._id,
  key: proposal.framework,
  data: {
    proposal: proposal._id,
    framework: proposal.framework,
    title: proposal.title,
    revision: proposal.revision,
    reason,
  },
  by,
  correlationid: correlationId,
})

const entryOf = (
  { _id, entries, revision }: ProposalDoc,
  entry: Omit<ProposalEntryDoc, '_id' | 'proposal' | 'number' | 'revision'>,
): ProposalEntryDoc => ({ _id: `${_id}#${entries}`, proposal: _id, number: entries, revision, ...entry })

export function fits(operations: Operation[]): void {
  if (operations.length > MAX_OPERATIONS)
    throw problem('CTE_PROPOSAL_TOO_LARGE', {
      limit: `${MAX_OPERATIONS} operations`,
      size: `${operations.length} operations`,
    })
  const bytes = Buffer.byteLength(JSON.stringify(operations))
  if (bytes > MAX_BYTES)
    throw problem('CTE_PROPOSAL_TOO_LARGE', { limit: `${MAX_BYTES} bytes`, size: `${bytes} bytes` })
}
