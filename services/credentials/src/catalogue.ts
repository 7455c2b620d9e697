import type { Database } from '@cte-align/service'
import { assignmentRuleModel } from './assignment-rule.ts'
import { authorizationModel } from './authorization.ts'
import { authorizationCodeModel } from './authorization-code.ts'
import { editionModel, editionRuleModel } from './decoder/kept-edition.ts'
import { documentModel } from './document.ts'
import { draftEntryModel } from './editions/draft-entry.ts'
import { ruleDraftModel } from './editions/rule-draft.ts'
import { grandfatheringHistoryModel } from './grandfathering/grandfathering-history.ts'
import { grandfatheringModel } from './grandfathering/grandfathering-rule.ts'
import { legalReferenceModel } from './legal-reference.ts'
import { subjectModel } from './subject.ts'
import { vocationalSubjectModel } from './vocational-subject.ts'
import { workflowTemplateModel } from './workflows/template.ts'
import { workflowEntryModel, workflowModel } from './workflows/workflow.ts'

/** The collections that this service owns; links, rule edges and flags are the review's. */
export const catalogueModels = (db: Database) => ({
  subjects: subjectModel(db),
  documents: documentModel(db),
  authorizations: authorizationModel(db),
  rules: assignmentRuleModel(db),
  grandfathering: grandfatheringModel(db),
  legalReferences: legalReferenceModel(db),
  authorizationCodes: authorizationCodeModel(db),
  vocationalSubjects: vocationalSubjectModel(db),
  editions: editionModel(db),
  editionRules: editionRuleModel(db),
  drafts: ruleDraftModel(db),
  draftEntries: draftEntryModel(db),
  grandfatheringHistory: grandfatheringHistoryModel(db),
})
export type CatalogueModels = ReturnType<typeof catalogueModels>

/** The checklists of changes of sectors, what they are made from, and their history. */
export const workflowModels = (db: Database) => ({
  templates: workflowTemplateModel(db),
  workflows: workflowModel(db),
  entries: workflowEntryModel(db),
})

/** All of it, in the order of the keys: some thousand rows at most. */
export async function readCatalogue(models: CatalogueModels) {
  const [subjects, documents, authorizations, rules] = await Promise.all([
    models.subjects.find().sort({ _id: 1 }).lean(),
    models.documents.find().sort({ _id: 1 }).lean(),
    models.authorizations.find().sort({ _id: 1 }).lean(),
    models.rules.find().sort({ _id: 1 }).lean(),
  ])
  const [legalReferences, authorizationCodes, vocationalSubjects] = await Promise.all([
    models.legalReferences.find().sort({ _id: 1 }).lean(),
    models.authorizationCodes.find().sort({ _id: 1 }).lean(),
    models.vocationalSubjects.find().sort({ _id: 1 }).lean(),
  ])
  return { subjects, documents, authorizations, rules, legalReferences, authorizationCodes, vocationalSubjects }
}
