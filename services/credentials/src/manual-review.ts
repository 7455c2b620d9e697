import type { Dependent } from '@cte-align/contracts'
import type { Model } from 'mongoose'
import { dependentOf, type StoredAuthorization } from './authorization.ts'

/** Authorizations that no subject leads to a sector from: a person must look whenever a sector is reached. */
export async function manualReviewOf(authorizations: Model<StoredAuthorization>): Promise<Dependent[]> {
  const query = { $or: [{ subjectCode: null }, { subjectCode: 'NONE' }] }
  return (await authorizations.find(query).sort({ _id: 1 }).lean()).map(dependentOf)
}
