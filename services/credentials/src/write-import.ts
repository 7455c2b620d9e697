import type { Dependent, Link } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import { type Act, inBatches, type PlannedRow, writeRows } from '@cte-align/service'
import type { AuthorizationNews, LegalReferenceNews } from './announcements.ts'
import type { RuleContent, StoredRule } from './assignment-rule.ts'
import { type AuthorizationContent, dependentOf, type LinkNote, type StoredAuthorization } from './authorization.ts'
import type { ImportDeps } from './import-catalogue.ts'
import type { LinksByKey } from './links-for-rows.ts'
import { rulesToAnnounce } from './rule-announcement.ts'

/** Each batch with its links and events in one transaction. A row that somebody wrote meanwhile stops the import. */
export async function writeAuthorizations(
  { db, models, review, announce, now }: ImportDeps,
  rows: PlannedRow<AuthorizationContent>[],
  links: LinksByKey,
  act: Act,
): Promise<void> {
  for (const batch of inBatches(rows)) {
    const news = await Promise.all(
      batch.map(async (row): Promise<AuthorizationNews> => {
        const dependent = dependentOf(row.content)
        const renamed = row.before !== null && dependent.title !== dependentOf(row.before).title
        const told = await linksToTell(review, dependent, { ...links.get(row.key)!, renamed })
        return { ...told, twinOf: row.content.twinOf }
      }),
    )
    await db.transaction(async session => {
      await writeRows(session, models.authorizations, batch, now())
      const notes = batch.map((row, index) => ({
        updateOne: { filter: { _id: row.key }, update: { $set: { links: notesAfter(row.before, news[index]!) } } },
      }))
      await models.authorizations.collection.bulkWrite(notes as never[], { session })
      await announce.authorizations(session, news, act)
    })
  }
}

/** Links that come and go; where the dependent has another name, those that stay are told again with it. */
export async function linksToTell(
  review: Review,
  dependent: Dependent,
  { added, removed, renamed }: { added: Link[]; removed: string[]; renamed: boolean },
): Promise<LegalReferenceNews> {
  const gone = new Set([...removed, ...added.map(link => link.id)])
  const kept = renamed ? (await review.links.of(dependent)).filter(link => !gone.has(link.id)) : []
  return { dependent, added: [...added, ...kept].map(link => ({ ...link, dependent })), removed }
}

function notesAfter(before: StoredAuthorization | null, { added, removed }: AuthorizationNews): LinkNote[] {
  const ids = new Set([...removed, ...added.map(link => link.id)])
  return [...(before?.links ?? []).filter(note => !ids.has(note.id)), ...added.map(noteOf)]
}

export const noteOf = (link: Link): LinkNote => ({
  id: link.id,
  framework: link.framework,
  item: link.item!.key,
  itemId: link.item!.id,
})

/** Rules that changed, and those of which something else is to be said now: a twin came, an authorization was renamed. */
export async function writeRules(
  { db, models, announce, now }: ImportDeps,
  rows: PlannedRow<RuleContent>[],
  after: { rules: StoredRule[]; authorizations: AuthorizationContent[] },
  act: Act,
): Promise<void> {
  const planned = new Map(rows.map(row => [row.key, row]))
  const toSay = new Map(rulesToAnnounce(after.rules, after.authorizations).map(said => [said.id, said]))
  const ids = [...new Set([...planned.keys(), ...toSay.keys()])]
  for (const batch of inBatches(ids))
    await db.transaction(async session => {
      await writeRows(
        session,
        models.rules,
        batch.map(id => planned.get(id)).filter(row => row !== undefined),
        now(),
      )
      await announce.rules(
        session,
        batch.map(id => toSay.get(id)).filter(said => said !== undefined),
        act,
      )
    })
}
