import { type EffectiveBound, firstDayOf, firstDayOfBound, lastDayOf, lastDayOfBound } from '@cte-align/contracts'

/** From when to when a code is effective, as far as any source says. */
export interface EffectivePeriod {
  effectiveFrom: EffectiveBound | null
  effectiveTo: EffectiveBound | null
}
/** Days of California's calendar, both included. */
export interface Days {
  first: string
  last: string
}
export interface CodeInForce {
  valid: 'yes' | 'no' | 'unknown'
  status: 'active' | 'proposed' | 'retired' | 'unknown'
  why: string
}

export const daysOf = (schoolYear: string): Days => ({ first: firstDayOf(schoolYear), last: lastDayOf(schoolYear) })

/**
 * GERR0007: a code is submitted with an academic year that overlaps its effective dates by at least one day. Pure and total. Where
 * one end is unknown, the other may still decide: a code is effective on its own first and last day. Two unknown ends decide nothing.
 */
export function codeInForce({ effectiveFrom, effectiveTo }: EffectivePeriod, { first, last }: Days): CodeInForce {
  const begins = effectiveFrom === null ? null : firstDayOfBound(effectiveFrom)
  const ends = effectiveTo === null ? null : lastDayOfBound(effectiveTo)
  const asked = `${first} to ${last}`
  if (begins !== null && begins > last)
    return { valid: 'no', status: 'proposed', why: `It begins on ${begins}, after ${asked}` }
  if (ends !== null && ends < first)
    return { valid: 'no', status: 'retired', why: `It ended on ${ends}, before ${asked}: it is retired` }
  const yes = (why: string): CodeInForce => ({ valid: 'yes', status: 'active', why })
  if (begins !== null && ends !== null) return yes(`It is effective from ${begins} to ${ends}, which overlaps ${asked}`)
  if (begins !== null && begins >= first) return yes(`It begins on ${begins}, a day of ${asked}`)
  if (ends !== null && ends <= last) return yes(`It ends on ${ends}, a day of ${asked}`)
  const missing = [...(begins === null ? ['begins'] : []), ...(ends === null ? ['ends'] : [])].join(' or ')
  return { valid: 'unknown', status: 'unknown', why: `No source says when it ${missing}` }
}
