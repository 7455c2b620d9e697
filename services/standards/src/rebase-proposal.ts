import type { Actor, Change, ItemRef, Operation } from '@cte-align/contracts'
import { CteError } from '@cte-align/service'
import { type DraftRelease, draftRelease, type Heads } from './draft-release.ts'
import { problem } from './errors.ts'
import { stateAfter } from './lifecycle.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'
import { type Doing, edition, type Proposals } from './proposals.ts'
import type { Trees } from './trees.ts'

/** One item that both sides changed: the proposal since its base, and releases since then. */
export interface Conflict {
  item: ItemRef
  ours: { changes: Change[]; by: Actor; at: Date }
  theirs: { change: Change; release: string; by: Actor; at: Date }[]
  /** Indexes of the proposal's operations that had a hand in it. */
  operations: number[]
}
/** An operation that cannot be done on the newer release, and why. */
export interface Misfit {
  operation: number
  code: string
  message: string
}
export interface Conflicts {
  base: number
  head: number
  conflicts: Conflict[]
  misfits: Misfit[]
  /** More operations do not fit than are listed. */
  truncated: boolean
}
export interface Resolution {
  /** Id or natural key of an item in conflict. */
  item: string
  keep: 'ours' | 'theirs'
}
const MISFITS_LISTED = 20

interface Parts {
  models: Models
  proposals: Proposals
  trees: Trees
  heads: Heads
}

/** Moving a proposal to a newer release: what collides is listed item by item, and somebody chooses. */
export function createRebasing({ models, proposals, trees, heads }: Parts) {
  const { ReleaseChange, Release } = models

  async function conflictsOf(proposal: ProposalDoc): Promise<Conflicts> {
    const head = (await heads(proposal.framework)) ?? proposal.base
    const none = { base: proposal.base, head, conflicts: [], misfits: [], truncated: false }
    if (proposal.base >= head) return none
    const draft = await draftRelease(proposal, trees, heads)
    const conflicts = await colliding(proposal, draft, head)
    const { misfits, truncated } = await misfitsOf(proposal, head)
    return { ...none, conflicts, misfits, truncated }
  }

  async function colliding(proposal: ProposalDoc, draft: DraftRelease, head: number): Promise<Conflict[]> {
    const ours = new Map<string, Change[]>()
    for (const change of draft.changes) ours.set(change.item.id, [...(ours.get(change.item.id) ?? []), change])
    const later = await ReleaseChange.find({
      framework: proposal.framework,
      releaseNumber: { $gt: proposal.base, $lte: head },
      'change.item.id': { $in: [...ours.keys()] },
    })
      .sort({ releaseNumber: 1, number: 1 })
      .lean()
    const releases = await Release.find({ _id: { $in: later.map(({ release }) => release) } }).lean()
    const about = new Map(releases.map(release => [release._id, { by: release.by, at: release.publishedAt! }]))
    const theirs = new Map<string, Conflict['theirs']>()
    for (const { change, release } of later)
      theirs.set(change.item.id, [...(theirs.get(change.item.id) ?? []), { change, release, ...about.get(release)! }])
    return [...theirs].map(([id, changes]) => ({
      item: ours.get(id)![0]!.item,
      ours: { changes: ours.get(id)!, by: proposal.editedBy, at: proposal.updatedAt },
      theirs: changes,
      operations: [...(draft.touched.get(id) ?? [])],
    }))
  }

  /** Leaves out each operation that does not fit and tries again, so that all of them are named at once. */
  async function misfitsOf(proposal: ProposalDoc, head: number) {
    const misfits: Misfit[] = []
    let left = proposal.operations.map((operation, index) => ({ operation, index }))
    while (misfits.length < MISFITS_LISTED) {
      const refused = await refusedBy(proposal, head, left)
      if (refused === null) return { misfits, truncated: false }
      misfits.push(refused)
      left = left.filter(({ index }) => index !== refused.operation)
    }
    return { misfits, truncated: true }
  }

  async function refusedBy(
    proposal: ProposalDoc,
    base: number,
    left: { operation: Operation; index: number }[],
  ): Promise<Misfit | null> {
    try {
      await draftRelease({ ...proposal, base, operations: left.map(({ operation }) => operation) }, trees, heads)
      return null
    } catch (error) {
      if (!(error instanceof CteError) || error.code !== 'CTE_OPERATION_REFUSED') throw error
      const at = Number(error.errors[0]!.path.split('/').at(-1))
      const { code, message } = error.cause as unknown as { code: string; message: string }
      return { operation: left[at]!.index, code, message: message.replace(/^Operation \d+: /, '') }
    }
  }

  return {
    conflictsOf,

    /**
     * Moves the proposal to the newest release. Every item in conflict needs a choice: `ours` lets the operations work on the
     * newer text, `theirs` drops those that had a hand in the item. `drop` names further operations, such as misfits. What is
     * dropped is kept in the record. Throws CTE_CONFLICTS while a choice is missing, CTE_OPERATION_REFUSED for a misfit left in.
     */
    async rebase(
      proposal: ProposalDoc,
      choices: { resolutions: Resolution[]; drop: number[] },
      doing: Doing & { by: Actor },
    ): Promise<ProposalDoc> {
      stateAfter(proposal, 'rebased')
      const { head, conflicts } = await conflictsOf(proposal)
      const named = (item: ItemRef) => choices.resolutions.find(each => each.item === item.id || each.item === item.key)
      const open = conflicts.filter(({ item }) => named(item) === undefined)
      if (open.length > 0) throw problem('CTE_CONFLICTS', { head, items: open.map(({ item }) => item.key).join(', ') })
      const strange = choices.resolutions.find(
        each => !conflicts.some(({ item }) => each.item === item.id || each.item === item.key),
      )
      if (strange !== undefined) throw problem('CTE_NO_SUCH_CONFLICT', { item: strange.item, head })
      const beyond = choices.drop.find(index => index >= proposal.operations.length)
      if (beyond !== undefined)
        throw problem('CTE_NO_SUCH_OPERATION', { operation: beyond, count: proposal.operations.length })

      const dropped = new Set(choices.drop)
      for (const { item, operations } of conflicts)
        if (named(item)!.keep === 'theirs') for (const index of operations) dropped.add(index)
      const operations = proposal.operations.filter((_, index) => !dropped.has(index))
      await draftRelease({ ...proposal, base: head, operations }, trees, heads)
      return proposals.take(proposal, 'rebased', doing, {
        set: { base: head, operations, ...edition(proposal, operations, doing.by) },
        details: {
          from: proposal.base,
          to: head,
          resolutions: choices.resolutions,
          dropped: [...dropped].sort((a, b) => a - b).map(index => ({ index, operation: proposal.operations[index] })),
        },
      })
    },
  }
}
export type Rebasing = ReturnType<typeof createRebasing>
