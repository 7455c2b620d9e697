import { type Cause, type ItemRef, isContainer, type Path, type Step } from '@cte-align/contracts'

/** A path as a person reads it: `Energy & Natural Resources -> (related, draft) -> Energy, Environment, and Utilities -> CTE/R4T/EU`. */
export function pathInWords({ steps }: Pick<Path, 'steps'>): string {
  return steps.flatMap(stepInWords).join(' -> ')
}

/** Containers are known by their titles; the title of a statement is its whole text, so its key stands for it. */
export const itemInWords = ({ kind, title, key }: ItemRef): string => (isContainer(kind) ? title : key)

function stepInWords(step: Step): string[] {
  switch (step.edge) {
    case 'change':
    case 'up':
    case 'down':
      return [itemInWords(step.item)]
    case 'across':
      return [
        step.state === 'accepted' ? `(${step.relation})` : `(${step.relation}, ${step.state})`,
        itemInWords(step.item),
      ]
    case 'link':
      return [step.dependent.key]
    case 'rule':
      return ['(assignment rule)', step.dependent.key]
  }
}

/** One line on a cause: what changed, and the gravest way from there to the dependent. */
export function causeInWords({ change, paths, doubts, assignment }: Cause): string {
  const [gravest, ...others] = paths
  const more = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'path' : 'paths'})`
  const doubt = doubts.length === 0 ? '' : ` [${doubts.join(', ')}]`
  const goes =
    assignment === null ? '' : `; assigned to ${assignment === 'undecided' ? 'nobody yet' : itemInWords(assignment)}`
  return `${change.class}: ${pathInWords(gravest!)}${more}${doubt}${goes}`
}
