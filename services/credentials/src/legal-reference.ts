import type { Dependent, ItemList, Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** A framework's list of sectors or clusters that a section counts or names. */
export interface ListNamed {
  framework: string
  list: ItemList
  verified: boolean
  basis: string
}

/** A section of a statute or regulation that CTC works by. Most speak of no list, and are here to be read. */
export interface LegalReferenceContent {
  citation: string
  /** What it is about, in our words. */
  subject: string
  dependsOn: ListNamed[]
  provenance: Provenance
}
export type StoredLegalReference = StoredRow<LegalReferenceContent>

export const lawDependentOf = ({ citation, subject }: LegalReferenceContent): Dependent => ({
  kind: 'legal-reference',
  key: citation,
  title: subject,
  level: null,
})

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredLegalReference>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    citation: String,
    subject: String,
    dependsOn: Mixed,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'legal_references', versionKey: false, minimize: false },
)

export const legalReferenceModel = ({ connection }: Database): Model<StoredLegalReference> =>
  connection.models.LegalReference ?? connection.model<StoredLegalReference>('LegalReference', schema)
