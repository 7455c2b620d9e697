import type { HolderDecision, HolderVerdict } from '@cte-align/contracts'
import { type CompiledDecoder, decideHolder, HOLDER_DOUBTS } from '@cte-align/impact'
import type { Profile } from './profiles.ts'
import { createTally } from './tally.ts'

export interface ProfileChecks {
  decoder: CompiledDecoder
  /** A second decoder that they are held against. */
  other: CompiledDecoder | null
  censusDate: string
  /** Look for errors only. */
  dryRun: boolean
}

/** What a district gets back of one profile. */
export interface ProfileLine {
  row: number
  profile: string
  courseCode: string
  count: number
  verdict: HolderVerdict | 'error' | 'read'
  rule: string
  authType: string
  employerDecides: boolean | ''
  words: string
  otherVerdict: string
  otherRule: string
}
export const LINE_COLUMNS = [
  ...['row', 'profile', 'courseCode', 'count', 'verdict', 'rule', 'authType', 'employerDecides', 'words'],
  ...['otherVerdict', 'otherRule'],
] as const

/** Holds profiles against one decoder or two while they come. Counts; `each` gets what was found of every one. */
export async function checkProfiles(
  profiles: AsyncIterable<Profile>,
  { decoder, other, censusDate, dryRun }: ProfileChecks,
): Promise<ReturnType<ReturnType<typeof createTally>['report']>> {
  const tally = createTally(decoder)
  for await (const profile of profiles) {
    if (profile.faults.length > 0) tally.refuse(profile)
    else {
      tally.read(profile)
      if (dryRun) continue
      const asked = { documents: profile.documents, courseCode: profile.courseCode, censusDate }
      const decided = decideHolder(decoder, asked)
      tally.take(profile, decided, other === null ? null : decideHolder(other, asked))
    }
  }
  return tally.report()
}

/** The same, one line for each profile as it comes. */
export async function* profileLines(
  profiles: AsyncIterable<Profile>,
  { decoder, other, censusDate, dryRun }: ProfileChecks,
): AsyncGenerator<ProfileLine> {
  for await (const profile of profiles) {
    if (profile.faults.length > 0) {
      const words = profile.faults.map(({ path, message }) => `${path} ${message}`).join('; ')
      yield { ...lineOf(profile), verdict: 'error', words }
    } else if (!dryRun) {
      const asked = { documents: profile.documents, courseCode: profile.courseCode, censusDate }
      const decided = decideHolder(decoder, asked)
      const second = other === null ? null : decideHolder(other, asked)
      yield {
        ...{ ...lineOf(profile), verdict: decided.verdict, rule: ruleOf(decided), authType: decided.authType ?? '' },
        ...{ employerDecides: decided.employerDecides, words: inWords(decided) },
        ...{ otherVerdict: second?.verdict ?? '', otherRule: second === null ? '' : ruleOf(second) },
      }
    }
  }
}

/** The last line of a file that could not be read to its end: whoever only sees the lines before must not think it whole. */
export const brokenLine = (words: string): ProfileLine => ({ ...NOTHING, verdict: 'error', words })

const NOTHING: ProfileLine = {
  ...{ row: 0, profile: '', courseCode: '', count: 0, verdict: 'error', rule: '', authType: '' },
  ...{ employerDecides: '', words: '', otherVerdict: '', otherRule: '' },
}
const lineOf = ({ number, label, courseCode, holders }: Profile): ProfileLine => ({
  ...{ ...NOTHING, row: number, profile: label ?? '', courseCode, count: holders },
})

const ruleOf = ({ rule, grandfathering }: HolderDecision): string => rule ?? grandfathering ?? ''

function inWords({ verdict, doubts, employerDecides, grandfathering }: HolderDecision): string {
  if (verdict === 'review') return doubts.map(doubt => HOLDER_DOUBTS[doubt]).join('; ')
  if (verdict === 'not-authorized') return 'no document that holds on that day is admitted by a rule'
  if (grandfathering !== null) return 'kept by a grandfathering rule'
  return employerDecides ? 'the employing agency decides (5 CCR 80004(c))' : 'document, authorization and subject agree'
}
