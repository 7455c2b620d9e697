import {
  type Consumer,
  censusDay,
  dayBefore,
  type EffectiveDates,
  type Severity,
  schoolYearOf,
} from '@cte-align/contracts'
import { CLOCKS } from './in-force.ts'

/** Until when a flag wants dealing with. `day` is the last day on which it is still in time. */
export interface Due {
  state: 'dated' | 'unknown' | 'none'
  day: string | null
  /** The dates of the release that would tell, where it is unknown. */
  missing: (keyof EffectiveDates)[]
  basis: string
}

export interface DueQuestion {
  severity: Severity
  dates: EffectiveDates
  /** Whose records hang on it: CTC goes by its regulation, CALPADS by its school year. */
  consumer: Extract<Consumer, 'ctc' | 'calpads'>
}

/**
 * Breaking: act before the release takes effect, and before the census day at which it counts first, whichever comes first. Review:
 * look before that census day. Notice: nothing is due. That census day is the one of CALPADS's first school year by the
 * release; where nobody has said which that is, the first one on or after the day on which it takes effect.
 */
export function dueOf({ severity, dates, consumer }: DueQuestion): Due {
  if (severity === 'notice') return { state: 'none', day: null, missing: [], basis: 'A notice asks for nothing' }
  const start = startOf(dates, consumer)
  const census = censusOf(dates, start?.day ?? null)
  if (severity === 'review')
    return census === null
      ? unknown(consumer, 'the census day at which the release counts first')
      : before(census.day, census.words)
  if (start === null) return unknown(consumer, 'the day on which the release takes effect', census)
  if (census !== null && census.day < start.day)
    return before(census.day, `${census.words}, which comes before ${start.day}, ${start.words}`)
  return before(start.day, start.words)
}

interface Named {
  day: string
  words: string
}

function startOf(dates: EffectiveDates, consumer: DueQuestion['consumer']): Named | null {
  const own = CLOCKS[consumer].dayOf(dates)
  if (own !== null) return { day: own, words: CLOCKS[consumer].words }
  if (consumer === 'calpads' || dates.effective === null) return null
  return { day: dates.effective, words: 'the effective day of the release (no day of the regulation is set)' }
}

function censusOf({ calpadsSchoolYear }: EffectiveDates, start: string | null): Named | null {
  if (calpadsSchoolYear !== null) return censusIn(calpadsSchoolYear)
  if (start === null) return null
  const same = censusIn(schoolYearOf(start))
  return same.day >= start ? same : censusIn(schoolYearOf(aYearAfter(start)))
}

const censusIn = (year: string): Named => ({ day: censusDay(year), words: `census day of ${year}` })

const aYearAfter = (day: string) => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`

const before = (day: string, words: string): Due => ({
  ...{ state: 'dated', day: dayBefore(day), missing: [] },
  basis: `Before ${day}, ${words}`,
})

function unknown(consumer: DueQuestion['consumer'], what: string, census: Named | null = null): Due {
  const missing: Due['missing'] = consumer === 'ctc' ? ['regulation', 'effective'] : ['calpadsSchoolYear']
  const atLatest = census === null ? '' : `; before ${census.day}, ${census.words}, at the latest`
  return {
    ...{ state: 'unknown', day: null, missing },
    basis: `Unknown is ${what}: nobody has set ${missing.join(' or ')}${atLatest}`,
  }
}
