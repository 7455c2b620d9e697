import { randomUUID } from 'node:crypto'
import type { Actor } from '@cte-align/contracts'
import { actorOf } from '@cte-align/service'
import type { FastifyRequest } from 'fastify'
import { problem } from './errors.ts'
import type { FlagFilter } from './flag-filter.ts'
import type { ReviewModels } from './models/models.ts'
import type { SavedViewDoc } from './models/saved-view.ts'
import type { ViewBody } from './view-shape.ts'

type Asking = Pick<FastifyRequest, 'headers'>

/** Ways to look at the queue. A private one is seen by the id that keeps it: a convenience, and no secret. */
export function createSavedViews({ models: { SavedView }, now }: { models: ReviewModels; now: () => Date }) {
  const seenBy = (request: Asking) => {
    const mine = request.headers['x-cte-actor'] === undefined ? [] : [{ owner: actorOf(request).id }]
    return { $or: [{ shared: true }, ...mine] }
  }

  async function find(id: string, request: Asking): Promise<SavedViewDoc> {
    const view = await SavedView.findOne({ $and: [{ _id: id }, seenBy(request)] }).lean<SavedViewDoc>()
    if (view === null) throw problem('CTE_NO_SUCH_VIEW', { id })
    return view
  }

  /** Only who keeps a view changes it, and an administrator one that all see. */
  function requireKeeper({ _id: id, owner, shared }: SavedViewDoc, actor: Actor): void {
    if (owner === actor.id || (shared && actor.role === 'administrator')) return
    throw problem('CTE_VIEW_NOT_YOURS', { id, owner })
  }

  return {
    find,
    async page(request: Asking, { limit, after }: { limit: number; after: string | undefined }) {
      const from = after === undefined ? {} : { _id: { $gt: after } }
      const found = await SavedView.find({ $and: [seenBy(request), from] })
        .sort({ _id: 1 })
        .limit(limit + 1)
        .lean<SavedViewDoc[]>()
      return { views: found.slice(0, limit), more: found.length > limit }
    },
    /** A view's filter with what was asked beside it, which goes first; nothing but that where no view is named. */
    async apply(id: string | undefined, given: FlagFilter, request: Asking) {
      if (id === undefined) return { filter: given, order: undefined, group: undefined }
      const view = await find(id, request)
      const asked = Object.entries(given).filter(([, value]) => value !== undefined)
      return { filter: { ...view.filter, ...Object.fromEntries(asked) }, order: view.order, group: view.group }
    },
    async add(body: ViewBody, actor: Actor): Promise<SavedViewDoc> {
      const { id: owner, agency } = actor
      const view: SavedViewDoc = { _id: randomUUID(), ...body, agency, owner, version: 1, changedAt: now() }
      await SavedView.create(view)
      return view
    },
    /** `check` throws where the caller has read another version. */
    async change(request: Asking, change: { id: string; body: ViewBody; actor: Actor; check: Check }) {
      const { id, body, actor, check } = change
      const old = await find(id, request)
      requireKeeper(old, actor)
      check(old.version)
      const view = { ...old, ...body, version: old.version + 1, changedAt: now() }
      const done = await SavedView.replaceOne({ _id: id, version: old.version }, view)
      if (done.matchedCount === 0) check(old.version + 1)
      return view
    },
    /** The view goes; nothing else hangs on it. */
    async remove(request: Asking, { id, actor, check }: { id: string; actor: Actor; check: Check }): Promise<void> {
      const old = await find(id, request)
      requireKeeper(old, actor)
      check(old.version)
      const done = await SavedView.deleteOne({ _id: id, version: old.version })
      if (done.deletedCount === 0) check(old.version + 1)
    },
  }
}
type Check = (version: number) => void
export type SavedViews = ReturnType<typeof createSavedViews>
