import { type Act, inBatches, type PlannedRow, writeRows } from '@cte-align/service'
import type { ImportDeps } from './import-catalogue.ts'
import { type LegalReferenceContent, lawDependentOf } from './legal-reference.ts'
import type { LinksByKey } from './links-for-rows.ts'
import { linksToTell } from './write-import.ts'

/** Each batch with its links and events in one transaction. Where the subject changed, links say the new one. */
export async function writeLegalReferences(
  { db, models, review, announce, now }: ImportDeps,
  rows: PlannedRow<LegalReferenceContent>[],
  links: LinksByKey,
  act: Act,
): Promise<void> {
  for (const batch of inBatches(rows)) {
    const news = await Promise.all(
      batch.map(({ key, content, before }) => {
        const dependent = lawDependentOf(content)
        const renamed = before !== null && before.subject !== content.subject
        return linksToTell(review, dependent, { ...links.get(key)!, renamed })
      }),
    )
    await db.transaction(async session => {
      await writeRows(session, models.legalReferences, batch, now())
      await announce.legalReferences(session, news, act)
    })
  }
}
