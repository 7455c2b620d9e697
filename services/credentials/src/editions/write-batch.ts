import { GrandfatheringRule, type Link } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import type { ClientSession, Outbox } from '@cte-align/service'
import type { Announcements, AuthorizationNews } from '../announcements.ts'
import { dependentOf, type StoredAuthorization } from '../authorization.ts'
import type { CatalogueModels } from '../catalogue.ts'
import { toGrandfatheringRule } from '../grandfathering/grandfathering-rule.ts'
import { putGrandfathering } from '../grandfathering/grandfathering-rules.ts'
import { rulesToAnnounce } from '../rule-announcement.ts'
import { noteOf } from '../write-import.ts'
import type { PlannedWrite, RuleDraftDoc } from './rule-draft.ts'

export interface WritingParts {
  models: CatalogueModels
  review: Review
  announce: Announcements
  outbox: Outbox
  now: () => Date
}

/** Writes some rows of an edition and says so, in the transaction that has claimed them. */
export async function writeBatch(
  { models, review, announce, outbox, now }: WritingParts,
  draft: RuleDraftDoc,
  writes: readonly PlannedWrite[],
  session: ClientSession,
): Promise<void> {
  const act = draft.publishing!
  const of = (kind: PlannedWrite['of']) => writes.filter(write => write.of === kind)
  const upsert = (write: PlannedWrite, beside: object = {}) => ({
    updateOne: {
      filter: { _id: write.key },
      update: {
        $set: { ...write.fields, ...beside, updatedAt: now() },
        // A row that an import has not brought counts as said by it: only what a file says otherwise is news.
        $setOnInsert: { imported: write.fields, ...linksOf(write) },
        $inc: { version: 1 },
      },
      upsert: true,
    },
  })
  const put = async (collection: { bulkWrite(writes: never[], how: object): unknown }, rows: object[]) => {
    if (rows.length > 0) await collection.bulkWrite(rows as never[], { session, ordered: true })
  }

  await put(
    models.subjects.collection,
    of('subject').map(write => upsert(write)),
  )
  const authorizations = of('authorization')
  const keys = { _id: { $in: authorizations.map(({ key }) => key) } }
  const before = new Map((await models.authorizations.find(keys, null, { session }).lean()).map(row => [row._id, row]))
  await put(
    models.authorizations.collection,
    authorizations.map(write => upsert(write)),
  )
  const after = new Map((await models.authorizations.find(keys, null, { session }).lean()).map(row => [row._id, row]))
  const news: AuthorizationNews[] = []
  for (const { key, links } of authorizations)
    news.push(await newsOf(review, { before: before.get(key), after: after.get(key)!, links }))
  await announce.authorizations(session, news, act)

  const rules = of('rule')
  const end = (write: PlannedWrite) =>
    write.fields === null
      ? { ended: { edition: draft._id, on: draft.effective, at: now(), reason: write.reason } }
      : { ended: null }
  await put(
    models.rules.collection,
    rules.map(write => upsert(write, end(write))),
  )
  const written = await models.rules.find({ _id: { $in: rules.map(({ key }) => key) } }, null, { session }).lean()
  const listed = rules.length === 0 ? [] : await models.authorizations.find({}, null, { session }).lean()
  await announce.rules(session, rulesToAnnounce(written, listed), act)

  const putting = { by: act.by, correlationId: act.correlationId, expected: null }
  for (const { key, fields, reason } of of('grandfathering')) {
    const before = await models.grandfathering.findById(key, null, { session }).lean()
    const rule = GrandfatheringRule.parse({ ...(before !== null && toGrandfatheringRule(before)), ...fields })
    await putGrandfathering({ models, outbox, now }, session, rule, { ...putting, reason })
  }
}

const linksOf = ({ of, links }: PlannedWrite) => (of === 'authorization' ? { links: links.map(noteOf) } : {})

/** A new name is borne by its links too. */
async function newsOf(
  review: Review,
  row: { before: StoredAuthorization | undefined; after: StoredAuthorization; links: Link[] },
): Promise<AuthorizationNews> {
  const dependent = dependentOf(row.after)
  const renamed = row.before !== undefined && dependentOf(row.before).title !== dependent.title
  const kept = renamed ? await review.links.of(dependent) : []
  return {
    dependent,
    twinOf: row.after.twinOf,
    added: [...row.links, ...kept].map(link => ({ ...link, dependent })),
    removed: [],
  }
}
