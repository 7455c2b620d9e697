import type { Database, Outbox } from '@cte-align/service'
import { refuseContradictions } from './contradictions.ts'
import type { RelationDoc } from './crosswalk.ts'
import { createRelationWriter, type Editing, theRelation } from './edit-relations.ts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'
import { movedEnds, readAnew } from './relation-ends.ts'
import type { Relations } from './relations.ts'
import type { Trees } from './trees.ts'

export interface Judging extends Editing {
  crosswalk: string
  relation: string
  reason: string
  /** Compares the caller's If-Match with the version found; throws where they differ. */
  match: (version: number) => void
}

interface Parts {
  models: Models
  db: Database
  outbox: Outbox
  trees: Trees
  relations: Relations
}

/**
 * draft -> reviewed -> accepted, and a suspect relation takes the same road again. Nobody who wrote a relation reviews, accepts or
 * rejects it. What is decided counts from the next release on.
 */
export function createRelationJudgement(parts: Parts) {
  const { models, trees } = parts
  const write = createRelationWriter(parts)

  const judge = (
    judging: Judging,
    step: (found: RelationDoc, heads: Record<string, number>) => Promise<Partial<RelationDoc>>,
    act: 'reviewed' | 'accepted' | 'rejected',
  ): Promise<RelationDoc> => {
    const { crosswalk: key, relation: id, actor, reason } = judging
    return write(key, judging, async (session, crosswalk, heads) => {
      const found = await theRelation(models, { crosswalk: key, id, match: judging.match }, session)
      if (found.authors.includes(actor.id)) throw problem('CTE_OWN_RELATION', { actor: actor.id })
      if (found.state === act) throw problem('CTE_RELATION_SETTLED', { relation: id, state: act })
      if (act !== 'rejected')
        await refuseContradictions(models, crosswalk, [{ id, from: found.from, to: found.to }], { session })
      const said = await step(found, heads)
      return { doc: { ...found, ...said, state: act, version: found.version + 1 }, act, reason }
    })
  }

  return {
    /** Somebody has looked at both ends as they are now: the relation is pinned to them anew. Draft and suspect relations alone. */
    review: (judging: Judging) =>
      judge(
        judging,
        async (found, heads) => {
          if (found.state !== 'draft' && found.state !== 'suspect')
            throw problem('CTE_RELATION_SETTLED', { relation: found._id, state: found.state })
          const { actor: by, at, reason } = judging
          const anew = await readAnew(found, trees, heads)
          return { ...anew, review: { by, at: at.toISOString(), reason }, suspicion: null }
        },
        'reviewed',
      ),

    /** Counts in full from the next release on. Throws CTE_NOT_REVIEWED where nobody has reviewed what it says now. */
    accept: (judging: Judging) =>
      judge(
        judging,
        async (found, heads) => {
          if (found.state !== 'reviewed')
            throw problem('CTE_NOT_REVIEWED', { relation: found._id, state: found.state, crosswalk: found.crosswalk })
          const read = new Map(
            await Promise.all(
              Object.entries(heads).map(async ([key, head]) => [key, await trees.at(key, head)] as const),
            ),
          )
          const moved = movedEnds(found, framework => read.get(framework))
          if (moved.length > 0) throw problem('CTE_END_MOVED', { relation: found._id, ends: moved.join(' and ') })
          return { decision: decided(judging, 'accepted') }
        },
        'accepted',
      ),

    /** Counts not at all from the next release on, whatever it was. A revision makes it a draft again. */
    reject: (judging: Judging) => judge(judging, async () => ({ decision: decided(judging, 'rejected') }), 'rejected'),
  }
}
export type RelationJudgement = ReturnType<typeof createRelationJudgement>

const decided = ({ actor: by, at, reason }: Judging, state: 'accepted' | 'rejected') => ({
  by,
  at: at.toISOString(),
  reason,
  state,
})
