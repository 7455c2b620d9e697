import type { Dependent, ItemRef, ReleaseRef, Severity, SomeDates } from '@cte-align/contracts'
import mongoose from 'mongoose'

export interface AssessmentSummary {
  flags: number
  bySeverity: Record<Severity, number>
  digest: string
  positions: Record<string, number>
  manualReview: Dependent[]
}

/** How the release names an item from now on and, where its place changed, what is above it. */
export interface Moved {
  item: ItemRef
  lineage: ItemRef[] | null
}

/**
 * What `release.published` said, and how far its assessment is. `waiting`: pieces may be missing. `planned`: complete,
 * and `positions` are fixed; flags are being written. `assessed`: said so, once.
 */
export interface ReleaseHeaderDoc {
  _id: string
  release: ReleaseRef
  title: string
  dates: SomeDates
  changes: number
  messages: number
  digest: string
  /** What it names as corrected, as it was told; `correctedBy` says whether that counts. */
  corrects?: string | null
  /** Sequence of `release.published`: the order of releases of all frameworks. */
  sequence: number
  event: string
  correlation: string
  state: 'waiting' | 'planned' | 'assessed'
  positions: Record<string, number> | null
  /** Whoever writes flags of late links grows it; whoever planned on an older number plans again. */
  lateRevision: number
  /** Filled when the release is planned. */
  moves: Moved[]
  /** Items that an erratum leaves as they were before what it corrects. Filled when the release is planned. */
  takenBack?: string[]
  /** Whether links have followed what the release moved. */
  moved: boolean
  assessment: AssessmentSummary | null
}

const Mixed = mongoose.Schema.Types.Mixed
const schema = new mongoose.Schema<ReleaseHeaderDoc>(
  {
    _id: String,
    release: Mixed,
    title: String,
    dates: Mixed,
    changes: Number,
    messages: Number,
    digest: String,
    corrects: String,
    sequence: Number,
    event: String,
    correlation: String,
    state: String,
    positions: Mixed,
    lateRevision: Number,
    moves: [Mixed],
    takenBack: [String],
    moved: Boolean,
    assessment: Mixed,
  },
  { collection: 'release_headers', versionKey: false, minimize: false },
)
schema.index({ sequence: 1 })
schema.index({ moved: 1, sequence: 1 })
schema.index({ corrects: 1, sequence: 1 }, { partialFilterExpression: { corrects: { $type: 'string' } } })

export const releaseHeaderModel = (connection: mongoose.Connection) =>
  connection.model<ReleaseHeaderDoc>('ReleaseHeader', schema)
