import type { Milestone } from '@cte-align/contracts'
import { firstCensusFrom } from '@cte-align/impact'
import type { MilestonesInput } from './workflow-input.ts'

/** What is not given stays; a census day that nobody gives follows from the effective date. */
export function dated(
  before: Record<Milestone, string | null>,
  given: MilestonesInput = {},
): Record<Milestone, string | null> {
  const pick = (date: Milestone) => (given[date] === undefined ? before[date] : given[date])
  const effective = pick('effective')
  const moved = given.effective !== undefined || before.census === null
  const census = given.census === undefined && moved ? effective && firstCensusFrom(effective) : pick('census')
  return { adoption: pick('adoption'), effective, census }
}
