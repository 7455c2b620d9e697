import type { CourseLevel, Dependent, Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** What the data says a course code belongs to; `any` is the wildcard of 7000. Links that a person makes are not listed. */
export interface Alignment {
  framework: string
  item: string | null
  any: 'sector' | null
  verified: boolean
  basis: string
}
export type CourseCodeGap = 'school-years-unknown' | 'pathway-not-stated' | 'no-alignment' | 'unverified'

export interface CourseCodeContent {
  code: string
  title: string
  level: CourseLevel
  levelBasis: string | null
  /** As the source spells it. */
  sectorName: string | null
  pathwayName: string | null
  pathwayBasis: string | null
  elective: boolean
  /** School years, first and last. Null is unknown and stays so. */
  effectiveFrom: string | null
  effectiveTo: string | null
  alignments: Alignment[]
  provenance: Provenance
}

/** An own link as the catalogue knows it; where it stands today, the review's links know. */
export interface LinkNote {
  id: string
  framework: string
  item: string | null
  itemId: string | null
  any: 'sector' | null
}
/** What a code read before a school year from which a published plan gave it another title or level. */
export interface EarlierName {
  before: string
  title: string
  level: CourseLevel
  /** The edition that changed it. */
  edition: string
}
export type StoredCourseCode = StoredRow<CourseCodeContent> & {
  links?: LinkNote[]
  /** In the order of the years. Codes that no plan has revised have none. */
  earlier?: EarlierName[]
  /** As a plan says it; of others the pathway's row knows, where anybody does. */
  pathwayCode?: string | null
  /** Editions published here that have changed it. */
  editions?: string[]
}

export const dependentOf = ({
  code,
  title,
  level,
}: Pick<CourseCodeContent, 'code' | 'title' | 'level'>): Dependent => ({
  kind: 'course-code',
  key: code,
  title,
  level,
})

/** What the row itself does not say. Computed when asked: an edit closes a gap at once. */
export function gapsIn(row: CourseCodeContent): CourseCodeGap[] {
  const gaps: CourseCodeGap[] = []
  if (row.effectiveFrom === null || row.effectiveTo === null) gaps.push('school-years-unknown')
  const inSequence = row.level === 'concentrator' || row.level === 'capstone'
  if (row.pathwayName === null && (inSequence || row.pathwayBasis?.startsWith('unknown')))
    gaps.push('pathway-not-stated')
  if (row.alignments.length === 0) gaps.push('no-alignment')
  if (!row.provenance.verified) gaps.push('unverified')
  return gaps
}

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredCourseCode>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    code: String,
    title: String,
    level: String,
    levelBasis: String,
    sectorName: String,
    pathwayName: String,
    pathwayBasis: String,
    elective: Boolean,
    effectiveFrom: String,
    effectiveTo: String,
    alignments: Mixed,
    links: Mixed,
    provenance: Mixed,
    imported: Mixed,
    earlier: Mixed,
    pathwayCode: String,
    editions: [String],
  },
  { collection: 'course_codes', versionKey: false, minimize: false },
)
schema.index({ 'links.id': 1 })
schema.index({ 'links.item': 1 })

export const courseCodeModel = ({ connection }: Database): Model<StoredCourseCode> =>
  connection.models.CourseCode ?? connection.model<StoredCourseCode>('CourseCode', schema)
