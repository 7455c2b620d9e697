import type { Dependent } from '@cte-align/contracts'
import { authorizationKey, type ListedAuthorization } from '@cte-align/impact'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

export type AuthorizationContent = ListedAuthorization

/** An own link as the catalogue knows it; where it stands today, the review's links know. */
export interface LinkNote {
  id: string
  framework: string
  item: string
  itemId: string
}
export type StoredAuthorization = StoredRow<AuthorizationContent> & { links?: LinkNote[] }

type Codes = Pick<AuthorizationContent, 'documentCode' | 'authorizationCode' | 'subjectCode'>

export const keyOf = authorizationKey

export const dependentOf = (authorization: Codes & { title: string; subjectTitle: string | null }): Dependent => ({
  kind: 'authorization',
  key: keyOf(authorization),
  title: authorization.subjectTitle ? `${authorization.title}: ${authorization.subjectTitle}` : authorization.title,
  level: null,
})

/** No subject leads to a sector: a person must look whenever a sector is reached. */
export const needsManualReview = ({ subjectCode }: Codes): boolean => subjectCode === null || subjectCode === 'NONE'

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredAuthorization>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    documentCode: String,
    authorizationCode: String,
    subjectCode: String,
    title: String,
    subjectTitle: String,
    notes: String,
    cteRelation: String,
    status: String,
    twinOf: String,
    covers: Mixed,
    gaps: [String],
    links: Mixed,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'authorizations', versionKey: false, minimize: false },
)
schema.index({ subjectCode: 1 })
schema.index({ twinOf: 1 })
schema.index({ 'links.id': 1 })

export const authorizationModel = ({ connection }: Database): Model<StoredAuthorization> =>
  connection.models.Authorization ?? connection.model<StoredAuthorization>('Authorization', schema)
