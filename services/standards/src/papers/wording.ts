import type { Agency, ChangeClass, EffectiveDates, ItemRef, Severity } from '@cte-align/contracts'
import { isContainer } from '@cte-align/contracts'
import type { Inline } from './paper.ts'
import type { AgencyData, Clock, PaperData } from './paper-data.ts'

/** What a reader who has never seen this system makes of a class. */
export const CLASS_WORDS: Record<ChangeClass, { name: string; means: string }> = {
  retired: { name: 'Retired', means: 'It ends. What follows it is named, or unknown.' },
  split: { name: 'Split', means: 'Several take its place.' },
  merged: { name: 'Merged', means: 'It becomes part of another.' },
  moved: { name: 'Moved', means: 'It stands under another sector, cluster or pathway.' },
  'scope-narrowed': { name: 'Narrowed', means: 'It covers less than before.' },
  substantive: { name: 'Reworded', means: 'What is expected may differ; a person must read it.' },
  'scope-broadened': { name: 'Broadened', means: 'It covers more than before.' },
  recode: { name: 'New code', means: 'The same thing under another code of the standards.' },
  label: { name: 'New title', means: 'The same thing under another title; its code stays.' },
  added: { name: 'Added', means: 'It is new.' },
  editorial: { name: 'Correction', means: 'Other marks or order, the same words.' },
}

export const SEVERITIES = ['breaking', 'review', 'notice'] as const satisfies Severity[]
/** What somebody has to do about it. */
export const SEVERITY_WORDS: Record<Severity, { name: string; means: string }> = {
  breaking: { name: 'Act', means: 'The agency that keeps the record must act before the change takes effect.' },
  review: { name: 'Look', means: 'That agency must look and decide whether anything follows.' },
  notice: { name: 'Know', means: 'For information. Nothing has to be done.' },
}

export const DEPENDENTS: Record<AgencyData['agency'], readonly [string, string]> = {
  CTC: ['teaching authorization', 'teaching authorizations'],
  CALPADS: ['course code', 'course codes'],
}
export const AGENCY_NAMES: Record<Agency, string> = {
  CDE: 'California Department of Education (CDE)',
  CTC: 'Commission on Teacher Credentialing (CTC)',
  CALPADS: 'CALPADS office of the CDE',
}

export const UNKNOWN = 'unknown'
/** `July 1, 2027`; a school year stays as it is written; what nobody has set is unknown. */
export function dayInWords(day: string | null | undefined): string {
  if (day === null || day === undefined) return UNKNOWN
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day
  const formatted = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
  return formatted.format(new Date(`${day}T00:00:00Z`))
}
export const momentInWords = (at: Date): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'America/Los_Angeles' }).format(
    at,
  )

/** Clocks in the order in which a change passes them. */
export const CLOCKS: readonly { clock: Clock; whose: string; what: string }[] = [
  { clock: 'adoption', whose: 'State Board of Education', what: 'adoption' },
  { clock: 'effective', whose: 'Standards (CDE)', what: 'in force for all who name no other clock' },
  { clock: 'calpadsSchoolYear', whose: 'CALPADS', what: 'first school year' },
  { clock: 'regulation', whose: 'CTC', what: 'regulation in effect' },
  { clock: 'perkinsYear', whose: 'Perkins V reporting', what: 'first program year' },
  { clock: 'collegeProgram', whose: 'College programs (TOP to CIP)', what: 'in effect' },
]
export const dateOf = (dates: EffectiveDates, clock: Clock): string => dayInWords(dates[clock])

/** `sector Business and Finance (BUS)`; a statement is its key, for its title is its whole text. */
export const itemWords = ({ kind, key, title }: ItemRef): Inline[] =>
  isContainer(kind) ? [`${kind} `, { words: `${title} (${key})` }] : [`${kind} `, { words: key }]

/** Of a proposal what would be, of a release what is. */
export const isDraft = ({ of }: Pick<PaperData, 'of'>): boolean => of.kind === 'proposal'

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
