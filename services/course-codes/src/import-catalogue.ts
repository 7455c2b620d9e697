import type { Bus } from '@cte-align/bus'
import type { Review } from '@cte-align/review'
import {
  type Act,
  type Database,
  type Importing,
  type ImportReport,
  inBatches,
  type PlannedRow,
  planSection,
  readImport,
  refuseFaults,
  writeRows,
} from '@cte-align/service'
import type { Announcements, CourseCodeNews } from './announcements.ts'
import { type CatalogueModels, readCatalogue } from './catalogue.ts'
import { dependentOf, type StoredCourseCode } from './course-code.ts'
import { noteOf } from './course-codes.ts'
import type { FollowedRuleStore } from './followed-rules.ts'
import { gapsOf } from './gaps.ts'
import { CourseCodesFile } from './import-file.ts'
import { type LinksByCode, linksForAlignments, type PlannedCourseCode } from './links-for-alignments.ts'
import { readRows } from './read-rows.ts'

export interface ImportDeps {
  db: Database
  bus: Pick<Bus, 'request'>
  review: Review
  models: CatalogueModels
  announce: Announcements
  rules: FollowedRuleStore
  now: () => Date
}

/**
 * Takes a whole file in, or refuses it whole before anything is written. The same file again changes nothing and says
 * nothing. It is written in batches, each one transaction with its events: after a crash, importing again finishes it.
 */
export async function importCatalogue(deps: ImportDeps, body: unknown, options: Importing): Promise<ImportReport> {
  const { db, bus, models, now } = deps
  const file = readImport(CourseCodesFile, body)
  const { rows, faults } = readRows(file)
  refuseFaults(faults)
  const stored = await readCatalogue(models)
  const pathways = planSection(rows.pathways, stored.pathways)
  const courseCodes = planSection(rows.courseCodes, stored.courseCodes)
  const planned = { pathways: pathways.rows, courseCodes: courseCodes.rows }
  const links = await linksForAlignments(bus, file, planned, options.correlationId)
  if (!options.dryRun) {
    for (const batch of inBatches(pathways.rows))
      await db.transaction(session => writeRows(session, models.pathways, batch, now()))
    for (const batch of inBatches(courseCodes.rows)) await writeBatch(deps, batch, links, options)
    await deps.rules.settle()
    await deps.review.assessPending()
  }
  const gaps = gapsOf({
    pathways: merged(stored.pathways, pathways.rows),
    courseCodes: merged(stored.courseCodes, courseCodes.rows),
    rules: stored.rules,
  })
  const sections = { pathways: pathways.report, courseCodes: courseCodes.report }
  return { dryRun: options.dryRun, sections, gaps }
}

const merged = <C extends object, S extends C & { _id: string }>(stored: S[], planned: PlannedRow<C>[]): C[] => {
  const all = new Map<string, C>(stored.map(row => [row._id, row]))
  for (const { key, content } of planned) all.set(key, content)
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Rows, links and events in one transaction. A row that somebody wrote meanwhile stops the import. */
async function writeBatch(
  { db, models, review, announce, now }: ImportDeps,
  batch: PlannedCourseCode[],
  links: LinksByCode,
  act: Act,
): Promise<void> {
  const news = await Promise.all(
    batch.map(async (row): Promise<CourseCodeNews> => {
      const { added, removed } = links.get(row.key)!
      const dependent = dependentOf(row.content)
      const renamed = row.before !== null && !sameName(row.before, row.content)
      const gone = new Set([...removed, ...added.map(link => link.id)])
      const kept = renamed ? (await review.links.of(dependent)).filter(link => !gone.has(link.id)) : []
      return { dependent, added: [...added, ...kept].map(link => ({ ...link, dependent })), removed, renamed }
    }),
  )
  await db.transaction(async session => {
    await writeRows(session, models.courseCodes, batch, now())
    const notes = batch.map((row, index) => ({
      updateOne: { filter: { _id: row.key }, update: { $set: { links: notesAfter(row.before, news[index]!) } } },
    }))
    await models.courseCodes.collection.bulkWrite(notes as never[], { session })
    await announce.courseCodes(session, news, act)
  })
}

type Named = Pick<StoredCourseCode, 'title' | 'level'>
const sameName = (a: Named, b: Named): boolean => a.title === b.title && a.level === b.level

function notesAfter(before: StoredCourseCode | null, { added, removed }: CourseCodeNews) {
  const ids = new Set([...removed, ...added.map(link => link.id)])
  return [...(before?.links ?? []).filter(note => !ids.has(note.id)), ...added.map(noteOf)]
}
