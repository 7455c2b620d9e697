import type { Provenance, SubjectSpelling, SubjectTitle } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** A sector as CTC codes it, and the item it stands for. Five codes equal the item's; the others do not. */
export interface SubjectContent {
  code: string
  title: string
  /** Every title it ever had, the present one included: the code stays where the title changes. */
  titles: SubjectTitle[]
  spellings: SubjectSpelling[]
  item: { framework: string; key: string }
  provenance: Provenance
}
export type StoredSubject = StoredRow<SubjectContent>

/** What it was called before, in words alone. */
export const earlierTitlesOf = ({ title, titles }: Pick<SubjectContent, 'title' | 'titles'>): string[] => [
  ...new Set(titles.map(each => each.title).filter(each => each !== title)),
]

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredSubject>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    code: String,
    title: String,
    titles: Mixed,
    spellings: Mixed,
    item: Mixed,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'subjects', versionKey: false, minimize: false },
)

export const subjectModel = ({ connection }: Database): Model<StoredSubject> =>
  connection.models.Subject ?? connection.model<StoredSubject>('Subject', schema)
