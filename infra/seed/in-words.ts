// Impacts as a person would say them.
import type { Cause, Impact, Severity, Step } from '@cte-align/contracts'

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

function causeInWords({ change, paths, doubts, assignment }: Cause): string {
  const [first, ...rest] = paths[0]!.steps
  const way = [`${stepInWords(first!)}${retitled(change)}`, ...rest.map(stepInWords)].join(' > ')
  const doubt = doubts.length > 0 ? ` [${doubts.join(', ')}]` : ''
  const goes =
    assignment === null
      ? ''
      : assignment === 'undecided'
        ? ' (where it goes: undecided)'
        : ` (goes to ${assignment.key})`
  return `${change.class}: ${way}${doubt}${goes}`
}

const retitled = ({ before, after }: Cause['change']): string =>
  before?.title && after?.title ? `, until then "${before.title}"` : ''

function stepInWords(step: Step): string {
  switch (step.edge) {
    case 'change':
      return `${step.item.kind} ${step.item.key} "${step.item.title}"`
    case 'up':
      return `which belongs to ${step.item.key}`
    case 'down':
      return `${step.item.key} below it`
    case 'across':
      return `${step.relation} to ${step.item.key} (${step.state} crosswalk relation)`
    case 'link':
      return `linked to ${step.dependent.key} (${step.basis})`
    case 'rule':
      return `${step.dependent.key} through assignment rule ${step.rule}`
    default:
      return step satisfies never
  }
}
