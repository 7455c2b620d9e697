import { type CodeSetRow, californiaDay, type PlanFinding } from '@cte-align/contracts'
import {
  applyCodePlan,
  type CodeSetComparison,
  checkCodePlan,
  compareCodeSets,
  type PlannedCodeSet,
} from '@cte-align/impact'
import type { CatalogueModels } from '../catalogue.ts'
import { toCodeChange } from '../code-change.ts'
import type { EditionStore } from '../code-sets/editions.ts'
import { liveRows } from '../code-sets/live-rows.ts'
import type { CodePlan } from './code-plan.ts'
import { decidedIn, undecidedIn } from './decide.ts'

export interface PlanLook {
  findings: PlanFinding[]
  /** The code set of the plan's school year as it is, and as the plan would make it. */
  before: CodeSetRow[]
  planned: PlannedCodeSet
}

/** What a plan would do and what speaks against it, on the course codes as they are now. Writes nothing. */
export async function lookAtPlan(
  { models, now }: { models: CatalogueModels; now: () => Date },
  plan: CodePlan,
): Promise<PlanLook> {
  const [before, changes, ruled] = await Promise.all([
    liveRows(models, plan.schoolYear),
    models.codeChanges.find().lean(),
    models.rules.distinct('courseCode', { 'said.removed': false }),
  ])
  const decided = { schoolYear: plan.schoolYear, entries: decidedIn(plan) }
  const found = checkCodePlan(decided, {
    ...{ rows: before, changes: changes.map(toCodeChange), today: californiaDay(now()) },
    ruled: ruled.length === 0 ? null : new Set(ruled as string[]),
  })
  const undecided = undecidedIn(plan).map(
    ({ id, courseCode }): PlanFinding => ({
      ...{ severity: 'error', code: 'undecided', entry: id, courseCodes: courseCode === null ? [] : [courseCode] },
      message: 'A suggestion that nobody has accepted, edited or declined',
    }),
  )
  return { findings: [...found, ...undecided], before, planned: applyCodePlan(before, decided) }
}

export interface WhatIf extends PlanLook {
  comparison: CodeSetComparison
  /** With the edition that the plan starts from, where it names one. */
  withBase: CodeSetComparison | null
}

export async function whatIf(
  parts: { models: CatalogueModels; editions: EditionStore; now: () => Date },
  plan: CodePlan,
): Promise<WhatIf> {
  const look = await lookAtPlan(parts, plan)
  const base = plan.base === null ? null : await parts.editions.rows(plan.base)
  return {
    ...look,
    comparison: compareCodeSets(look.before, look.planned.rows),
    withBase: base === null ? null : compareCodeSets(base, look.planned.rows),
  }
}
