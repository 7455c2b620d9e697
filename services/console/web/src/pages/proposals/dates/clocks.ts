import type { Proposal } from '../words.ts'

export type Dates = Proposal['dates']
export type Clock = keyof Dates

/** One clock for each consumer; a date nobody has set is unknown, and is shown so. */
export const CLOCKS = [
  ['adoption', 'Adoption by the State Board', 'day'],
  ['effective', 'In force', 'day'],
  ['calpadsSchoolYear', 'First CALPADS school year', 'year'],
  ['regulation', 'CTC regulation in force (Title 5)', 'day'],
  ['perkinsYear', 'First Perkins program year', 'year'],
  ['collegeProgram', 'College programs go by it', 'day'],
] as const satisfies readonly (readonly [Clock, string, 'day' | 'year'])[]

/** Who goes by one of these clocks. */
export const CONSUMERS = {
  sbe: 'State Board',
  calpads: 'CALPADS',
  ctc: 'CTC',
  perkins: 'Perkins reporting',
  college: 'Colleges',
} as const

/** A school year is two years that follow each other, as in 2026-27. */
export function yearProblem(year: string | null): string | undefined {
  if (year === null || year === '') return undefined
  const [, first, second] = /^(?:19|20|21)(\d\d)-(\d\d)$/.exec(year) ?? []
  return first !== undefined && (Number(first) + 1) % 100 === Number(second)
    ? undefined
    : 'A school year is written as in 2026-27'
}

/** As the form holds them, as the API takes them. */
export const datesFrom = (typed: Record<Clock, string>): Dates => {
  const given = (clock: Clock) => typed[clock].trim() || null
  return {
    adoption: given('adoption'),
    effective: given('effective'),
    calpadsSchoolYear: given('calpadsSchoolYear'),
    regulation: given('regulation'),
    perkinsYear: given('perkinsYear'),
    collegeProgram: given('collegeProgram'),
  }
}
export const typedFrom = (dates: Dates): Record<Clock, string> => ({
  adoption: dates.adoption ?? '',
  effective: dates.effective ?? '',
  calpadsSchoolYear: dates.calpadsSchoolYear ?? '',
  regulation: dates.regulation ?? '',
  perkinsYear: dates.perkinsYear ?? '',
  collegeProgram: dates.collegeProgram ?? '',
})
