import type { Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** A type of document that CTC issues: `CTE`, `TC1`. */
export interface DocumentContent {
  code: string
  title: string
  family: string | null
  status: string | null
  leaflet: string | null
  legalReference: string | null
  cteRelevance: string | null
  provenance: Provenance
}
export type StoredDocument = StoredRow<DocumentContent>

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredDocument>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    code: String,
    title: String,
    family: String,
    status: String,
    leaflet: String,
    legalReference: String,
    cteRelevance: String,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'documents', versionKey: false, minimize: false },
)

export const documentModel = ({ connection }: Database): Model<StoredDocument> =>
  connection.models.CredentialDocument ?? connection.model<StoredDocument>('CredentialDocument', schema)
