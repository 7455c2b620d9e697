import type { Cause, ChangeClass, Dependent, Finding, ReleaseRef, Severity, SomeDates } from '@cte-align/contracts'
import type { Due } from '@cte-align/impact'
import mongoose from 'mongoose'
import type { Disposition } from '../disposition.ts'
import type { FlagState } from '../state-machine.ts'

/** How many causes lie inside a flag; the rest is beside it, in `flag_causes`. */
export const CAUSES_INSIDE = 100

/** What one release does to one dependent, and what its owner has made of it. `_id` is computed from both. */
export interface FlagDoc {
  _id: string
  release: ReleaseRef
  framework: string
  dates: SomeDates
  /** Sequence of the release: flags of one dependent follow each other by it. */
  order: number
  dependent: Dependent
  dependentFingerprint: string
  severity: Severity
  /** breaking 3, review 2, notice 1: lists are sorted by it. */
  rank: number
  classes: ChangeClass[]
  /** Gravest first, then by order and change. */
  causes: Cause[]
  causeCount: number
  /** The changed items of all causes, for filters. */
  items: string[]
  itemKeys: string[]
  findings: Finding[]
  /** Every cause rests on a doubt. */
  unverified: boolean
  /** After a split nobody has said where the dependent goes. */
  undecided: boolean
  /** Of the whole impact: whether a new plan says anything new is one comparison. */
  impactFingerprint: string
  state: FlagState
  owner: string | null
  disposition: Disposition | null
  /** Earlier flags of the dependent in which a person attested every text that changed here. */
  coveredBy: string[]
  /** For a flag of an erratum: the release that it corrects. */
  corrects?: string | null
  /** Changed items that the erratum leaves as they were before the release that it corrects. */
  takesBack?: string[]
  /** The flag of the corrected release that was open when this one took its place. */
  supersedes?: string | null
  /** The flag of an erratum that stands in this one's place. */
  supersededBy?: string | null
  /** Top-level items that its paths come by, `framework:code`. */
  sectors: string[]
  /** Class and changed item of the gravest causes, `class:item id`: several where several are as grave. */
  changes: string[]
  /** Reckoned from the dates of the release. */
  due: Due
  /** What a person set in its place. */
  dueSet: DueSet | null
  /** The day that holds, or a word that sorts behind all days: `unknown`, then `without`. */
  dueSort: string
  positions: Record<string, number>
  version: number
  flaggedAt: Date
}

/** Another day than the reckoned one, as the log has it. */
export interface DueSet {
  day: string
  by: string
  reason: string
  at: Date
}

/** Causes beyond the first hundred, numbered on. */
export interface FlagCauseDoc {
  _id: string
  flag: string
  number: number
  cause: Cause
}

export const RANK: Record<Severity, number> = { breaking: 3, review: 2, notice: 1 }

const Mixed = mongoose.Schema.Types.Mixed
const flagSchema = new mongoose.Schema<FlagDoc>(
  {
    _id: String,
    release: Mixed,
    framework: String,
    dates: Mixed,
    order: Number,
    dependent: Mixed,
    dependentFingerprint: String,
    severity: String,
    rank: Number,
    classes: [String],
    causes: [Mixed],
    causeCount: Number,
    items: [String],
    itemKeys: [String],
    findings: [Mixed],
    unverified: Boolean,
    undecided: Boolean,
    impactFingerprint: String,
    state: String,
    owner: String,
    disposition: String,
    coveredBy: [String],
    corrects: String,
    takesBack: [String],
    supersedes: String,
    supersededBy: String,
    sectors: [String],
    changes: [String],
    due: Mixed,
    dueSet: Mixed,
    dueSort: String,
    positions: Mixed,
    version: Number,
    flaggedAt: Date,
  },
  { collection: 'flags', versionKey: false, minimize: false },
)
flagSchema.index({ rank: -1, 'dependent.key': 1, _id: 1 })
flagSchema.index({ 'release.id': 1, rank: -1, 'dependent.key': 1, _id: 1 })
flagSchema.index({ 'dependent.key': 1, order: 1 })
flagSchema.index({ state: 1, rank: -1, 'dependent.key': 1, _id: 1 })
flagSchema.index({ disposition: 1, rank: -1, 'dependent.key': 1, _id: 1 })
flagSchema.index({ items: 1 })
flagSchema.index({ itemKeys: 1 })
flagSchema.index({ dueSort: 1, rank: -1, 'dependent.key': 1, _id: 1 })
flagSchema.index({ sectors: 1 })
flagSchema.index({ changes: 1 })
flagSchema.index({ owner: 1 })
flagSchema.index({ coveredBy: 1 })

const causeSchema = new mongoose.Schema<FlagCauseDoc>(
  { _id: String, flag: String, number: Number, cause: Mixed },
  { collection: 'flag_causes', versionKey: false, minimize: false },
)
causeSchema.index({ flag: 1, number: 1 })

export const flagModel = (connection: mongoose.Connection) => connection.model<FlagDoc>('Flag', flagSchema)
export const flagCauseModel = (connection: mongoose.Connection) =>
  connection.model<FlagCauseDoc>('FlagCause', causeSchema)
