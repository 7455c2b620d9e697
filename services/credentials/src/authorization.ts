import type { Dependent, Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'
import type { CteRelation } from './import-file.ts'

/** An item that the data itself says an authorization covers. Links that a person makes are not listed here. */
export interface Cover {
  framework: string
  item: string
  verified: boolean
  basis: string
}

export type AuthorizationGap = 'authorization-code-blank' | 'no-subject' | 'unverified'

/** What a document may carry: document, authorization and subject code together, never one alone. */
export interface AuthorizationContent {
  documentCode: string
  authorizationCode: string | null
  subjectCode: string | null
  title: string
  subjectTitle: string | null
  notes: string | null
  cteRelation: CteRelation
  status: 'current' | 'legacy' | 'closed'
  /** Key of the authorization whose holders passed no examination; that both count alike is inferred. */
  twinOf: string | null
  covers: Cover[]
  gaps: AuthorizationGap[]
  provenance: Provenance
}

/** An own link as the catalogue knows it; where it stands today, the review's links know. */
export interface LinkNote {
  id: string
  framework: string
  item: string
  itemId: string
}
export type StoredAuthorization = StoredRow<AuthorizationContent> & { links?: LinkNote[] }

type Codes = Pick<AuthorizationContent, 'documentCode' | 'authorizationCode' | 'subjectCode'>

/** `CTE/R4T/ANR`; a code that the source leaves blank is `_`. */
export const keyOf = ({ documentCode, authorizationCode, subjectCode }: Codes): string =>
  `${documentCode}/${authorizationCode ?? '_'}/${subjectCode ?? '_'}`

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
