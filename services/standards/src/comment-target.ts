import { ItemKey, type ItemRef } from '@cte-align/contracts'
import { findItem, refOf, type Tree } from '@cte-align/impact'
import { CteError } from '@cte-align/service'
import { z } from 'zod'
import { bindOperation } from './bound-operations.ts'
import type { About } from './comment.ts'
import { draftRelease, type Heads } from './draft-release.ts'
import { problem } from './errors.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Trees } from './trees.ts'

/** What a comment is about, as its recorder names it. */
export const AboutInput = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('proposal') }),
  z.strictObject({
    on: z.literal('item'),
    item: ItemKey.min(1).meta({ description: 'Id or natural key, of the proposed tree or of the base' }),
  }),
  z.strictObject({
    on: z.literal('operation'),
    operation: z.int().min(0).meta({ description: 'Index among the operations, from 0' }),
  }),
])
export type AboutInput = z.infer<typeof AboutInput>

/** The proposal's trees, the proposed one first: people comment on what is proposed, and on what it takes away. */
export async function treesOf(proposal: ProposalDoc, trees: Trees, heads: Heads): Promise<Tree[]> {
  const base = await trees.at(proposal.framework, proposal.base)
  if (proposal.operations.length === 0) return [base]
  try {
    return [(await draftRelease(proposal, trees, heads)).proposed, base]
  } catch (error) {
    // Operations that do not fit at the moment (another framework moved on) hold up the proposal, not its comments.
    if (error instanceof CteError) return [base]
    throw error
  }
}

/** Finds what is meant, or throws CTE_NO_SUCH_ITEM or CTE_NO_SUCH_OPERATION. */
export function resolveAbout(proposal: ProposalDoc, about: AboutInput, trees: readonly Tree[]): About {
  switch (about.on) {
    case 'proposal':
      return about
    case 'item':
      return { on: 'item', ...itemIn(proposal, about.item, trees) }
    case 'operation':
      return { on: 'operation', operation: bindOperation(proposal, about.operation, trees) }
    default:
      return about satisfies never
  }
}

function itemIn(
  proposal: ProposalDoc,
  target: string,
  trees: readonly Tree[],
): { item: ItemRef; tree: 'base' | 'proposed' } {
  for (const [index, tree] of trees.entries()) {
    const item = findItem(tree, target)
    if (item !== undefined)
      return { item: refOf(tree, item.id), tree: index === trees.length - 1 ? 'base' : 'proposed' }
  }
  const where = `${proposal.framework}@${proposal.base} or in what proposal ${proposal._id} makes of it`
  throw problem('CTE_NO_SUCH_ITEM', { item: target, where })
}

/** Natural key of the item that a comment touches; null for one on the whole proposal, or on an operation without an item. */
export function keyOfAbout(about: About): string | null {
  if (about.on === 'item') return about.item.key
  return about.on === 'operation' ? about.operation.key : null
}
