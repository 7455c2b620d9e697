import type { Cause } from '@cte-align/contracts'

/** Crosswalks over whose unaccepted relations any path leads. */
export function draftsOnTheWay(causes: readonly Pick<Cause, 'paths'>[]): string[] {
  const found = new Set<string>()
  for (const { paths } of causes)
    for (const { steps } of paths)
      for (const step of steps) if (step.edge === 'across' && step.state !== 'accepted') found.add(step.crosswalk)
  return [...found].sort()
}
