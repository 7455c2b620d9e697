// School years as CALPADS writes them: 1 July to 30 June. `2026-27`.
import { todayInCalifornia } from '../../parts/times.ts'

const yearFrom = (first: number): string => `${first}-${String((first + 1) % 100).padStart(2, '0')}`
const begins = (year: string): number => Number(year.slice(0, 4))

/** The school year in which a day lies. */
export const schoolYearOf = (day: string): string =>
  yearFrom(Number(day.slice(0, 4)) - (day.slice(5) >= '07-01' ? 0 : 1))
export const thisSchoolYear = (): string => schoolYearOf(todayInCalifornia())
export const yearAfter = (year: string): string => yearFrom(begins(year) + 1)
export const yearBefore = (year: string): string => yearFrom(begins(year) - 1)
export const isSchoolYear = (text: string): boolean =>
  /^(19|20|21)\d\d-\d\d$/.test(text) && yearFrom(begins(text)) === text

/** What one chooses from: some years back and ahead of now, and the one that is chosen wherever it lies. */
export function yearsToChoose(chosen: string, now = thisSchoolYear()): string[] {
  const around = Array.from({ length: 14 }, (_, n) => yearFrom(begins(now) - 5 + n))
  return around.includes(chosen) || !isSchoolYear(chosen) ? around : [...around, chosen].sort()
}
