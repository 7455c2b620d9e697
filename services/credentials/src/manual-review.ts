import type { Dependent } from '@cte-align/contracts'
import type { Model } from 'mongoose'
import { dependentOf, type StoredAuthorization } from './authorization.ts'
import type { CatalogueModels } from './catalogue.ts'
import type { StoredVocationalSubject } from './vocational-subject.ts'

const WITHOUT_A_SECTOR = { $or: [{ subjectCode: null }, { subjectCode: 'NONE' }] }

const withoutASector = (authorizations: Model<StoredAuthorization>) =>
  authorizations.find(WITHOUT_A_SECTOR).sort({ _id: 1 }).lean()

/** Authorizations that no subject leads to a sector from: a person must look whenever a sector is reached. */
export async function manualReviewOf(authorizations: Model<StoredAuthorization>): Promise<Dependent[]> {
  return (await withoutASector(authorizations)).map(dependentOf)
}

export interface ManualReview {
  dependent: Dependent
  because: string
  /** The occupations that its document is known to name. */
  occupations: StoredVocationalSubject[]
}

/** The same, each with the reason, and with the occupations that stand on its document instead of a sector. */
export async function explainManualReview(
  models: Pick<CatalogueModels, 'authorizations' | 'vocationalSubjects'>,
): Promise<ManualReview[]> {
  const [rows, occupations] = await Promise.all([
    withoutASector(models.authorizations),
    models.vocationalSubjects.find().sort({ _id: 1 }).lean(),
  ])
  const byDocument = Map.groupBy(occupations, row => row.document)
  return rows.map(row => {
    const listed = byDocument.get(row.documentCode) ?? []
    return { dependent: dependentOf(row), because: reasonOf(row, listed.length), occupations: listed }
  })
}

function reasonOf({ cteRelation, subjectCode, documentCode }: StoredAuthorization, listed: number): string {
  if (cteRelation === 'authorizes_vocational_subject') {
    const known = listed === 0 ? 'none of them is known here' : `${listed} of them are known here`
    return `${documentCode} names occupations, not sectors; which sector an occupation belongs to is mostly unknown, and ${known}`
  }
  if (subjectCode === 'NONE') return 'It carries no subject, so no sector leads to it'
  return 'The source does not say which subjects it carries, so no sector leads to it'
}
