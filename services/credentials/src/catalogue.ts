import type { Database } from '@cte-align/service'
import { assignmentRuleModel } from './assignment-rule.ts'
import { authorizationModel } from './authorization.ts'
import { documentModel } from './document.ts'
import { grandfatheringHistoryModel } from './grandfathering-history.ts'
import { grandfatheringModel } from './grandfathering-rule.ts'
import { subjectModel } from './subject.ts'

/** The collections that this service owns; links, rule edges and flags are the review's. */
export const catalogueModels = (db: Database) => ({
  subjects: subjectModel(db),
  documents: documentModel(db),
  authorizations: authorizationModel(db),
  rules: assignmentRuleModel(db),
  grandfathering: grandfatheringModel(db),
  grandfatheringHistory: grandfatheringHistoryModel(db),
})
export type CatalogueModels = ReturnType<typeof catalogueModels>

/** All of it, in the order of the keys: some thousand rows at most. */
export async function readCatalogue(models: CatalogueModels) {
  const [subjects, documents, authorizations, rules] = await Promise.all([
    models.subjects.find().sort({ _id: 1 }).lean(),
    models.documents.find().sort({ _id: 1 }).lean(),
    models.authorizations.find().sort({ _id: 1 }).lean(),
    models.rules.find().sort({ _id: 1 }).lean(),
  ])
  return { subjects, documents, authorizations, rules }
}
