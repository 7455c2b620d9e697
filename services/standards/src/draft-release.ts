import {
  type Change,
  type ItemRef,
  idFrom,
  type ReachedChange,
  type ReleaseRef,
  releaseRef,
} from '@cte-align/contracts'
import {
  type Applied,
  applyOperations,
  diff,
  findItem,
  lineageOf,
  OperationError,
  reachOf,
  refOf,
  type Tree,
} from '@cte-align/impact'
import { problem } from './errors.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Relations } from './relations.ts'
import type { Trees } from './trees.ts'

/** What a proposal would publish, worked out but not written: diff, preview and publish all start from this. */
export interface DraftRelease {
  release: ReleaseRef
  base: Tree
  proposed: Tree
  changes: Change[]
  mapped: Applied['mapped']
  unmapped: Applied['unmapped']
  touched: Applied['touched']
}

type Drafted = Pick<ProposalDoc, '_id' | 'framework' | 'base' | 'operations' | 'openedBy'>

/** Applies the proposal's operations to its base. Refuses with the number of the first operation that does not fit. */
export async function draftRelease(proposal: Drafted, trees: Trees, heads: Heads): Promise<DraftRelease> {
  const release = releaseRef(proposal.framework, proposal.base + 1)
  const base = await trees.at(proposal.framework, proposal.base)
  const foreign = await foreignItems(proposal, trees, heads)
  try {
    const applied = applyOperations(base, proposal.operations, {
      proposal: proposal._id,
      release,
      foreign,
      by: proposal.openedBy.id,
    })
    const changes = diff(base, applied.tree, release, applied.notes)
    const { mapped, unmapped, touched } = applied
    return { release, base, proposed: applied.tree, changes, mapped, unmapped, touched }
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    throw problem(
      'CTE_OPERATION_REFUSED',
      { detail: `${error.message} (${error.code})` },
      { errors: [{ path: `/operations/${error.index}`, message: error.message }], cause: error },
    )
  }
}

/** Adds what each change reaches, over both trees and the crosswalk relations that touch them. */
export async function withReach(draft: DraftRelease, relations: Relations): Promise<ReachedChange[]> {
  const ids = new Set<string>()
  for (const { item } of draft.changes) {
    ids.add(item.id)
    for (const tree of [draft.base, draft.proposed])
      if (tree.items.has(item.id)) for (const above of lineageOf(tree, item.id)) ids.add(above.id)
  }
  const graph = { base: draft.base, proposed: draft.proposed, relations: await relations.touching([...ids]) }
  return draft.changes.map(change => ({ change, reach: reachOf(change, graph) }))
}

/** The newest release number of a framework; undefined where there is no such framework. */
export type Heads = (framework: string) => Promise<number | undefined>

/** Operations may name items of other frameworks (successors, map): looked up in their newest releases. */
async function foreignItems(proposal: Drafted, trees: Trees, heads: Heads) {
  const named = new Set<string>()
  for (const operation of proposal.operations) {
    if (operation.op === 'retire' && Array.isArray(operation.successors))
      for (const successor of operation.successors) named.add(successor.framework)
    if (operation.op === 'map' && operation.to !== null) named.add(operation.to.framework)
  }
  named.delete(proposal.framework)
  const others = new Map<string, Tree>()
  for (const framework of named) {
    const head = await heads(framework)
    if (head !== undefined) others.set(framework, await trees.at(framework, head))
  }
  return (framework: string, target: string): ItemRef | undefined => {
    const tree = others.get(framework)
    const item = tree && findItem(tree, target)
    return tree && item && refOf(tree, item.id)
  }
}

/** Two relations between the same ends of a crosswalk are one. */
export const relationId = (crosswalk: string, from: ItemRef, to: ItemRef | null) =>
  idFrom('relation', crosswalk, from.id, to?.id ?? 'none')
