import type { ItemRef, Relation } from '@cte-align/contracts'
import { findItem, refOf, type Tree } from '@cte-align/impact'
import type { CrosswalkDoc, RelationDoc } from './crosswalk.ts'
import { relationId } from './draft-release.ts'
import { problem } from './errors.ts'
import { printOf } from './prints.ts'
import type { Trees } from './trees.ts'

/** An end of a relation, as it reads in a release. */
export interface End {
  ref: ItemRef
  release: string
  print: string
}

/** The item in a tree that was read at release `number`; throws CTE_NO_SUCH_ITEM. A retired item is an end too. */
export function endIn(tree: Tree, number: number, target: string): End {
  const item = findItem(tree, target)
  const release = `${tree.framework}@${number}`
  if (item === undefined) throw problem('CTE_NO_SUCH_ITEM', { item: target, where: release })
  return { ref: refOf(tree, item.id), release, print: printOf(item) }
}

interface Drafted {
  from: End
  to: End | null
  relation: Relation
  author: string
  provenance: RelationDoc['provenance']
  originalWord?: string | null
  combination?: string | null
  approximate?: boolean
}

/** A relation that nobody has looked at but its author, pinned to the releases in which both ends were read. */
export function draftRelation(
  crosswalk: Pick<CrosswalkDoc, '_id'>,
  { from, to, relation, author, provenance, ...marks }: Drafted,
  before: RelationDoc | null = null,
): RelationDoc {
  const continued = before?.removedIn === null ? before.authors : []
  return {
    _id: relationId(crosswalk._id, from.ref, to?.ref ?? null),
    crosswalk: crosswalk._id,
    from: from.ref,
    to: to?.ref ?? null,
    relation,
    state: 'draft',
    originalWord: marks.originalWord ?? null,
    combination: marks.combination ?? null,
    approximate: marks.approximate ?? false,
    pinned: { from: from.release, to: to?.release ?? null },
    fingerprints: { from: from.print, to: to?.print ?? null },
    author,
    authors: [...new Set([...continued, author])],
    review: null,
    decision: null,
    suspicion: null,
    provenance,
    version: (before?.version ?? 0) + 1,
    removedIn: null,
  }
}

/** The same relation, read anew at the newest releases of both ends. */
export async function readAnew(doc: RelationDoc, trees: Trees, heads: Record<string, number>): Promise<RelationDoc> {
  const at = async (ref: ItemRef) =>
    endIn(await trees.at(ref.framework, heads[ref.framework]!), heads[ref.framework]!, ref.id)
  const from = await at(doc.from)
  const to = doc.to && (await at(doc.to))
  return {
    ...doc,
    from: from.ref,
    to: to?.ref ?? null,
    pinned: { from: from.release, to: to?.release ?? null },
    fingerprints: { from: from.print, to: to?.print ?? null },
  }
}

/** The ends that no longer say what they said when the relation was read. */
export function movedEnds(doc: RelationDoc, treeOf: (framework: string) => Tree | undefined): ('from' | 'to')[] {
  return (['from', 'to'] as const).filter(end => {
    const ref = doc[end]
    const item = ref && treeOf(ref.framework)?.items.get(ref.id)
    return item != null && printOf(item) !== doc.fingerprints?.[end]
  })
}
