import type { Actor, CrosswalkRelation, RelationState } from '@cte-align/contracts'
import type { ClientSession, Database, Outbox } from '@cte-align/service'
import type { CrosswalkDoc, RelationDoc } from './crosswalk.ts'
import type { DraftRelease } from './draft-release.ts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'

export interface Deciding {
  crosswalk: string
  relation: string
  state: Extract<RelationState, 'accepted' | 'rejected'>
  actor: Actor
  reason: string
  at: Date
  correlationId: string
  /** Compares the caller's If-Match with the version found; throws where they differ. */
  match: (version: number) => void
}

/** Crosswalks and their relations. What is removed or rejected stays readable. */
export function createRelations({ Crosswalk, Relation, Framework }: Models, db: Database, outbox: Outbox) {
  return {
    /** Standing relations with an end among these items, whichever way they point. */
    async touching(itemIds: string[]): Promise<CrosswalkRelation[]> {
      const docs = await Relation.find({
        $or: [{ 'from.id': { $in: itemIds } }, { 'to.id': { $in: itemIds } }],
        removedIn: null,
      })
        .sort({ _id: 1 })
        .lean<RelationDoc[]>()
      return docs.map(relationOf)
    },

    /** Refuses operations that name a crosswalk or relation that is not there, or one between other frameworks. */
    async check(draft: Pick<DraftRelease, 'mapped' | 'unmapped'>): Promise<void> {
      for (const { crosswalk: key, from, to, relation } of draft.mapped) {
        if ((to === null) !== (relation === 'none')) throw problem('CTE_NO_COUNTERPART', { from: from.key, relation })
        const crosswalk = await this.crosswalk(key)
        const ends = [from.framework, to?.framework ?? from.framework]
        const strange = ends.find(end => end !== crosswalk.from && end !== crosswalk.to)
        if (strange !== undefined)
          throw problem('CTE_OTHER_CROSSWALK', { crosswalk: key, from: crosswalk.from, to: crosswalk.to, strange })
      }
      for (const { relation } of draft.unmapped)
        if ((await Relation.exists({ _id: relation, removedIn: null })) === null)
          throw problem('CTE_NO_SUCH_RELATION', { relation, crosswalk: 'any crosswalk' })
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

    /**
     * Accepts or rejects a relation: from then on it counts in full, or not at all. Who proposed it may not decide. Waits for
     * no release: while one of either framework is being published it is refused, so that a release has one graph.
     */
    async decide(deciding: Deciding): Promise<RelationDoc> {
      const { crosswalk: key, relation: id, state, actor, reason, at } = deciding
      const crosswalk = await this.crosswalk(key)
      return db.transaction(async session => {
        const found = await Relation.findOne({ _id: id, crosswalk: key }).session(session).lean<RelationDoc>()
        if (found === null) throw problem('CTE_NO_SUCH_RELATION', { relation: id, crosswalk: key })
        deciding.match(found.version)
        if (found.author === actor.id) throw problem('CTE_OWN_RELATION', { actor: actor.id })
        if (found.state === state) throw problem('CTE_RELATION_SETTLED', { relation: id, state })
        await holdStill(Framework, crosswalk, session)
        const decided: RelationDoc = {
          ...found,
          state,
          decision: { by: actor, at: at.toISOString(), reason, state },
          version: found.version + 1,
        }
        await Relation.replaceOne({ _id: id }, decided, { session })
        await outbox.append(session, [crosswalkChanged(decided, deciding.correlationId)])
        return decided
      })
    },
  }
}
export type Relations = ReturnType<typeof createRelations>

/** Touches both frameworks of a crosswalk, so that a release that begins at the same moment conflicts with this write. */
export async function holdStill(
  Framework: Models['Framework'],
  crosswalk: Pick<CrosswalkDoc, '_id' | 'from' | 'to'>,
  session: ClientSession,
): Promise<void> {
  const ends = [...new Set([crosswalk.from, crosswalk.to])]
  const { matchedCount } = await Framework.updateMany(
    { _id: { $in: ends }, publishing: null },
    { $inc: { crosswalkEdits: 1 } },
    { session, strict: false },
  )
  if (matchedCount < ends.length) throw problem('CTE_PUBLISHING_UNDER_WAY', { what: ends.join(' or ') })
}

export const crosswalkChanged = (relation: RelationDoc, correlationid: string) => ({
  type: 'cte.cde.crosswalk.changed' as const,
  subject: `${relation.from.key} ${relation.relation} ${relation.to?.key ?? 'none'}`,
  key: relation.crosswalk,
  data: { crosswalk: relation.crosswalk, relation: relationOf(relation), removed: relation.removedIn !== null },
  correlationid,
})

export function relationOf(doc: RelationDoc): CrosswalkRelation {
  const { _id, version: _version, removedIn: _removedIn, ...relation } = doc
  return { id: _id, ...relation }
}
