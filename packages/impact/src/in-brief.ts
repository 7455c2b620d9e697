import type { Cause, Impact, ImpactBrief, ItemRef, Path } from '@cte-align/contracts'
import { causeInWords } from './in-words.ts'
import { compareSeverity } from './severity.ts'

/** An impact as lists and papers say it. `of`: changed items of which the asker wants to know whom they touch. */
export function inBrief(impact: Impact, of: ReadonlySet<string>): ImpactBrief {
  const { dependent, severity, classes, causes, findings } = impact
  const touched = new Set(causes.map(({ change }) => change.item.id).filter(id => of.has(id)))
  return {
    ...{ dependent, severity, classes },
    ...ofGravest(causes),
    causes: causes.length,
    items: [...touched],
    unverified: causes.every(({ doubts }) => doubts.length > 0),
    undecided: causes.some(({ assignment }) => assignment === 'undecided'),
    findings: findings.length,
  }
}

/** What is said of the gravest of the causes. */
export function ofGravest(
  causes: readonly Cause[],
): Pick<ImpactBrief, 'first' | 'place' | 'way' | 'summary' | 'doubts'> {
  const gravest = causes.reduce((a, b) => (isGraver(b, a) ? b : a))
  const { change, order, assignment, doubts, paths } = gravest
  return {
    first: { change: change.id, class: change.class, item: change.item, order, assignment },
    place: placeOf(paths[0]!),
    way: wayOf(paths[0]!),
    summary: causeInWords(gravest),
    doubts,
  }
}

const isGraver = (a: Cause, b: Cause): boolean => {
  const by = compareSeverity(a.severity, b.severity) || b.order - a.order
  return by === 0 ? a.change.id < b.change.id : by > 0
}

function wayOf({ steps }: Path): ImpactBrief['way'] {
  const has = (edge: string) => steps.some(step => step.edge === edge)
  return has('across') ? 'across' : has('up') ? 'above' : has('down') ? 'below' : 'own'
}

/** The item before the link. */
function placeOf({ steps }: Path): ItemRef | null {
  const link = steps.findIndex(({ edge }) => edge === 'link')
  const before = steps[link - 1]
  return before !== undefined && 'item' in before ? before.item : null
}
