import type { RelationDoc } from './crosswalk.ts'
import { type DraftRelease, type Heads, relationId } from './draft-release.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'

/**
 * Relations that a release brings (as drafts, to be decided on) or takes out. One that stands already, and says the same, stays
 * as it is, with what was decided on it.
 */
export async function relationEdits(
  draft: DraftRelease,
  proposal: Pick<ProposalDoc, '_id' | 'openedBy'>,
  { models: { Relation }, heads }: { models: Pick<Models, 'Relation'>; heads: Heads },
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
    if (doc?.removedIn === null) edit({ ...doc, removedIn: draft.release.id, version: doc.version + 1 })
  }
  for (const { crosswalk: key, from, to, relation, note } of draft.mapped) {
    const head = to === null ? null : await heads(to.framework)
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
      pinned: { from: draft.release.id, to: to === null ? null : `${to.framework}@${head}` },
      author: proposal.openedBy.id,
      decision: null,
      provenance: { source: `proposal ${proposal._id}`, verified: false, note },
      version: (before?.version ?? 0) + 1,
      removedIn: null,
    })
  }
  return [...edits.values()]
}
