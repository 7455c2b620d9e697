import type { CrosswalkRelation } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import { type Claim, refuseContradictions } from './contradictions.ts'
import type { CrosswalkDoc, RelationDoc } from './crosswalk.ts'
import { type DraftRelease, relationId } from './draft-release.ts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'
import { relationOf } from './write-relations.ts'

/** Crosswalks and their relations, to be read. What is removed or rejected stays readable. */
export function createRelations(models: Models) {
  const { Crosswalk, Relation, RelationStep } = models
  return {
    /**
     * Standing relations of alignments with an end among these items, whichever way they point. A crosswalk for reference is for
     * translating: no impact travels over it.
     */
    async touching(itemIds: string[]): Promise<CrosswalkRelation[]> {
      const references = await Crosswalk.find({ purpose: 'reference' }, { _id: 1 }).lean<{ _id: string }[]>()
      const docs = await Relation.find({
        $or: [{ 'from.id': { $in: itemIds } }, { 'to.id': { $in: itemIds } }],
        removedIn: null,
        crosswalk: { $nin: references.map(({ _id }) => _id) },
      })
        .sort({ _id: 1 })
        .lean<RelationDoc[]>()
      return docs.map(relationOf)
    },

    /** Refuses operations that name a crosswalk or relation that is not there, one between other frameworks, or a contradiction. */
    async check(draft: Pick<DraftRelease, 'mapped' | 'unmapped'>): Promise<void> {
      const claims = new Map<string, Claim[]>()
      for (const { index, crosswalk: key, from, to, relation } of draft.mapped) {
        if ((to === null) !== (relation === 'none'))
          throw atOperation(index, 'CTE_NO_COUNTERPART', { from: from.key, relation })
        const crosswalk = await Crosswalk.findById(key).lean<CrosswalkDoc>()
        if (crosswalk === null) throw atOperation(index, 'CTE_NO_SUCH_CROSSWALK', { crosswalk: key })
        const ends = [from.framework, to?.framework ?? from.framework]
        const strange = ends.find(end => end !== crosswalk.from && end !== crosswalk.to)
        if (strange !== undefined)
          throw atOperation(index, 'CTE_OTHER_CROSSWALK', {
            crosswalk: key,
            from: crosswalk.from,
            to: crosswalk.to,
            strange,
          })
        claims.set(key, [...(claims.get(key) ?? []), { id: relationId(key, from, to), from, to }])
      }
      for (const { index, relation } of draft.unmapped)
        if ((await Relation.exists({ _id: relation, removedIn: null })) === null)
          throw atOperation(index, 'CTE_NO_SUCH_RELATION', { relation, crosswalk: 'any crosswalk' })
      const except = draft.unmapped.map(({ relation }) => relation)
      for (const [key, made] of claims) await refuseContradictions(models, { _id: key }, made, { except })
    },

    async crosswalk(key: string): Promise<CrosswalkDoc> {
      const found = await Crosswalk.findById(key).lean<CrosswalkDoc>()
      if (found === null) throw problem('CTE_NO_SUCH_CROSSWALK', { crosswalk: key })
      return found
    },

    async one(crosswalk: string, id: string): Promise<RelationDoc> {
      const found = await Relation.findOne({ _id: id, crosswalk }).lean<RelationDoc>()
      if (found === null) throw problem('CTE_NO_SUCH_RELATION', { relation: id, crosswalk })
      return found
    },

    /** Every step of a relation, oldest first, from after a version on. */
    history: (relation: string, page: { after: number; limit: number }) =>
      RelationStep.find({ relation, version: { $gt: page.after } })
        .sort({ version: 1 })
        .limit(page.limit)
        .lean(),
  }
}
export type Relations = ReturnType<typeof createRelations>

/** Which of the proposal's operations is refused, as for all the others. */
function atOperation(index: number, ...[code, values]: Parameters<typeof problem>): Error {
  const { message } = problem(code, values)
  return problem(code, values, { errors: [{ path: `/operations/${index}`, message }] })
}

/** Touches both frameworks of a crosswalk, so that a release that begins at the same moment conflicts with this write. */
export async function holdStill(
  Framework: Models['Framework'],
  crosswalk: Pick<CrosswalkDoc, '_id' | 'from' | 'to'>,
  session: ClientSession,
): Promise<Record<string, number>> {
  const ends = [...new Set([crosswalk.from, crosswalk.to])]
  const { matchedCount } = await Framework.updateMany(
    { _id: { $in: ends }, publishing: null },
    { $inc: { crosswalkEdits: 1 } },
    { session, strict: false },
  )
  if (matchedCount < ends.length) throw problem('CTE_PUBLISHING_UNDER_WAY', { what: ends.join(' or ') })
  const found = await Framework.find({ _id: { $in: ends } }, { head: 1 })
    .session(session)
    .lean()
  return Object.fromEntries(found.map(({ _id, head }) => [_id, head]))
}
