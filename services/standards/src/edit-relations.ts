import type { Actor, CrosswalkPurpose, Relation as RelationWord } from '@cte-align/contracts'
import type { ClientSession, Database, Outbox } from '@cte-align/service'
import { refuseContradictions } from './contradictions.ts'
import type { CrosswalkDoc, RelationDoc } from './crosswalk.ts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'
import { draftRelation, endIn, readAnew } from './relation-ends.ts'
import { holdStill, type Relations } from './relations.ts'
import type { Trees } from './trees.ts'
import { type RelationStep, relationEvents, writeRelations } from './write-relations.ts'

export interface Editing {
  actor: Actor
  at: Date
  correlationId: string
}
/** Compares the caller's If-Match with the version found; throws where they differ. */
type Match = (version: number) => void

export interface NewRelation {
  from: string
  to: string | null
  /** The end that `from` belongs to, where it is said that it has no counterpart. */
  end: 'from' | 'to'
  relation: RelationWord
  note: string | null
  originalWord: string | null
  combination: string | null
  approximate: boolean
  suggested: boolean
}
export type Revision = {
  [K in 'relation' | 'note' | 'combination' | 'approximate']?: NewRelation[K] | undefined
}

interface Parts {
  models: Models
  db: Database
  outbox: Outbox
  trees: Trees
  relations: Relations
}

export type RelationWriter = ReturnType<typeof createRelationWriter>

/**
 * The one way to change a relation outside a release: in a transaction that holds both frameworks still, as a step of its history,
 * with its event. While a release of either framework is being published it is refused, so that a release has one graph.
 */
export function createRelationWriter({
  models,
  db,
  outbox,
  relations,
}: Pick<Parts, 'models' | 'db' | 'outbox' | 'relations'>) {
  return async (
    key: string,
    { actor, at, correlationId }: Editing,
    step: (
      session: ClientSession,
      crosswalk: CrosswalkDoc,
      heads: Record<string, number>,
    ) => Promise<Pick<RelationStep, 'doc' | 'act' | 'reason'>>,
  ): Promise<RelationDoc> => {
    const crosswalk = await relations.crosswalk(key)
    return db.transaction(async session => {
      const heads = await holdStill(models.Framework, crosswalk, session)
      const made = { ...(await step(session, crosswalk, heads)), by: actor, at }
      await writeRelations(session, models, [made])
      await outbox.append(session, relationEvents([made], correlationId))
      return made.doc
    })
  }
}

/** A standing relation as the session sees it, at the version the caller has read. Throws where it is not there, or removed. */
export async function theRelation(
  { Relation }: Pick<Models, 'Relation'>,
  { crosswalk, id, match }: { crosswalk: string; id: string; match: Match },
  session: ClientSession,
): Promise<RelationDoc> {
  const found = await Relation.findOne({ _id: id, crosswalk }).session(session).lean<RelationDoc>()
  if (found === null) throw problem('CTE_NO_SUCH_RELATION', { relation: id, crosswalk })
  match(found.version)
  if (found.removedIn !== null) throw problem('CTE_RELATION_REMOVED', { relation: id, release: found.removedIn })
  return found
}

