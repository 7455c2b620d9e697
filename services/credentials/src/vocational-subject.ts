import type { Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** An occupation on a vocational document: `WELD` Welding on `TC4P`. It is no sector; which sector it belongs to is mostly unknown. */
export interface VocationalSubjectContent {
  document: string
  code: string
  title: string
  /** Subject code of its sector; null: nobody has said. */
  sectorSubject: string | null
  provenance: Provenance
}
export type StoredVocationalSubject = StoredRow<VocationalSubjectContent>

export const vocationalKey = ({ document, code }: Pick<VocationalSubjectContent, 'document' | 'code'>): string =>
  `${document}/${code}`

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredVocationalSubject>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    document: String,
    code: String,
    title: String,
    sectorSubject: String,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'vocational_subjects', versionKey: false, minimize: false },
)
schema.index({ document: 1 })

export const vocationalSubjectModel = ({ connection }: Database): Model<StoredVocationalSubject> =>
  connection.models.VocationalSubject ?? connection.model<StoredVocationalSubject>('VocationalSubject', schema)
