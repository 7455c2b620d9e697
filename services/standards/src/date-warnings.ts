import {
  allDates,
  type Consumer,
  censusDaysBetween,
  type EffectiveDates,
  firstDayOf,
  lastDayOf,
  type SomeDates,
} from '@cte-align/contracts'
import { CLOCKS } from '@cte-align/impact'
import { z } from 'zod'

export const DateWarning = z.object({
  code: z.enum([
    'CTE_DATE_SCHOOL_YEAR_OPEN',
    'CTE_DATE_REGULATION_BEFORE_ADOPTION',
    'CTE_DATE_EFFECTIVE_BEFORE_ADOPTION',
    'CTE_DATE_CENSUS_BETWEEN',
    'CTE_DATE_YEARS_DIFFER',
    'CTE_DATE_BEFORE_PREVIOUS',
    'CTE_DATE_UNKNOWN',
  ]),
  message: z.string(),
})
export type DateWarning = z.infer<typeof DateWarning>

export interface Surroundings {
  /** The California day on which one looks at the dates; for a release, the day it was published. */
  today: string
  /** The release before. */
  previous?: { release: string; dates: SomeDates } | undefined
}

/** What in a release's dates somebody should look at before it is too late. It warns and refuses nothing; pure. */
export function dateWarnings(given: SomeDates, { today, previous }: Surroundings): DateWarning[] {
  const dates = allDates(given)
  return [
    ...schoolYearOpen(dates, today),
    ...beforeAdoption(dates),
    ...censusBetween(dates),
    ...yearsDiffer(dates),
    ...(previous === undefined ? [] : beforePrevious(dates, previous)),
    ...notKnown(dates),
  ]
}

/** Codes of an open year are submitted already (a code set goes into production at the rollover of the school year). */
function schoolYearOpen({ calpadsSchoolYear: year }: EffectiveDates, today: string): DateWarning[] {
  if (year === null || firstDayOf(year) > today) return []
  const over = lastDayOf(year) < today
  const state = over ? `was over on ${lastDayOf(year)}` : `was open already, since ${firstDayOf(year)}`
  return [
    {
      code: 'CTE_DATE_SCHOOL_YEAR_OPEN',
      message: `On ${today} school year ${year} of CALPADS ${state}: districts have coded courses of that year by what was in force before. Choose a later school year, or tell them`,
    },
  ]
}

function beforeAdoption({ adoption, regulation, effective }: EffectiveDates): DateWarning[] {
  if (adoption === null) return []
  const warnings: DateWarning[] = []
  if (regulation !== null && regulation < adoption)
    warnings.push({
      code: 'CTE_DATE_REGULATION_BEFORE_ADOPTION',
      message: `The regulation date ${regulation} precedes the adoption on ${adoption}: CTC would regulate by standards that the Board has not adopted`,
    })
  if (effective !== null && effective < adoption)
    warnings.push({
      code: 'CTE_DATE_EFFECTIVE_BEFORE_ADOPTION',
      message: `The effective date ${effective} precedes the adoption on ${adoption}`,
    })
  return warnings
}

/** The clocks that census day holds against each other: teachers by CTC's, courses by CALPADS's, both after the Board's. */
const AT_CENSUS = ['sbe', 'ctc', 'calpads'] as const satisfies Consumer[]
const NAMES = { sbe: 'the State Board', ctc: 'CTC (teachers)', calpads: 'CALPADS (courses)' } as const
const CENSUS_DAYS_NAMED = 3

function censusBetween(dates: EffectiveDates): DateWarning[] {
  const known = AT_CENSUS.flatMap(consumer => CLOCKS[consumer].dayOf(dates) ?? []).sort()
  if (known.length < 2) return []
  const days = censusDaysBetween(known[0]!, known.at(-1)!)
  const warnings = days.slice(0, CENSUS_DAYS_NAMED).map(day => onCensus(day, dates))
  const more = days.length - warnings.length
  if (more > 0)
    warnings.push({
      code: 'CTE_DATE_CENSUS_BETWEEN',
      message: `So do ${more} more census days, the last on ${days.at(-1)}`,
    })
  return warnings
}

function onCensus(day: string, dates: EffectiveDates): DateWarning {
  const sees = (consumer: (typeof AT_CENSUS)[number]): 'new' | 'old' | 'unknown' => {
    const from = CLOCKS[consumer].dayOf(dates)
    return from === null ? 'unknown' : from <= day ? 'new' : 'old'
  }
  const parts = AT_CENSUS.map(consumer => {
    const from = CLOCKS[consumer].dayOf(dates)
    if (from === null) return `for ${NAMES[consumer]} it is unknown, since nobody has set the date`
    if (from <= day) return `for ${NAMES[consumer]} this release is in force, since ${from}`
    return `for ${NAMES[consumer]} still what came before, until ${from}`
  })
  const [teachers, courses] = [sees('ctc'), sees('calpads')]
  const end =
    teachers === 'unknown' || courses === 'unknown'
      ? 'Whether teachers and courses are measured with one system on that day is unknown'
      : teachers === courses
        ? 'Teachers and courses are measured with one system on that day'
        : `Teachers are measured with the ${teachers} system and courses coded with the ${courses} one`
  return {
    code: 'CTE_DATE_CENSUS_BETWEEN',
    message: `Census day ${day} falls between the dates: ${parts.join('; ')}. ${end}`,
  }
}

function yearsDiffer({ calpadsSchoolYear, perkinsYear }: EffectiveDates): DateWarning[] {
  if (calpadsSchoolYear === null || perkinsYear === null || calpadsSchoolYear === perkinsYear) return []
  return [
    {
      code: 'CTE_DATE_YEARS_DIFFER',
      message: `CALPADS starts with school year ${calpadsSchoolYear}, Perkins with program year ${perkinsYear}: between them one year is reported by the other system than it was coded with`,
    },
  ]
}

/** In force earlier than its predecessor: legal for a correction, and then what the predecessor changed comes along. */
function beforePrevious(dates: EffectiveDates, previous: { release: string; dates: SomeDates }): DateWarning[] {
  const before = allDates(previous.dates)
  return (Object.keys(dates) as (keyof EffectiveDates)[]).flatMap(date => {
    const [ours, theirs] = [dates[date], before[date]]
    if (ours === null || theirs === null || ours >= theirs) return []
    return [
      {
        code: 'CTE_DATE_BEFORE_PREVIOUS' as const,
        message: `${date} ${ours} precedes that of ${previous.release}, ${theirs}: what ${previous.release} changed would be in force from ${ours} too`,
      },
    ]
  })
}

function notKnown(dates: EffectiveDates): DateWarning[] {
  const unset = Object.entries(CLOCKS).filter(([, { date }]) => dates[date] === null)
  if (unset.length === 0) return []
  const clocks = unset.map(([consumer, { date }]) => `${date} (${consumer})`)
  return [
    {
      code: 'CTE_DATE_UNKNOWN',
      message: `Nobody has set ${clocks.join(', ')}: what is in force for ${unset.map(([consumer]) => consumer).join(', ')} will be answered as unknown`,
    },
  ]
}