/** Crosswalks and drafts, written by hand. Nothing here decides: see judge-relations.ts. */
export function createRelationEdits(parts: Parts) {
  const { models, db, trees } = parts
  const { Framework, Crosswalk, Relation } = models
  const write = createRelationWriter(parts)

  return {
    async register(
      made: { key: string; title: string; from: string; to: string; purpose: CrosswalkPurpose },
      at: Date,
    ) {
      const { key, ...rest } = made
      return db.transaction(async session => {
        for (const framework of [made.from, made.to])
          if ((await Framework.exists({ _id: framework }).session(session)) === null)
            throw problem('CTE_NO_SUCH_FRAMEWORK', { framework })
        if ((await Crosswalk.exists({ _id: key }).session(session)) !== null)
          throw problem('CTE_CROSSWALK_EXISTS', { crosswalk: key })
        const doc: CrosswalkDoc = { _id: key, ...rest, createdAt: at }
        await Crosswalk.create([doc], { session }).catch(error => {
          throw error.code === 11000 ? problem('CTE_CROSSWALK_EXISTS', { crosswalk: key }) : error
        })
        return doc
      })
    },

    /** A draft, pinned to the newest releases of both frameworks. One that was removed comes back under its id, with its history. */
    draft(key: string, asked: NewRelation, editing: Editing): Promise<RelationDoc> {
      return write(key, editing, async (session, crosswalk, heads) => {
        const { relation, note, originalWord, combination, approximate } = asked
        if ((asked.to === null) !== (relation === 'none') || (asked.to !== null && asked.end === 'to'))
          throw problem('CTE_NO_COUNTERPART', { from: asked.from, relation })
        const end = async (framework: string, item: string) =>
          endIn(await trees.at(framework, heads[framework]!), heads[framework]!, item)
        const from = await end(crosswalk[asked.end], asked.from)
        const to = asked.to === null ? null : await end(crosswalk.to, asked.to)
        if (to?.ref.id === from.ref.id) throw problem('CTE_RELATION_TO_ITSELF', { item: from.ref.key })
        const source = asked.suggested ? 'suggested by text similarity' : `entered by ${editing.actor.id}`
        const provenance = { source, verified: false, note }
        const author = editing.actor.id
        const given = { from, to, relation, author, provenance, originalWord, combination, approximate }
        const fresh = draftRelation(crosswalk, given)
        const before = await Relation.findById(fresh._id).session(session).lean<RelationDoc>()
        if (before?.removedIn === null)
          throw problem('CTE_RELATION_EXISTS', { relation: fresh._id, state: before.state })
        await refuseContradictions(models, crosswalk, [{ id: fresh._id, from: from.ref, to: to?.ref ?? null }], {
          session,
        })
        const doc = draftRelation(crosswalk, given, before)
        return { doc, act: 'drafted', reason: note ?? source }
      })
    },

    /** Whatever it was, it is a draft again, read at the newest releases; whoever revises it is one of its authors. */
    revise(key: string, id: string, revision: Revision & { reason: string }, editing: Editing & { match: Match }) {
      return write(key, editing, async (session, crosswalk, heads) => {
        const found = await theRelation(models, { crosswalk: key, id, match: editing.match }, session)
        const { reason, note, relation = found.relation, combination, approximate } = revision
        if ((found.to === null) !== (relation === 'none'))
          throw problem('CTE_NO_COUNTERPART', { from: found.from.key, relation })
        await refuseContradictions(models, crosswalk, [{ id, from: found.from, to: found.to }], { session })
        const doc: RelationDoc = {
          ...(await readAnew(found, trees, heads)),
          relation,
          state: 'draft',
          ...(combination !== undefined && { combination }),
          ...(approximate !== undefined && { approximate }),
          provenance: note === undefined ? found.provenance : { ...found.provenance, note },
          author: editing.actor.id,
          authors: [...new Set([...found.authors, editing.actor.id])],
          review: null,
          decision: null,
          suspicion: null,
          version: found.version + 1,
        }
        return { doc, act: 'revised', reason }
      })
    },

    /** Takes a relation out; it stays readable. What was reviewed or accepted needs somebody who may decide, and is not its author. */
    remove(key: string, id: string, reason: string, editing: Editing & { match: Match; mayDecide: boolean }) {
      return write(key, editing, async (session, _crosswalk, heads) => {
        const found = await theRelation(models, { crosswalk: key, id, match: editing.match }, session)
        const { actor } = editing
        if (found.state !== 'draft' && found.state !== 'rejected') {
          if (found.authors.includes(actor.id)) throw problem('CTE_OWN_RELATION', { actor: actor.id })
          if (!editing.mayDecide) throw problem('CTE_REMOVAL_DECIDES', { relation: id, state: found.state })
        }
        const removedIn = `${found.from.framework}@${heads[found.from.framework]}`
        return { doc: { ...found, removedIn, version: found.version + 1 }, act: 'removed', reason }
      })
    },
  }
}
export type RelationEdits = ReturnType<typeof createRelationEdits>
