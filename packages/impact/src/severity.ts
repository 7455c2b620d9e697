import type { ChangeClass, Doubt, Severity, Step } from '@cte-align/contracts'

/**
 * How a change comes to an item. `own`: the changed item itself and what is below it. `up`: a container that owns it.
 * The four relations: an accepted crosswalk relation, read in the direction of travel.
 */
export type Leg = 'own' | 'up' | 'equivalent' | 'broader' | 'narrower' | 'related'

const LEVEL: Record<Severity, number> = { notice: 0, review: 1, breaking: 2 }

/** Class x leg. Accepted relations count in full, whichever way they point: who is mapped to it must act as who owns it. */
export const SEVERITY: Record<ChangeClass, Record<Leg, Severity>> = {
  // The same words: nobody has to act, an attestation of the text is renewed.
  editorial: row('notice', 'notice', 'notice'),
  // Only the title of a container, code kept: in 2014 five sector titles changed and every holder's code stayed (CC 14-08).
  label: row('notice', 'notice', 'notice'),
  // Whoever stores the code must look; a mapping points at the item, which stays.
  recode: row('review', 'notice', 'notice'),
  // Something taught or authorized under the item may now lie outside it.
  'scope-narrowed': row('breaking', 'review', 'breaking'),
  // What was inside stays inside; more is expected of it.
  'scope-broadened': row('review', 'notice', 'review'),
  // Reworded beyond what a rule understands: a person decides.
  substantive: row('review', 'review', 'review'),
  // Another container owns it now: other authorizations, other pathway codes.
  moved: row('breaking', 'review', 'breaking'),
  // The code that dependents name is gone; its successors are known.
  merged: row('breaking', 'review', 'breaking'),
  split: row('breaking', 'review', 'breaking'),
  // The code is gone, and perhaps nothing follows it.
  retired: row('breaking', 'review', 'breaking'),
  // Nothing hangs on a new item yet; those around it should know.
  added: row('notice', 'notice', 'notice'),
}

function row(own: Severity, up: Severity, across: Severity): Record<Leg, Severity> {
  return { own, up, equivalent: across, broader: across, narrower: across, related: across }
}

/** The least of a path's legs; any doubt, and a wildcard link, keeps it at `review` or below. */
export function severityOfPath(
  changeClass: ChangeClass,
  steps: readonly Step[],
  { doubts, wildcard }: { doubts: readonly Doubt[]; wildcard: boolean },
): Severity {
  const severities = legsOf(steps).map(leg => SEVERITY[changeClass][leg])
  if (wildcard || doubts.length > 0) severities.push('review')
  return severities.reduce((least, severity) => (compareSeverity(severity, least) < 0 ? severity : least))
}

/** `own` or `up` for the changed item, then the relation where the path crossed. */
export function legsOf(steps: readonly Step[]): [Leg, ...Leg[]] {
  const legs: [Leg, ...Leg[]] = [steps.some(step => step.edge === 'up') ? 'up' : 'own']
  for (const step of steps) if (step.edge === 'across' && step.relation !== 'none') legs.push(step.relation)
  return legs
}

/** Ascending: notice, review, breaking. */
export function compareSeverity(a: Severity, b: Severity): number {
  return LEVEL[a] - LEVEL[b]
}

/** The gravest; `notice` where there is none. */
export function worst(...severities: Severity[]): Severity {
  return severities.reduce((a, b) => (compareSeverity(a, b) < 0 ? b : a), 'notice')
}
