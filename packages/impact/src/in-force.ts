import { type Consumer, type EffectiveDates, firstDayOf } from '@cte-align/contracts'

/** The date of a release that a consumer goes by, as the day from which the release is in force for it. */
export interface Clock {
  date: keyof EffectiveDates
  /** For sentences: "the school year from which CALPADS uses it". */
  words: string
  dayOf: (dates: EffectiveDates) => string | null
}

const firstDay = (year: string | null) => (year === null ? null : firstDayOf(year))

/** Which date rules for whom. */
export const CLOCKS: Record<Consumer, Clock> = {
  sbe: {
    date: 'adoption',
    words: 'the day of adoption by the State Board of Education',
    dayOf: dates => dates.adoption,
  },
  calpads: {
    date: 'calpadsSchoolYear',
    words: 'the school year of CALPADS, from its first day, 1 July',
    dayOf: dates => firstDay(dates.calpadsSchoolYear),
  },
  ctc: {
    date: 'regulation',
    words: 'the effective day of the regulation of CTC (Title 5)',
    dayOf: dates => dates.regulation,
  },
  perkins: {
    date: 'perkinsYear',
    words: 'the Perkins program year, from its first day, 1 July',
    dayOf: dates => firstDay(dates.perkinsYear),
  },
  college: {
    date: 'collegeProgram',
    words: 'the day of the college programs (TOP to CIP)',
    dayOf: dates => dates.collegeProgram,
  },
}

/** A release with the day from which it is in force for somebody; null where nobody has said. */
export interface Timed {
  release: string
  number: number
  day: string | null
}

export type InForce =
  | { answer: 'release'; release: string; since: string }
  /** `uncertain`: the releases whose missing date could change the answer, newest first. */
  | { answer: 'unknown'; uncertain: string[]; lastCertain: { release: string; since: string } | null }
  /** `first`: what comes first, where anything does. */
  | { answer: 'none'; first: { release: string; since: string } | null }

/**
 * What is in force on a day: the newest release whose day has come. Newest by number, not by day, since a release holds all that the
 * ones before it changed: one that is in force earlier than its predecessor brings the predecessor's changes along.
 *
 * A release without a day could have come into force on any day, before or after. So one that is newer than the newest known
 * makes the answer `unknown`; one that is older makes no difference. Days of other releases say nothing about it: days need
 * not rise with the numbers.
 */
export function inForceOn(day: string, releases: readonly Timed[]): InForce {
  const newestFirst = [...releases].sort((a, b) => b.number - a.number)
  const at = newestFirst.findIndex(each => each.day !== null && each.day <= day)
  const certain = at === -1 ? null : sinceOf(newestFirst[at]!)
  const newer = at === -1 ? newestFirst : newestFirst.slice(0, at)
  const uncertain = newer.filter(each => each.day === null).map(each => each.release)
  if (uncertain.length > 0) return { answer: 'unknown', uncertain, lastCertain: certain }
  if (certain !== null) return { answer: 'release', ...certain }
  const [first] = [...newestFirst].sort((a, b) => (a.day! < b.day! ? -1 : a.day! > b.day! ? 1 : b.number - a.number))
  return { answer: 'none', first: first ? sinceOf(first) : null }
}

const sinceOf = ({ release, day }: Timed) => ({ release, since: day! })
