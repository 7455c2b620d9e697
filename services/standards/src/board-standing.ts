import type { BoardVoteDoc, Outcome } from './adoption-phase.ts'

export type Vote = Pick<BoardVoteDoc, 'number' | 'day' | 'outcome' | 'corrects'>

/** Where a phase stands with the State Board on a day. */
export interface BoardStanding {
  standing: 'planned' | 'adopted' | 'deferred' | 'unknown'
  plannedMonth: string | null
  vote: Outcome | 'unknown'
  since: string | null
  because: string
}

/**
 * What the Board had done with a phase by a day, from what is planned and what was recorded; pure. A plan is no vote: once the planned
 * month has come and no vote is recorded, nobody can say, and it says so.
 */
export function boardStanding(
  { plannedMonth, votes }: { plannedMonth: string | null; votes: readonly Vote[] },
  day: string,
): BoardStanding {
  const standing = [...standingVotes(votes)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number,
  )
  const taken = standing.filter(vote => vote.day <= day)
  const last = taken.at(-1)
  if (last === undefined) return notVoted(plannedMonth, standing[0], day)
  if (last.outcome === 'deferred')
    return {
      standing: 'deferred',
      plannedMonth,
      vote: 'deferred',
      since: last.day,
      because: `The Board put it off on ${last.day}; a new month is not recorded`,
    }
  const run = taken.slice(taken.findLastIndex(vote => vote.outcome === 'deferred') + 1)
  const how = last.outcome === 'amended' ? 'adopted it with amendments' : 'adopted it'
  return {
    standing: 'adopted',
    plannedMonth,
    vote: last.outcome,
    since: run[0]!.day,
    because: `The Board ${how} on ${last.day}`,
  }
}

/** Those that no later record corrects. */
function standingVotes(votes: readonly Vote[]): Vote[] {
  const corrected = new Set(votes.map(vote => vote.corrects))
  return votes.filter(vote => !corrected.has(vote.number))
}

function notVoted(plannedMonth: string | null, next: Vote | undefined, day: string): BoardStanding {
  const nothing = { plannedMonth, vote: 'unknown', since: null } as const
  if (next !== undefined)
    return { ...nothing, standing: 'planned', because: `The first vote recorded is of ${next.day}, after this day` }
  if (plannedMonth === null)
    return { ...nothing, standing: 'unknown', because: 'No month is planned and no vote is recorded' }
  if (day < `${plannedMonth}-01`)
    return { ...nothing, standing: 'planned', because: `A vote is planned for ${plannedMonth}; none is recorded` }
  return {
    ...nothing,
    standing: 'unknown',
    because: `A vote was planned for ${plannedMonth}; none is recorded, so nobody here knows whether it was taken`,
  }
}
