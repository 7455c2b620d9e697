// Impacts as a person would say them.
import type { Impact, Severity } from '@cte-align/contracts'
import { causeInWords } from '@cte-align/impact'

const MEANING: Record<Severity, string> = {
  breaking: 'someone must act before the effective date',
  review: 'someone must look',
  notice: 'someone should know',
}

/** `16 flags: 4 breaking (someone must act before the effective date), 12 review (...)`. */
export function countsInWords(what: string, impacts: Impact[]): string {
  const counts = (['breaking', 'review', 'notice'] as const)
    .map(severity => ({ severity, count: impacts.filter(impact => impact.severity === severity).length }))
    .filter(({ count }) => count > 0)
  if (counts.length === 0) return `no ${what}`
  return `${impacts.length} ${what}: ${counts.map(({ severity, count }) => `${count} ${severity} (${MEANING[severity]})`).join(', ')}`
}

/** The gravest cause of an impact, with the way that led there. */
export function impactInWords({ dependent, severity, causes }: Impact): string {
  const [cause] = causes
  const more = causes.length > 1 ? `; and ${causes.length - 1} more cause${causes.length > 2 ? 's' : ''}` : ''
  return `${dependent.key}, ${dependent.title}: ${severity}. ${causeInWords(cause!)}${more}`
}
