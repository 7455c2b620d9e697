import type { Bus } from '@cte-align/bus'
import { linkProblem, makeLinks, type Review } from '@cte-align/review'
import {
  type Act,
  type ClientSession,
  type Database,
  etagOf,
  holding,
  pageByKey,
  problem as shared,
} from '@cte-align/service'
import type { Announcements } from './announcements.ts'
import { dependentOf, type StoredAuthorization } from './authorization.ts'
import type { CatalogueModels } from './catalogue.ts'
import { problem } from './errors.ts'
import { rulesToAnnounce } from './rule-announcement.ts'
import { noteOf } from './write-import.ts'

export interface AuthorizationFilter {
  document?: string | undefined
  authorization?: string | undefined
  subject?: string | undefined
  cteRelation?: string | undefined
  status?: string | undefined
  /** Natural key of an item that it is linked to. */
  item?: string | undefined
  q?: string | undefined
}
type Revisable = Pick<StoredAuthorization, 'title' | 'subjectTitle' | 'notes' | 'status'>
/** What is not given stays. */
export type Revision = { [Field in keyof Revisable]?: Revisable[Field] | undefined }
export interface NewLink {
  framework: string
  item: string
  basis: string
  verified: boolean
}

export function createAuthorizationStore(deps: {
  db: Database
  bus: Pick<Bus, 'request'>
  review: Review
  models: CatalogueModels
  announce: Announcements
  now: () => Date
}) {
  const { db, bus, review, models, announce, now } = deps
  const { authorizations, rules } = models

  async function find(key: string): Promise<StoredAuthorization> {
    const row = await authorizations.findById(key).lean()
    if (row === null) throw problem('CTE_NO_SUCH_AUTHORIZATION', { key })
    return row
  }

  /** One writer at a time: whoever read an older version changes nothing. */
  async function update(session: ClientSession, before: StoredAuthorization, fields: object): Promise<void> {
    const { matchedCount } = await authorizations.updateOne(
      { _id: before._id, version: before.version },
      { $set: { ...fields, version: before.version + 1, updatedAt: now() } },
      { session },
    )
    const given = etagOf(before.version)
    if (matchedCount === 0) throw shared('CTE_CHANGED_MEANWHILE', { given, current: 'a newer one' })
  }

  return {
    find,
    page: (filter: AuthorizationFilter, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(authorizations, queryOf(filter), page),
    all: (filter: AuthorizationFilter) => authorizations.find(queryOf(filter)).sort({ _id: 1 }).lean().cursor(),
    /** Writes what a person changed; where the name changed, links and rules say the new one in the same transaction. */
    async revise(before: StoredAuthorization, given: Revision, act: Act): Promise<StoredAuthorization> {
      const revision = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const dependent = dependentOf({ ...before, ...revision })
      const renamed = dependent.title !== dependentOf(before).title
      const added = renamed ? (await review.links.of(dependent)).map(link => ({ ...link, dependent })) : []
      const keys = [before._id, before.twinOf].filter(key => key !== null)
      await db.transaction(async session => {
        await update(session, before, revision)
        await announce.authorizations(session, [{ dependent, twinOf: before.twinOf, added, removed: [] }], act)
        if (!renamed) return
        const near = { $or: [{ _id: { $in: keys } }, { twinOf: { $in: keys } }] }
        const ofKeys = keys.map(key => {
          const [documentCode, authorizationCode, subjectCode] = key.split('/')
          return { documentCode, authorizationCode, subjectCode }
        })
        const said = rulesToAnnounce(
          await rules.find({ $or: ofKeys } as object, null, { session }).lean(),
          await authorizations.find(near, null, { session }).lean(),
        )
        await announce.rules(session, said, act)
      })
      await review.assessPending()
      return find(before._id)
    },
    /** Links it to an item; flags that follow from releases already published are there when this resolves. */
    async addLink(before: StoredAuthorization, wanted: NewLink, act: Act) {
      if (before.documentCode === 'TC1') throw problem('CTE_RULES_ONLY', { key: before._id })
      const dependent = dependentOf(before)
      const wish = { dependent, any: null, path: '/body/item', ...wanted }
      const { links, faults } = await makeLinks(bus, [wish], { correlationId: act.correlationId })
      const [link] = links
      if (!link)
        throw linkProblem('CTE_ITEM_UNKNOWN', { item: wanted.item, framework: wanted.framework }, { errors: faults })
      const notes = before.links ?? []
      if (notes.some(note => note.id === link.id || note.itemId === link.item!.id))
        throw linkProblem('CTE_LINK_EXISTS', { dependent: before._id, item: wanted.item })
      await db.transaction(async session => {
        await update(session, before, { links: [...notes, noteOf(link)] })
        const news = { dependent, twinOf: before.twinOf, added: [link], removed: [] }
        await announce.authorizations(session, [news], act)
      })
      await review.assessPending()
      return link
    },
    /** Takes a link away; an import brings it back only when its data says something new there. */
    async removeLink(id: string, act: Act): Promise<void> {
      const before = await authorizations.findOne({ 'links.id': id }).lean()
      if (before === null) throw linkProblem('CTE_NO_SUCH_LINK', { link: id })
      const news = { dependent: dependentOf(before), twinOf: before.twinOf, added: [], removed: [id] }
      await db.transaction(async session => {
        await update(session, before, { links: before.links!.filter(note => note.id !== id) })
        await announce.authorizations(session, [news], act)
      })
      await review.assessPending()
    },
  }
}
export type AuthorizationStore = ReturnType<typeof createAuthorizationStore>

function queryOf(filter: AuthorizationFilter): Record<string, unknown> {
  const { document, authorization, subject, cteRelation, status, item, q } = filter
  const codeOf = (code: string) => (code === '_' ? null : code)
  return {
    ...(document !== undefined && { documentCode: document }),
    ...(authorization !== undefined && { authorizationCode: codeOf(authorization) }),
    ...(subject !== undefined && { subjectCode: codeOf(subject) }),
    ...(cteRelation !== undefined && { cteRelation }),
    ...(status !== undefined && { status }),
    ...(item !== undefined && { 'links.item': item }),
    ...(q !== undefined && holding(q, ['_id', 'title', 'subjectTitle', 'notes'])),
  }
}
