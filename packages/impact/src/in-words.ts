import { type Cause, type ItemRef, isContainer, type Path, type Step } from '@cte-align/contracts'

/**
 * Why a dependent is flagged, in one line: what changed, the gravest way from there to the dependent, what is doubtful, and
 * after a split where the dependent goes. Previews, flags, exports and the demo say it in these words.
 */
export function causeInWords({ change, paths, doubts, assignment }: Omit<Cause, 'id'>): string {
  const [gravest, ...others] = paths
  const [first, ...rest] = gravest!.steps
  const way = [`${stepInWords(first!)}${untilThen(change)}`, ...rest.map(stepInWords)].join(' > ')
  const more = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'path' : 'paths'})`
  const doubt = doubts.length === 0 ? '' : ` [${doubts.join(', ')}]`
  return `${change.class}: ${way}${more}${doubt}${goesTo(assignment)}`
}

/** The steps of a path, each with the edge that leads there. */
export const pathInWords = ({ steps }: Pick<Path, 'steps'>): string => steps.map(stepInWords).join(' > ')

/** Containers are known by their titles too; the title of a statement is its whole text, so its key stands for it. */
export const itemInWords = ({ kind, key, title }: ItemRef): string => (isContainer(kind) ? `${key} "${title}"` : key)

function stepInWords(step: Step): string {
  switch (step.edge) {
    case 'change':
      return `${step.item.kind} ${itemInWords(step.item)}`
    case 'up':
      return `which belongs to ${itemInWords(step.item)}`
    case 'down':
      return `${itemInWords(step.item)} below it`
    case 'across':
      return `${step.relation} to ${itemInWords(step.item)} (${step.state} crosswalk relation)`
    case 'link':
      return `linked to ${step.dependent.key} (${step.basis})`
    case 'rule':
      return `${step.dependent.key} through assignment rule ${step.rule}`
    default:
      return step satisfies never
  }
}

const untilThen = ({ before, after }: Cause['change']): string =>
  before?.title && after?.title ? `, until then "${before.title}"` : ''

function goesTo(assignment: Cause['assignment']): string {
  if (assignment === null) return ''
  return assignment === 'undecided' ? ' (where it goes: undecided)' : ` (goes to ${itemInWords(assignment)})`
}
