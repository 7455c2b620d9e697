import type { Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'
import type { StatusReading } from './document-status.ts'

/** A type of document that CTC issues: `CTE`, `TC1`. */
export interface DocumentContent extends StatusReading {
  code: string
  title: string
  family: string | null
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
    statusWords: String,
    statusBasis: String,
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
