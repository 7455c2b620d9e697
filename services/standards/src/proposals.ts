import { type Actor, idFrom, type Operation } from '@cte-align/contracts'
import type { ClientSession, Database, Outbox } from '@cte-align/service'
import { draftRelease, type Heads } from './draft-release.ts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Relations } from './relations.ts'
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
  actor: Actor
  at: Date
  correlationId: string
}

interface Parts {
  models: Models
  db: Database
  outbox: Outbox
  trees: Trees
  relations: Relations
  heads: Heads
}

export function createProposals(parts: Parts) {
  const { models, db, outbox, trees, relations, heads } = parts
  const { Proposal, ReleaseChange } = models

  async function get(id: string): Promise<ProposalDoc> {
    const found = await Proposal.findById(id).lean<ProposalDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_PROPOSAL', { proposal: id })
    return found
  }

  /** Replaces a draft at the revision it was read at; whoever came second is told by `match`. */
  async function save(next: ProposalDoc, session?: ClientSession): Promise<ProposalDoc> {
    const saved: ProposalDoc = { ...next, revision: next.revision + 1 }
    const { matchedCount } = await Proposal.replaceOne(
      { _id: next._id, revision: next.revision, state: 'draft' },
      saved,
      session ? { session } : {},
    )
    if (matchedCount === 0) throw problem('CTE_CHANGED_MEANWHILE', { given: `"v${next.revision}"`, current: 'another' })
    return saved
  }

  const open = async (opening: Opening, session: ClientSession): Promise<ProposalDoc> => {
    const { framework, title, operations, actor, at } = opening
    const doc: ProposalDoc = {
      _id: opening.id ?? idFrom('proposal', framework, title, actor.id, at.toISOString(), opening.correlationId),
      framework,
      base: opening.base,
      title,
      description: opening.description,
      state: 'draft',
      revision: 1,
      operations,
      openedBy: actor,
      openedAt: at,
      updatedAt: at,
      release: null,
      withdrawn: null,
    }
    fits(operations)
    await Proposal.create([doc], { session })
    await outbox.append(session, [
      {
        type: 'cte.cde.proposal.opened',
        subject: doc._id,
        key: framework,
        data: { proposal: doc._id, framework, title },
        correlationid: opening.correlationId,
      },
    ])
    return doc
  }

  return {
    get,
    open: (opening: Opening, session?: ClientSession) =>
      session ? open(opening, session) : db.transaction(own => open(opening, own)),

    /** Appends or replaces operations, all or none: they must fit the base. */
    async edit(proposal: ProposalDoc, operations: Operation[], at: Date): Promise<ProposalDoc> {
      mustBeDraft(proposal)
      fits(operations)
      const next = { ...proposal, operations, updatedAt: at }
      await relations.check(await draftRelease(next, trees, heads))
      return save(next)
    },

    /** Moves a draft to the newest release, where nothing that it changes was changed meanwhile. */
    async rebase(proposal: ProposalDoc, head: number, at: Date): Promise<ProposalDoc> {
      mustBeDraft(proposal)
      const conflicts = await this.conflicts(proposal, head)
      if (conflicts.length > 0)
        throw problem('CTE_CONFLICTS', { head, items: conflicts.map(conflict => conflict.item.key).join(', ') })
      const next = { ...proposal, base: head, updatedAt: at }
      await draftRelease(next, trees, heads)
      return save(next)
    },

    /** Items that the proposal changes and that a release after its base changed too, with that release's change. */
    async conflicts(proposal: ProposalDoc, head: number) {
      if (proposal.base >= head) return []
      const draft = await draftRelease(proposal, trees, heads)
      const ids = [...new Set(draft.changes.map(change => change.item.id))]
      const later = await ReleaseChange.find({
        framework: proposal.framework,
        releaseNumber: { $gt: proposal.base, $lte: head },
        'change.item.id': { $in: ids },
      })
        .sort({ releaseNumber: 1, number: 1 })
        .lean()
      return later.map(({ change }) => ({
        item: change.item,
        theirs: change,
        ours: draft.changes.filter(ours => ours.item.id === change.item.id),
      }))
    },

    async withdraw(proposal: ProposalDoc, by: Actor, reason: string, at: Date, correlationId: string) {
      mustBeDraft(proposal)
      return db.transaction(async session => {
        const next: ProposalDoc = { ...proposal, state: 'withdrawn', withdrawn: { by, reason, at }, updatedAt: at }
        const saved = await save(next, session)
        const data = { proposal: saved._id, framework: saved.framework, title: saved.title, reason }
        await outbox.append(session, [
          {
            type: 'cte.cde.proposal.withdrawn',
            subject: saved._id,
            key: saved.framework,
            data,
            correlationid: correlationId,
          },
        ])
        return saved
      })
    },
  }
}
export type Proposals = ReturnType<typeof createProposals>

export function mustBeDraft(proposal: ProposalDoc): void {
  if (proposal.state !== 'draft')
    throw problem('CTE_PROPOSAL_CLOSED', { proposal: proposal._id, state: proposal.state })
}

function fits(operations: Operation[]): void {
  if (operations.length > MAX_OPERATIONS)
    throw problem('CTE_PROPOSAL_TOO_LARGE', {
      limit: `${MAX_OPERATIONS} operations`,
      size: `${operations.length} operations`,
    })
  const bytes = Buffer.byteLength(JSON.stringify(operations))
  if (bytes > MAX_BYTES)
    throw problem('CTE_PROPOSAL_TOO_LARGE', { limit: `${MAX_BYTES} bytes`, size: `${bytes} bytes` })
}
