import type { CodeSuccessor, Severity } from '@cte-align/contracts'
import type { CodeInForce } from '../code-sets/code-in-force.ts'
import { checkFieldLimit } from '../code-sets/field-limits.ts'

/** What is known of a code that a district uses, for one school year. */
export interface CodeFacts {
  code: string
  /** Null where the code set here does not have it. */
  title: string | null
  schoolYear: string
  inForce: CodeInForce | null
  /** Published: by what it is followed by then. */
  successors: readonly string[]
  successor: CodeSuccessor | null
  /** Of the plan asked about, published or draft. */
  planned: { kind: string; to: readonly string[]; successor: CodeSuccessor; schoolYear: string; state: string } | null
  flags: readonly { severity: Severity; release: string; effective: string | null; says: string }[]
  /** Certain breaks of its sequence. */
  sequence: readonly string[]
  /** Authorizations that no longer admit to it. */
  gone: readonly string[]
}
export interface DistrictAnswer {
  status: 'no-code' | 'not-cte' | 'unknown' | 'retired' | 'not-yet' | 'valid' | 'years-unknown'
  /** Somebody must do something about the code in the local records. */
  act: boolean
  action: string
}

/** In plain words what a district does about a code. The first that applies is said; nothing is guessed. */
export function districtAnswer(facts: CodeFacts): DistrictAnswer {
  const { code, title, inForce, schoolYear } = facts
  const limit = checkFieldLimit('course-code', code)
  if (limit.verdict === 'refused' && title === null) {
    const status = limit.rule === 'course-code/cte-range' ? 'not-cte' : 'no-code'
    return {
      status,
      act: status === 'no-code',
      action: status === 'no-code' ? `Correct the row: ${limit.message}.` : `Nothing to do here: ${limit.message}.`,
    }
  }
  if (title === null)
    return {
      status: 'unknown',
      act: true,
      action: `Look it up in CALPADS's code sets: ${code} is not known here, and a retired code may still stand in the local system.`,
    }
  const status =
    inForce?.valid === 'yes'
      ? 'valid'
      : inForce?.valid === 'no'
        ? inForce.status === 'retired'
          ? 'retired'
          : 'not-yet'
        : 'years-unknown'
  if (status === 'retired')
    return {
      status,
      act: true,
      action: `Do not submit it with ${schoolYear} (GERR0007). ${followed(facts.successors, facts.successor)}`,
    }
  if (status === 'not-yet')
    return { status, act: true, action: `Do not submit it with ${schoolYear} (GERR0007): ${inForce!.why}.` }
  return { status, ...ofStanding(facts, status) }
}

function ofStanding(
  { code, planned, flags, sequence, gone, schoolYear }: CodeFacts,
  status: string,
): Pick<DistrictAnswer, 'act' | 'action'> {
  if (planned !== null && !planned.to.includes(code)) {
    const sure =
      planned.state === 'published' ? 'From' : 'Nothing yet: a plan that is not published would change it. From'
    return {
      act: planned.state === 'published',
      action: `${sure} ${planned.schoolYear} on: ${followed(planned.to, planned.successor)}`,
    }
  }
  if (sequence.length > 0)
    return { act: true, action: `Look at the sequence before pupils choose their next course: ${sequence[0]}.` }
  const [gravest] = flags
  if (gravest?.severity === 'breaking')
    return {
      act: true,
      action: `Do not plan further with it before CALPADS has decided${gravest.effective === null ? ' (nobody has said from when it holds)' : `; it holds from ${gravest.effective}`}: ${gravest.says}.`,
    }
  if (gone.length > 0) return { act: true, action: `Check who teaches it: ${gone.join(', ')} no longer admits to it.` }
  if (gravest?.severity === 'review')
    return { act: false, action: `Nothing to do yet: CALPADS is looking at it (${gravest.says}).` }
  if (gravest !== undefined) return { act: false, action: `Nothing to do; for your knowledge: ${gravest.says}.` }
  if (status === 'years-unknown')
    return {
      act: false,
      action: `Nothing known changes. No source gives its school years: see that the code set of ${schoolYear} has it.`,
    }
  return { act: false, action: 'Nothing to do.' }
}

function followed(to: readonly string[], successor: CodeSuccessor | null): string {
  if (to.length === 1) return `Use ${to[0]} instead.`
  if (to.length > 1) return `Choose among ${to.join(', ')}, course by course.`
  return successor === 'none'
    ? 'No code follows it: choose another by what is taught.'
    : 'Ask which code follows it: nobody has said.'
}
