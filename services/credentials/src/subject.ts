import type { Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** A sector as CTC codes it, and the item it stands for. Five codes equal the item's; the others do not. */
export interface SubjectContent {
  code: string
  title: string
  earlierTitles: string[]
  item: { framework: string; key: string }
  provenance: Provenance
}
export type StoredSubject = StoredRow<SubjectContent>

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredSubject>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    code: String,
    title: String,
    earlierTitles: [String],
    item: Mixed,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'subjects', versionKey: false, minimize: false },
)

export const subjectModel = ({ connection }: Database): Model<StoredSubject> =>
  connection.models.Subject ?? connection.model<StoredSubject>('Subject', schema)
