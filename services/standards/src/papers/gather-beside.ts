import type { PairChange } from '@cte-align/contracts'
import type { App } from '../app.ts'
import { summarizeComments } from '../comment-summary.ts'
import { type DateWarning, dateWarnings } from '../date-warnings.ts'
import type { Preview } from '../preview-proposal.ts'
import type { ProposalDoc } from '../proposal.ts'
import type { CommentCounts, DecoderData, UnknownData } from './paper-data.ts'

const MOST_PAIRS = 100
const RANK = { refused: 0, permitted: 1, unknown: 2 } as const

/** Pairs that fall away first: somebody may be in front of that class. */
export const pairsInOrder = (pairs: readonly PairChange[]): PairChange[] =>
  [...pairs].sort((a, b) => RANK[a.outcome] - RANK[b.outcome])

export function gatherDecoder({ decoder: { pairs, withoutPair } }: Preview): DecoderData {
  const count = (outcome: PairChange['outcome']) => pairs.filter(pair => pair.outcome === outcome).length
  return {
    permitted: count('permitted'),
    refused: count('refused'),
    unknown: count('unknown'),
    pairs: pairsInOrder(pairs.filter(({ outcome }) => outcome !== 'unknown')).slice(0, MOST_PAIRS),
    withoutPair: withoutPair.length,
  }
}

/** Those that the papers do not count by dependents already, each with its place in the list of all. */
export function gatherUnknowns({ unknowns }: Preview): UnknownData[] {
  return unknowns.map((unknown, place) => ({ ...unknown, place })).filter(({ code }) => !COUNTED_ELSEWHERE.has(code))
}
const COUNTED_ELSEWHERE: ReadonlySet<string> = new Set([
  'CTE_UNKNOWN_LINK',
  'CTE_UNKNOWN_RULE',
  'CTE_UNKNOWN_TWIN',
  'CTE_UNKNOWN_ASSIGNMENT',
  'CTE_UNKNOWN_MANUAL_REVIEW',
])

export async function gatherComments(
  proposal: ProposalDoc,
  { models, comments }: Pick<App, 'models' | 'comments'>,
): Promise<CommentCounts> {
  const { total, threads, people, unanswered, byDisposition, bySession } = await summarizeComments(
    proposal,
    models,
    comments,
  )
  return { total, threads, people, unanswered, byDisposition, sessions: bySession.map(({ name }) => name) }
}

/** Without those that only say that a date is not known: the table of dates says it. */
export async function gatherWarnings(
  { framework, dates }: Pick<ProposalDoc, 'framework' | 'dates'>,
  { frameworks }: Pick<App, 'frameworks'>,
  today: string,
): Promise<DateWarning[]> {
  const newest = await frameworks.newest(framework)
  const previous = newest && { release: newest._id, dates: newest.dates }
  return told(dateWarnings(dates, { today, previous }))
}
export const told = (warnings: DateWarning[]): DateWarning[] =>
  warnings.filter(({ code }) => code !== 'CTE_DATE_UNKNOWN')
