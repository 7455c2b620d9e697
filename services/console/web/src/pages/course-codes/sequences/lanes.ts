// A sequence as a lane: three places in a row, and what stands between them. Pure.
import type { Item } from '@cte-align/client'

export type SequenceRow = Item<'course-codes', '/sequences', 'get'>
export const LANE_LEVELS = ['introductory', 'concentrator', 'capstone'] as const
export type LaneLevel = (typeof LANE_LEVELS)[number]

export interface LaneStop {
  level: LaneLevel
  codes: string[]
  /** Introductory codes that serve the whole sector. */
  shared: string[]
  /** `absent`: certainly no code; `unsure`: nobody knows; `optional`: a sequence holds without. */
  state: 'there' | 'absent' | 'unsure' | 'optional'
  says: string | null
}
/** What of a finding a lane shows. */
export interface LaneFinding {
  code: string
  certainty: 'certain' | 'unknown'
  pathway: { framework: string; item: string } | null
  message: string
}
export interface Lane {
  key: string
  sequence: SequenceRow
  stops: LaneStop[]
  /** Certain breaks, in words. */
  breaks: string[]
  /** What nobody knows, in words. */
  doubts: string[]
  /** `empty`: no code is on the pathway in this year, so that nobody begins it. */
  state: LaneState
}
export const LANE_STATES = ['breaks', 'unknown', 'holds', 'empty'] as const
export type LaneState = (typeof LANE_STATES)[number]

/** No break: every sector's introductory code serves several pathways. */
const NO_BREAK = 'CTE_INTRODUCTORY_SHARED'
const LEVEL_MISSING = 'CTE_LEVEL_MISSING'

export function laneOf(sequence: SequenceRow, findings: readonly LaneFinding[] = []): Lane {
  const { framework, item, complete, missing, unsure } = sequence
  const mine = findings.filter(
    ({ pathway, code }) => code !== NO_BREAK && pathway?.framework === framework && pathway.item === item,
  )
  const breaks = mine.filter(({ certainty }) => certainty === 'certain').map(({ message }) => message)
  const lacks = missing.map(level => `No ${level} in this year`)
  const doubts = mine.filter(({ certainty }) => certainty === 'unknown').map(({ message }) => message)
  const stops = LANE_LEVELS.map((level): LaneStop => {
    const shared = level === 'introductory' ? sequence.sectorIntroductory : []
    const codes = sequence[level]
    if (level !== 'introductory' && missing.includes(level))
      return { level, codes, shared, state: 'absent', says: `No ${level}` }
    if (level !== 'introductory' && unsure.includes(level))
      return { level, codes, shared, state: 'unsure', says: codes.length > 0 ? 'Years unknown' : 'Nobody knows' }
    if (codes.length + shared.length === 0) return { level, codes, shared, state: 'optional', says: 'None of its own' }
    return { level, codes, shared, state: 'there', says: null }
  })
  const lane = { key: `${framework}:${item}`, sequence, stops }
  if (stops.every(({ codes }) => codes.length === 0) && mine.every(({ code }) => code === LEVEL_MISSING))
    return { ...lane, breaks: [], doubts: [], state: 'empty' }
  const all = unique(breaks.length > 0 ? breaks : lacks)
  const state = all.length > 0 ? 'breaks' : complete === true && doubts.length === 0 ? 'holds' : 'unknown'
  return { ...lane, breaks: all, doubts: unique(doubts), state }
}

export const countLanes = (lanes: readonly Lane[]): Record<LaneState, number> => {
  const count = (state: LaneState) => lanes.filter(lane => lane.state === state).length
  return { breaks: count('breaks'), unknown: count('unknown'), holds: count('holds'), empty: count('empty') }
}

/** Broken ones first: they are what one looks for; empty ones last. Within, as they came. */
export const brokenFirst = (lanes: readonly Lane[]): Lane[] => {
  const order = { breaks: 0, unknown: 1, holds: 1, empty: 2 }
  return lanes.toSorted((a, b) => order[a.state] - order[b.state])
}

const unique = (texts: string[]) => [...new Set(texts)]
