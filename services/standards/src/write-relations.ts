import type { Actor, CrosswalkRelation, RelationAct } from '@cte-align/contracts'
import type { ClientSession, NewEvent } from '@cte-align/service'
import type { RelationDoc } from './crosswalk.ts'
import type { Models } from './models.ts'
import { contentOf } from './relation-step.ts'

/** A relation as it is to stand, and who made it so. Its version is one more than before. */
export interface RelationStep {
  doc: RelationDoc
  act: RelationAct
  by: Actor
  at: Date
  reason: string
}

/** Writes relations, each with its step, in the caller's transaction; the caller appends `relationEvents` in the same one. */
export async function writeRelations(
  session: ClientSession,
  { Relation, RelationStep }: Pick<Models, 'Relation' | 'RelationStep'>,
  steps: RelationStep[],
): Promise<void> {
  if (steps.length === 0) return
  // Without mongoose's casting: thousands of relations must fit into the lifetime of a transaction.
  const fresh = steps.filter(({ doc }) => doc.version === 1)
  if (fresh.length > 0) await Relation.collection.insertMany(fresh.map(({ doc }) => doc) as never[], { session })
  const changed = steps.filter(({ doc }) => doc.version > 1)
  if (changed.length > 0)
    await Relation.collection.bulkWrite(
      changed.map(({ doc }) => ({
        replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true },
      })) as never[],
      { session },
    )
  const records = steps.map(({ doc, act, by, at, reason }) => ({
    _id: `${doc._id}#${doc.version}`,
    relation: doc._id,
    crosswalk: doc.crosswalk,
    version: doc.version,
    act,
    by,
    at,
    reason,
    after: contentOf(doc),
  }))
  await RelationStep.collection.insertMany(records as never[], { session })
}

export const relationEvents = (steps: RelationStep[], correlationid: string): NewEvent[] =>
  steps.map(({ doc, act, by, reason }) => ({
    type: 'cte.cde.crosswalk.changed' as const,
    subject: `${doc.from.key} ${doc.relation} ${doc.to?.key ?? 'none'}`,
    key: doc.crosswalk,
    data: {
      crosswalk: doc.crosswalk,
      relation: relationOf(doc),
      removed: doc.removedIn !== null,
      act,
      reason,
    },
    by,
    correlationid,
  }))

export function relationOf(doc: RelationDoc): CrosswalkRelation {
  const { _id, version: _version, removedIn: _removedIn, authors: _authors, ...relation } = doc
  return { id: _id, ...relation }
}
