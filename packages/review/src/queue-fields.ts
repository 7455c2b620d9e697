import { allDates, type Cause, type SomeDates } from '@cte-align/contracts'
import { type Due, dueOf, sectorsOf } from '@cte-align/impact'
import type { DueSet, FlagDoc } from './models/flag.ts'

/** What lists are grouped, filtered and sorted by, beside what the flag says anyway. */
export type QueueFields = Pick<FlagDoc, 'sectors' | 'changes' | 'due'>

/** Reckoned from all causes; the same for an old flag as for a new one. */
export function queueFields(
  flag: Pick<FlagDoc, 'dependent' | 'severity' | 'dates'>,
  causes: readonly Cause[],
): QueueFields {
  const gravest = causes.filter(cause => cause.severity === flag.severity)
  return {
    sectors: sectorsOf(causes),
    changes: [...new Set(gravest.map(changeKey))],
    due: dueOfFlag(flag),
  }
}

/** Course codes go by the school year of CALPADS, all else by the regulation of CTC. */
export function dueOfFlag(flag: Pick<FlagDoc, 'dependent' | 'severity'> & { dates: SomeDates }): Due {
  const consumer = flag.dependent.kind === 'course-code' ? 'calpads' : 'ctc'
  return dueOf({ severity: flag.severity, dates: allDates(flag.dates), consumer })
}

/** The day that holds, for sorting: letters come after digits. */
export const dueSortOf = (due: Due, set: Pick<DueSet, 'day'> | null): string =>
  set?.day ?? due.day ?? (due.state === 'unknown' ? 'unknown' : 'without')

export const changeKey = ({ change }: Pick<Cause, 'change'>): string => `${change.class}:${change.item.id}`
