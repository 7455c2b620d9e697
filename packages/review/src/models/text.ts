import type { Cause, Severity } from '@cte-align/contracts'
import { modelOn } from '@cte-align/service'
import mongoose from 'mongoose'

/** One change as somebody saw it, kept word for word. `_id` is the fingerprint of the rest, so flags share it. */
export interface TextDoc {
  _id: string
  change: Cause['change']
  /** Of the changed item after the change. */
  fingerprint: string
  /** What resolving attests of it. */
  attests: string
}

/** All the texts that a flag had once, before a later link or rule gave it others. */
export interface FlagTextsDoc {
  /** flag:fingerprint */
  _id: string
  flag: string
  fingerprint: string
  severity: Severity
  texts: string[]
}

const Mixed = mongoose.Schema.Types.Mixed
const plain = { versionKey: false, minimize: false } as const
const textSchema = new mongoose.Schema(
  { _id: String, change: Mixed, fingerprint: String, attests: String },
  { collection: 'attested_texts', ...plain },
)
const flagTextsSchema = new mongoose.Schema(
  { _id: String, flag: String, fingerprint: String, severity: String, texts: [String] },
  { collection: 'flag_texts', ...plain },
)

export const textModel = (connection: mongoose.Connection) => modelOn<TextDoc>(connection, 'AttestedText', textSchema)
export const flagTextsModel = (connection: mongoose.Connection) =>
  modelOn<FlagTextsDoc>(connection, 'FlagTexts', flagTextsSchema)
