import type { HolderDecision, HolderDoubt, HolderVerdict } from '@cte-align/contracts'
import type { CompiledDecoder } from '@cte-align/impact'
import type { FieldError } from '@cte-align/service'
import type { Profile } from './profiles.ts'

/** Holders by verdict. */
export type Verdicts = Record<HolderVerdict, number>
const NONE: Verdicts = { authorized: 0, 'not-authorized': 0, review: 0 }

/** What the file may make us remember: past so many, a further key is counted under `…`. */
const MOST_KEYS = 5000
const MOST_ERRORS = 1000
export const OTHERS = '…'

function countsBy() {
  const counts = new Map<string, Verdicts>()
  return {
    add(key: string, verdict: HolderVerdict, holders: number): void {
      const kept = counts.has(key) || counts.size < MOST_KEYS ? key : OTHERS
      let known = counts.get(kept)
      if (known === undefined) {
        known = { ...NONE }
        counts.set(kept, known)
      }
      known[verdict] += holders
    },
    rows: () => [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, verdicts]) => ({ key, ...verdicts })),
  }
}

/** Counts of a whole file; of its profiles nothing stays. `other` is a second decoder that they are held against. */
export function createTally(decoder: CompiledDecoder) {
  const [byCourseCode, bySector, bySubject, byRule] = [countsBy(), countsBy(), countsBy(), countsBy()]
  const changes = new Map<string, { courseCode: string; from: HolderVerdict; to: HolderVerdict; holders: number }>()
  const doubts = new Map<HolderDoubt, number>()
  const verdicts = { ...NONE }
  const profiles = { ...NONE }
  const list: FieldError[] = []
  const counted = { rows: 0, profiles: 0, holders: 0, employerDecides: 0 }
  const faulty = { rows: 0, profiles: 0, count: 0 }

  return {
    /** A profile with faults is counted apart. */
    refuse(profile: Profile): void {
      counted.rows += profile.rows
      faulty.rows += profile.rows
      faulty.profiles++
      faulty.count += profile.faults.length
      for (const fault of profile.faults) if (list.length < MOST_ERRORS) list.push(fault)
    },
    read(profile: Profile): void {
      counted.rows += profile.rows
      counted.profiles++
      counted.holders += profile.holders
    },
    take({ documents, courseCode, holders }: Profile, decided: HolderDecision, other: HolderDecision | null): void {
      const { verdict } = decided
      verdicts[verdict] += holders
      profiles[verdict]++
      if (verdict === 'authorized' && decided.employerDecides) counted.employerDecides += holders
      for (const doubt of decided.doubts) doubts.set(doubt, (doubts.get(doubt) ?? 0) + holders)
      byCourseCode.add(courseCode, verdict, holders)
      bySector.add(decoder.courseCodes.get(courseCode)?.sector ?? '_', verdict, holders)
      byRule.add(decided.rule ?? decided.grandfathering ?? '_', verdict, holders)
      for (const subject of subjectsOf(documents)) bySubject.add(subject, verdict, holders)
      if (other === null || other.verdict === verdict) return
      const key = `${courseCode} ${verdict} ${other.verdict}`
      const kept = changes.has(key) || changes.size < MOST_KEYS ? key : `${OTHERS} ${verdict} ${other.verdict}`
      const change = changes.get(kept) ?? {
        courseCode: kept.split(' ')[0]!,
        from: verdict,
        to: other.verdict,
        holders: 0,
      }
      changes.set(kept, change)
      change.holders += holders
    },
    report: () => ({
      ...counted,
      verdicts,
      profilesByVerdict: profiles,
      byCourseCode: byCourseCode.rows(),
      bySector: bySector.rows(),
      bySubject: bySubject.rows(),
      byRule: byRule.rows(),
      byDoubt: [...doubts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([doubt, holders]) => ({ doubt, holders })),
      changes: [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change),
      errors: { ...faulty, list },
    }),
  }
}
export type Tally = ReturnType<typeof createTally>

/** Each once, however many documents bear it. */
function subjectsOf(documents: Profile['documents']): Iterable<string> {
  if (documents.length === 1) return [documents[0]!.subjectCode ?? '_']
  return new Set(documents.map(held => held.subjectCode ?? '_'))
}
