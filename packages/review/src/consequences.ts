import { allDates, type CourseCodeConsequence, type Impact } from '@cte-align/contracts'
import { courseCodeConsequences, ownerChangesIn } from '@cte-align/impact'
import type { Flags } from './flags.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import { joinParts, type Releases } from './releases.ts'

/** What a release may mean for one course code, with the flag that says so. */
export interface FlaggedConsequence extends CourseCodeConsequence {
  flag: string
  /** Ids of the changes that are its causes. */
  changes: string[]
}
export interface ReleaseConsequences {
  /** Not before `assessed` are all flags there. `unheard`: no such release has arrived. */
  state: 'unheard' | 'waiting' | 'planned' | 'assessed'
  consequences: FlaggedConsequence[]
}

/** What the flags of a release suggest for their course codes, by the very functions of the preview; superseded flags are left out. */
export function createConsequences({
  models: { Flag },
  releases,
  flags,
}: {
  models: ReviewModels
  releases: Releases
  flags: Pick<Flags, 'causesOf'>
}) {
  return async (release: string): Promise<ReleaseConsequences> => {
    const header = await releases.find(release)
    if (header === null) return { state: 'unheard', consequences: [] }
    const changes = joinParts(await releases.messages(release)).map(({ change }) => change)
    const about = { ownerChanges: ownerChangesIn(changes), schoolYear: allDates(header.dates).calpadsSchoolYear }
    const consequences: FlaggedConsequence[] = []
    const found = Flag.find({ 'release.id': release, supersededBy: null }).sort({ 'dependent.key': 1 })
    for await (const flag of found.lean<FlagDoc[]>().cursor({ batchSize: 200 })) {
      const impact: Impact = { ...flag, causes: await flags.causesOf(flag) }
      for (const each of courseCodeConsequences([impact], changes, about))
        consequences.push({ ...each, flag: flag._id, changes: impact.causes.map(({ change }) => change.id) })
    }
    return { state: header.state, consequences }
  }
}
