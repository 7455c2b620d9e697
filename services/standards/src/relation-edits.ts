import type { RelationDoc } from './crosswalk.ts'
import { type DraftRelease, type Heads, relationId } from './draft-release.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'
import { draftRelation, endIn } from './relation-ends.ts'
import { suspectRelations, suspicionInWords } from './suspect-relations.ts'
import type { Trees } from './trees.ts'
import type { RelationStep } from './write-relations.ts'

interface Given {
  models: Pick<Models, 'Relation'>
  trees: Trees
  heads: Heads
  by: RelationStep['by']
  at: Date
}

/**
 * Relations that a release brings (as drafts, to be decided on), takes out, or puts in doubt because an end has moved. One that
 * stands already, and says the same, stays as it is, with what was decided on it.
 */
export async function relationEdits(
  draft: DraftRelease,
  proposal: Pick<ProposalDoc, '_id' | 'openedBy'>,
  { models, trees, heads, by, at }: Given,
): Promise<RelationStep[]> {
  const named = [
    ...draft.unmapped.map(({ relation }) => relation),
    ...draft.mapped.map(({ crosswalk, from, to }) => relationId(crosswalk, from, to)),
  ]
  const known = await models.Relation.find({ _id: { $in: named } }).lean<RelationDoc[]>()
  const before = new Map(known.map(doc => [doc._id, doc]))
  const standing = new Map(before)
  const edits = new Map<string, RelationStep>()
  const edit = (doc: RelationDoc, act: RelationStep['act'], who: RelationStep['by'], reason: string) => {
    // However often a release touches a relation, it is one step.
    const version = (before.get(doc._id)?.version ?? 0) + 1
    standing.set(doc._id, { ...doc, version })
    edits.set(doc._id, { doc: { ...doc, version }, act, by: who, at, reason })
  }
  for (const doc of await suspectRelations(draft, models)) {
    before.set(doc._id, { ...doc, version: doc.version - 1 })
    edit(doc, 'suspected', by, suspicionInWords(doc))
  }
  for (const { relation, reason } of draft.unmapped) {
    const doc = standing.get(relation)
    if (doc?.removedIn === null) edit({ ...doc, removedIn: draft.release.id }, 'removed', proposal.openedBy, reason)
  }
  for (const { crosswalk, from, to, relation, note } of draft.mapped) {
    const doc = standing.get(relationId(crosswalk, from, to))
    if (doc?.removedIn === null && doc.relation === relation && doc.state !== 'rejected') continue
    const source = `proposal ${proposal._id}`
    const head = to && (await heads(to.framework))!
    const mapped = {
      from: endIn(draft.proposed, draft.release.number, from.id),
      to:
        to &&
        (to.framework === draft.release.framework
          ? endIn(draft.proposed, draft.release.number, to.id)
          : endIn(await trees.at(to.framework, head!), head!, to.id)),
      relation,
      author: proposal.openedBy.id,
      provenance: { source, verified: false, note },
    }
    edit(draftRelation({ _id: crosswalk }, mapped, doc ?? null), 'drafted', proposal.openedBy, note ?? source)
  }
  return [...edits.values()]
}
