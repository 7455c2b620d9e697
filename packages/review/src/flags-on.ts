import type { Finding, ReleaseRef, Severity, SomeDates } from '@cte-align/contracts'
import { ofGravest } from '@cte-align/impact'
import { FLAG_ORDER } from './flag-order.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'

/** An open flag as an outsider hears of it. */
export interface FlagOn {
  flag: string
  dependent: string
  release: ReleaseRef['id']
  dates: SomeDates
  severity: Severity
  state: FlagDoc['state']
  /** What the gravest cause is, in words, and how many more there are. */
  says: string
  moreCauses: number
  /** Assignment rules that a cause of second order puts at risk. */
  rulesAtRisk: string[]
  findings: Finding[]
}

/** Flags on these dependents that are not resolved, gravest first; of one release, or raised since a day. Writes nothing. */
export function createFlagsOn({ Flag }: ReviewModels) {
  return async (
    keys: readonly string[],
    { release, since }: { release?: string | undefined; since?: string | undefined },
  ): Promise<FlagOn[]> => {
    const found = await Flag.find({
      'dependent.key': { $in: [...keys] },
      state: { $ne: 'resolved' },
      ...(release !== undefined && { 'release.id': release }),
      ...(since !== undefined && { flaggedAt: { $gte: new Date(`${since}T00:00:00-08:00`) } }),
    })
      .sort(FLAG_ORDER)
      .lean<FlagDoc[]>()
    return found.map(({ _id, dependent, release: { id }, dates, severity, state, causes, causeCount, findings }) => ({
      ...{ flag: _id, dependent: dependent.key, release: id, dates, severity, state, findings },
      says: ofGravest(causes).summary,
      moreCauses: causeCount - 1,
      rulesAtRisk: [
        ...new Set(
          causes
            .filter(({ order }) => order === 2)
            .flatMap(({ paths }) =>
              paths.flatMap(({ steps }) => steps.flatMap(step => (step.edge === 'rule' ? [step.rule] : []))),
            ),
        ),
      ].sort(),
    }))
  }
}
