import type { Bus } from '@cte-align/bus'
import type { Link } from '@cte-align/contracts'
import { linkProblem, makeLinks, type Review } from '@cte-align/review'
import { type Act, type ClientSession, type Database, etagOf, pageByKey, problem as shared } from '@cte-align/service'
import type { Announcements } from './announcements.ts'
import type { CatalogueModels } from './catalogue.ts'
import { dependentOf, type LinkNote, type StoredCourseCode } from './course-code.ts'
import { type CourseCodeFilter, queryOf } from './course-code-filter.ts'
import { problem } from './errors.ts'

type Revisable = Pick<StoredCourseCode, 'title' | 'level' | 'effectiveFrom' | 'effectiveTo'>
/** What is not given stays. */
export type Revision = { [Field in keyof Revisable]?: Revisable[Field] | undefined }
export interface NewLink {
  framework: string
  item: string
  basis: string
  verified: boolean
}

export const noteOf = (link: Link): LinkNote => ({
  id: link.id,
  framework: link.framework,
  item: link.item?.key ?? null,
  itemId: link.item?.id ?? null,
  any: link.any,
})

export function createCourseCodeStore(deps: {
  db: Database
  bus: Pick<Bus, 'request'>
  review: Review
  models: CatalogueModels
  announce: Announcements
  now: () => Date
}) {
  const { db, bus, review, models, announce, now } = deps
  const { courseCodes } = models

  async function find(code: string): Promise<StoredCourseCode> {
    const row = await courseCodes.findById(code).lean()
    if (row === null) throw problem('CTE_NO_SUCH_COURSE_CODE', { code })
    return row
  }

  /** One writer at a time: whoever read an older version changes nothing. */
  async function update(session: ClientSession, before: StoredCourseCode, fields: object): Promise<void> {
    const { matchedCount } = await courseCodes.updateOne(
      { _id: before._id, version: before.version },
      { $set: { ...fields, version: before.version + 1, updatedAt: now() } },
      { session },
    )
    const given = etagOf(before.version)
    if (matchedCount === 0) throw shared('CTE_CHANGED_MEANWHILE', { given, current: 'a newer one' })
  }

  return {
    find,
    page: (filter: CourseCodeFilter, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(courseCodes, queryOf(filter), page),
    all: (filter: CourseCodeFilter) => courseCodes.find(queryOf(filter)).sort({ _id: 1 }).lean().cursor(),
    /** Writes what a person changed; where the name changed, links and rules bear the new one in the same transaction. */
    async revise(before: StoredCourseCode, given: Revision, act: Act): Promise<StoredCourseCode> {
      const revision = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const after = { ...before, ...revision }
      const { effectiveFrom: from, effectiveTo: to } = after
      if (from !== null && to !== null && from > to) throw problem('CTE_YEARS_REVERSED', { code: before._id, from, to })
      const dependent = dependentOf(after)
      const renamed = after.title !== before.title || after.level !== before.level
      const added = renamed ? (await review.links.of(dependent)).map(link => ({ ...link, dependent })) : []
      await db.transaction(async session => {
        await update(session, before, revision)
        await announce.courseCodes(session, [{ dependent, added, removed: [], renamed }], act)
      })
      await review.assessPending()
      return find(before._id)
    },
    /** Links it to an item; flags that follow from releases already published are there when this resolves. */
    async addLink(before: StoredCourseCode, wanted: NewLink, act: Act): Promise<Link> {
      const dependent = dependentOf(before)
      const wish = { dependent, any: null, path: '/body/item', ...wanted }
      const { links, faults } = await makeLinks(bus, [wish], { correlationId: act.correlationId })
      const [link] = links
      const { item, framework } = wanted
      if (!link) throw linkProblem('CTE_ITEM_UNKNOWN', { item, framework }, { errors: faults })
      const notes = before.links ?? []
      if (notes.some(note => note.id === link.id || note.itemId === link.item!.id))
        throw linkProblem('CTE_LINK_EXISTS', { dependent: before._id, item })
      await db.transaction(async session => {
        await update(session, before, { links: [...notes, noteOf(link)] })
        const news = { dependent, added: [link], removed: [], renamed: false }
        await announce.courseCodes(session, [news], act)
      })
      await review.assessPending()
      return link
    },
    /** Takes a link away; an import brings it back only when its data says something new there. */
    async removeLink(id: string, act: Act): Promise<void> {
      const before = await courseCodes.findOne({ 'links.id': id }).lean()
      if (before === null) throw linkProblem('CTE_NO_SUCH_LINK', { link: id })
      const news = { dependent: dependentOf(before), added: [], removed: [id], renamed: false }
      await db.transaction(async session => {
        await update(session, before, { links: before.links!.filter(note => note.id !== id) })
        await announce.courseCodes(session, [news], act)
      })
      await review.assessPending()
    },
  }
}
export type CourseCodeStore = ReturnType<typeof createCourseCodeStore>
