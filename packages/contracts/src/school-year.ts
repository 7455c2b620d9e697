import { z } from 'zod'

/** 00-01, 01-02 ... 99-00: spelled out, so that OpenAPI says as much as the schema does. */
const PAIRS = Array.from({ length: 100 }, (_, first) => `${two(first)}-${two(first + 1)}`).join('|')

/**
 * A school year as CALPADS writes it, `2026-27`: 1 July to 30 June in California. The Perkins program year has the same days. Its
 * second year is the one after the first.
 */
export const SchoolYear = z
  .string()
  .regex(
    new RegExp(`^(?:19|20|21)(?:${PAIRS})$`),
    'must be a school year, as in 2026-27: the second year follows the first',
  )
export type SchoolYear = z.infer<typeof SchoolYear>

/** The school year in which a day lies. Days are dates of California's calendar, so that no clock change touches them. */
export function schoolYearOf(day: string): SchoolYear {
  const year = Number(day.slice(0, 4))
  return yearFrom(day.slice(5) >= '07-01' ? year : year - 1)
}

export const firstDayOf = (year: SchoolYear): string => `${begins(year)}-07-01`
export const lastDayOf = (year: SchoolYear): string => `${begins(year) + 1}-06-30`

/** The day on which enrolment is counted and assignments are held against credentials: the first Wednesday in October (CALPADS Flash 201; CalSAAS glossary). */
export function censusDay(year: SchoolYear): string {
  const first = new Date(`${begins(year)}-10-01T00:00:00Z`).getUTCDay()
  return `${begins(year)}-10-0${1 + ((WEDNESDAY - first + 7) % 7)}`
}

/** Census days from the first day on and before the last. */
export function censusDaysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const word = yearFrom(year)
    if (!SchoolYear.safeParse(word).success) continue
    const day = censusDay(word)
    if (day >= first && day < last) days.push(day)
  }
  return days
}

const WEDNESDAY = 3
const begins = (year: SchoolYear): number => Number(year.slice(0, 4))
const yearFrom = (first: number): SchoolYear => `${String(first).padStart(4, '0')}-${two(first + 1)}`

function two(number: number): string {
  return String(number % 100).padStart(2, '0')
}
