import type { ListedSubject } from '@cte-align/impact'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

export type SubjectContent = ListedSubject
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
    ended: Mixed,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'subjects', versionKey: false, minimize: false },
)

export const subjectModel = ({ connection }: Database): Model<StoredSubject> =>
  connection.models.Subject ?? connection.model<StoredSubject>('Subject', schema)
