import type { Database } from '@cte-align/service'
import { codeChangeModel } from './code-change.ts'
import { editionModel, editionRowModel } from './code-sets/edition.ts'
import { courseCodeModel } from './course-code.ts'
import { followedRuleModel } from './followed-rule.ts'
import { pathwayModel } from './pathway.ts'
import { codePlanModel, codePlanStepModel } from './plans/code-plan.ts'

/** What this service owns, and the rules that it follows; links, rule edges and flags are the review's. */
export const catalogueModels = (db: Database) => ({
  pathways: pathwayModel(db),
  courseCodes: courseCodeModel(db),
  rules: followedRuleModel(db),
  codeChanges: codeChangeModel(db),
  editions: editionModel(db),
  editionRows: editionRowModel(db),
  codePlans: codePlanModel(db),
  codePlanSteps: codePlanStepModel(db),
})
export type CatalogueModels = ReturnType<typeof catalogueModels>

/** All of it, in the order of the keys: some thousand rows at most. */
export async function readCatalogue(models: CatalogueModels) {
  const [pathways, courseCodes, rules] = await Promise.all([
    models.pathways.find().sort({ _id: 1 }).lean(),
    models.courseCodes.find().sort({ _id: 1 }).lean(),
    models.rules.find().sort({ _id: 1 }).lean(),
  ])
  return { pathways, courseCodes, rules }
}
