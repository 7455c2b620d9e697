import { californiaDay } from '@cte-align/contracts'
import { type DateWarning, dateWarnings } from './date-warnings.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'
import type { ReleaseDoc } from './release.ts'

/** The warnings of a published release, as of the day it was published: they stay what they were. */
export async function releaseWarnings(
  release: ReleaseDoc,
  { Release }: Pick<Models, 'Release'>,
): Promise<DateWarning[]> {
  const { framework, number } = release
  const before = await Release.findOne({ framework, number: number - 1 }).lean<ReleaseDoc>()
  return dateWarnings(release.dates, {
    today: californiaDay(release.publishedAt!),
    previous: before ? { release: before._id, dates: before.dates } : undefined,
  })
}

/** What somebody should look at in the planned dates while they can still be changed. */
export async function plannedWarnings(
  { framework, base, dates }: Pick<ProposalDoc, 'framework' | 'base' | 'dates'>,
  { Release }: Pick<Models, 'Release'>,
  today: string,
): Promise<DateWarning[]> {
  const before = await Release.findOne({ framework, number: base }).lean<ReleaseDoc>()
  return dateWarnings(dates, { today, previous: before ? { release: before._id, dates: before.dates } : undefined })
}
