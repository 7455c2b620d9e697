import { type Suggestion, suggestRuleOperations } from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import type { DecoderSides } from '../decoder/decoder-sides.ts'

export type Suggested = Suggestion & { flags: string[] }
export interface Suggestions {
  suggested: Suggested[]
  undecided: { courseCode: string; authorization: string; doubt: string; release: string }[]
}

/** What the releases behind some flags suggest for a draft that answers them. Writes nothing; nothing is applied by itself. */
export function createSuggestions({ review, sides }: { review: Pick<Review, 'namedFlags'>; sides: DecoderSides }) {
  return async (ids: readonly string[], correlationId: string): Promise<Suggestions> => {
    const found: Suggestions = { suggested: [], undecided: [] }
    if (ids.length === 0) return found
    const live = await sides.at('current', correlationId)
    const byRelease = Map.groupBy(await review.namedFlags.byIds(ids), ({ release }) => release)
    for (const [release, flags] of byRelease) {
      const followed = await sides.at(`release:${release}`, correlationId)
      const { suggested, undecided } = suggestRuleOperations({
        release,
        flagged: new Set(flags.map(({ dependent }) => dependent.key)),
        changes: flags.flatMap(({ changes }) => changes),
        subjects: live.subjects,
        rules: live.rules,
        followed: followed.rules,
        doubts: followed.doubts ?? [],
      })
      found.suggested.push(...suggested.map(each => ({ ...each, flags: flags.map(({ id }) => id) })))
      found.undecided.push(...undecided.map(each => ({ ...each, release })))
    }
    return found
  }
}
