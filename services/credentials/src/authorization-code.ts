import type { Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** The field AUTH-CODES of CTC's document record holds four characters: `TC4TR` is the document `TC4T` and a letter of its family. */
export const LONGEST_CODE = 4

/** What a code on a document means, in its publisher's words where they were imported. */
export interface AuthorizationCodeContent {
  code: string
  /** Null: not carried here, to be imported. */
  statement: string | null
  /** The source lost words at the ends of its lines. */
  truncated: boolean
  family: string | null
  provenance: Provenance
}
export type StoredAuthorizationCode = StoredRow<AuthorizationCodeContent>

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredAuthorizationCode>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    code: String,
    statement: String,
    truncated: Boolean,
    family: String,
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'authorization_codes', versionKey: false, minimize: false },
)

export const authorizationCodeModel = ({ connection }: Database): Model<StoredAuthorizationCode> =>
  connection.models.AuthorizationCode ?? connection.model<StoredAuthorizationCode>('AuthorizationCode', schema)
