import {
  censusDay,
  type HolderDecision,
  type HolderDoubt,
  type HolderStep,
  SchoolYear,
  schoolYearOf,
} from '@cte-align/contracts'
import type { HolderQuestion } from './check-holder.ts'
import type { CourseRules } from './holder-decoder.ts'

type Said = Pick<HolderStep, 'about' | 'finding' | 'sentence'> & Partial<HolderStep>
/** A step of the reasoning; what is not said of it is nothing. */
export const step = (said: Said): HolderStep => ({ document: null, rule: null, doubts: [], ...said })

/** What is asked, and of how many rules. */
export function beginning({ courseCode, censusDate }: HolderQuestion, course: CourseRules | undefined): HolderStep {
  const day = dayInWords(censusDate)
  const { rules = [], grandfathering = [] } = course ?? {}
  if (rules.length === 0)
    return step({
      ...{ about: 'course-code', finding: 'no-rules', doubts: ['course-code-unknown'] },
      sentence: `${day}. This decoder has no rule for course code ${courseCode}: nobody can say from it whom the code admits.`,
    })
  const kept = grandfathering.length === 0 ? '' : `; grandfathering rules: ${grandfathering.length}`
  return step({
    ...{ about: 'course-code', finding: 'rules-found' },
    sentence: `${day}. The decoder's rules for course code ${courseCode}: ${rules.length}${kept}. Each is held against each document (EC 44258.9).`,
  })
}

function dayInWords(day: string): string {
  const year = SchoolYear.safeParse(schoolYearOf(day))
  const census = year.success ? censusDay(year.data) : null
  if (census === day) return `${day} is a census day, the first Wednesday of October`
  const own = census === null ? '' : `; the census day of that school year is ${census}, the first Wednesday of October`
  return `${day} is asked for${own}`
}

/** What follows from all of it. */
export function conclude(
  note: (step: HolderStep) => unknown,
  decided: HolderDecision,
  course: CourseRules | undefined,
): void {
  const { verdict, rule, grandfathering, document, doubts, condition, employerDecides } = decided
  const say = (finding: HolderStep['finding'], sentence: string) =>
    note(step({ about: 'conclusion', document, rule: rule ?? grandfathering, finding, doubts, sentence }))
  const by = rule ?? grandfathering
  if (employerDecides)
    say('employer-decides', `${condition}. The employing agency decides, not the credential alone (5 CCR 80004(c)).`)
  if (verdict === 'not-authorized' && course?.isCte)
    say(
      'no-local-option',
      'No local assignment option helps: CTC states that they are not usable for CTE. The assignment is an exception to be dealt with (EC 44258.9).',
    )
  if (verdict === 'authorized') say('concluded', `Authorized by ${by}, document ${document}.`)
  else if (verdict === 'not-authorized')
    say('concluded', 'Not authorized: no document that holds on that day is admitted by a rule.')
  else {
    const over = document === null ? '' : `, document ${document}${by === null ? '' : ` with ${by}`}`
    say('concluded', `A person must look${over}: ${doubts.map(each => HOLDER_DOUBTS[each]).join('; ')}.`)
  }
}

/** Each doubt, as it ends a sentence. */
export const HOLDER_DOUBTS: Record<HolderDoubt, string> = {
  'course-code-unknown': 'the decoder does not know the course code',
  'date-unknown': 'a date that could change the answer is not known',
  'code-missing': 'a code of the document is not known',
  'rule-gap': 'the rule has a gap',
  'pair-unknown': 'nobody can say whether the decoder would admit the pair',
  wildcard: 'the rule admits sectors in free words',
  'inferred-twin': 'that both forms of the subject count alike is inferred',
  'unverified-rule': 'nobody has checked the rule at its source',
  'unverified-authorization': 'nobody has checked the authorization at its source',
  'unverified-grandfathering': 'nobody has checked the grandfathering rule at its source',
  supplementary: 'the rule names an authorization that CTC says does not authorize CTE',
  'other-document': 'no rule names this kind of document',
  'vocational-document': 'its subjects are occupations, not sectors',
  'manual-review': 'no subject leads to a sector',
}
