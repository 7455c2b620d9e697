import { KIND_EFFECTS, type PlanContent, type PlannedCode } from '@cte-align/contracts'
import { yearBefore } from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import { type ClientSession, inBatches } from '@cte-align/service'
import type { Announcements, CourseCodeNews } from '../announcements.ts'
import type { CatalogueModels } from '../catalogue.ts'
import { revisedFrom } from '../code-sets/as-of.ts'
import { type CourseCodeContent, dependentOf, type StoredCourseCode } from '../course-code.ts'
import { noteOf } from '../course-codes.ts'
import type { CodePlan } from './code-plan.ts'
import { decidedIn } from './decide.ts'
import type { PublishParts } from './publish-plan.ts'

type Work = { code: string; make: PlannedCode } | { code: string; content: PlanContent }

/** Codes of a transaction. */
const BATCH = 50

/** Changes the live course codes, each with its event, a batch to a transaction. A code that bears the edition's mark is done. */
export async function writeCodes(parts: PublishParts, plan: CodePlan): Promise<void> {
  const { db, announce } = parts
  for (const batch of inBatches(worksOf(plan), BATCH))
    await db.transaction(async session => {
      const news: CourseCodeNews[] = []
      for (const work of batch) news.push(...(await write(parts, plan, work, session)))
      await announce.courseCodes(session, news, plan.publishing!)
    })
}

const worksOf = (plan: CodePlan): Work[] =>
  decidedIn(plan).flatMap(({ content }) => [
    ...content.newCodes.map(make => ({ code: make.code, make })),
    ...(content.kind === 'No change' ? [] : content.from.map(code => ({ code, content }))),
  ])

async function write(
  { models, review, now }: { models: CatalogueModels; review: Review; announce: Announcements; now: () => Date },
  plan: CodePlan,
  work: Work,
  session: ClientSession,
): Promise<CourseCodeNews[]> {
  const { edition } = plan.publishing!
  const before = await models.courseCodes.findById(work.code, null, { session }).lean()
  const marks = before?.editions ?? []
  if (marks.includes(edition)) return []
  const kept = { editions: [...marks, edition], updatedAt: now(), version: (before?.version ?? 0) + 1 }
  if ('make' in work) {
    const { row, news } = madeCode(before, plan, work.make)
    const whole = { ...row, ...kept }
    await models.courseCodes.collection.replaceOne({ _id: work.code as never }, whole as never, {
      session,
      upsert: true,
    })
    return [news]
  }
  // What is gone by now has been checked to be there; nothing deletes a course code.
  if (before === null) return []
  const { after, renamed } = changed(before, plan, work.content)
  await models.courseCodes.updateOne({ _id: work.code }, { $set: { ...after, ...kept } }, { session })
  const dependent = dependentOf({ ...before, ...after })
  const known = renamed ? await review.links.of(dependent) : []
  return [{ dependent, added: known.map(link => ({ ...link, dependent })), removed: [], renamed }]
}

/** Somebody may have listed it since the plan was checked: what they said of it stays beside what the plan says. */
function madeCode(before: StoredCourseCode | null, plan: CodePlan, made: PlannedCode) {
  const content = newContent(made, plan)
  const added = plan.publishing!.links.filter(({ dependent }) => dependent.key === made.code)
  const ids = new Set(added.map(({ id }) => id))
  const links = [...(before?.links ?? []).filter(({ id }) => !ids.has(id)), ...added.map(noteOf)]
  const imported = before?.imported ?? { ...content, ...NOT_IMPORTED }
  const row = { ...before, ...content, _id: made.code, imported, links, pathwayCode: made.pathwayCode }
  const renamed = before !== null && (before.title !== made.title || before.level !== made.level)
  const news: CourseCodeNews = { dependent: dependentOf(content), added, removed: [], renamed }
  return { row, news }
}

function changed(before: StoredCourseCode, plan: CodePlan, { kind, title, level }: PlanContent) {
  if (KIND_EFFECTS[kind].retires)
    return { after: { effectiveTo: yearBefore(plan.schoolYear) }, renamed: false } as const
  if (title === null && level === null) return { after: {}, renamed: false } as const
  const from = { schoolYear: plan.schoolYear, edition: plan.publishing!.edition }
  const after = revisedFrom(before, from, { title: title ?? before.title, level: level ?? before.level })
  return { after, renamed: after.title !== before.title || after.level !== before.level }
}

/** What no file has said yet: a file that leaves the years blank says nothing new, and takes none away. */
const NOT_IMPORTED = { effectiveFrom: null, effectiveTo: null, alignments: [] }

function newContent(made: PlannedCode, plan: CodePlan): CourseCodeContent {
  const basis = `code-change plan, edition ${plan.publishing!.edition}`
  const { code, title, level, sectorName, pathwayName, item, effectiveTo } = made
  return {
    ...{ code, title, level, levelBasis: basis, sectorName, pathwayName, pathwayBasis: basis, elective: false },
    ...{ effectiveFrom: plan.schoolYear, effectiveTo },
    alignments: item === null ? [] : [{ ...item, any: null, verified: true, basis }],
    provenance: { source: `Code-change plan: ${plan.title}`, verified: true, note: null },
  }
}
