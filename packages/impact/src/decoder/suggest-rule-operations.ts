import { type AssignmentRule, type Cause, RuleOperation, type RuleOperationInput } from '@cte-align/contracts'
import { type DoubtfulPair, ruleKey } from './decoder-table.ts'
import type { ListedSubject } from './whole-decoder.ts'

/** Where a draft may begin. Nothing is decided by it: who drafts takes it over, or not. */
export type Suggestion = { operation: RuleOperation; because: string }

export interface SuggestionGround {
  release: string
  /** Authorizations that the flags are on. */
  flagged: ReadonlySet<string>
  /** Of their causes. */
  changes: readonly Cause['change'][]
  subjects: readonly ListedSubject[]
  rules: readonly AssignmentRule[]
  /** The rules as they would stand if they followed the release. */
  followed: readonly AssignmentRule[]
  doubts: readonly DoubtfulPair[]
}

/**
 * What a release suggests to the flagged authorizations: where a container has only another title, the subject's; where course
 * codes hang elsewhere now, the rules that follow them. A pair of which nobody can say is named, and nothing is suggested. Pure.
 */
export function suggestRuleOperations(ground: SuggestionGround): {
  suggested: Suggestion[]
  undecided: DoubtfulPair[]
} {
  const { flagged, doubts } = ground
  return {
    suggested: [...titles(ground), ...followers(ground)],
    undecided: doubts.filter(({ authorization }) => flagged.has(authorization)),
  }
}

function titles({ changes, subjects, release }: SuggestionGround): Suggestion[] {
  const found = new Map<string, Suggestion>()
  for (const { class: kind, item, before, after } of changes) {
    if (kind !== 'label' || after?.title === undefined) continue
    for (const { code, title, item: place, ended } of subjects) {
      if (place.framework !== item.framework || place.key !== item.key || title === after.title || ended) continue
      const because = `${release} calls ${item.key} “${after.title}”, not “${before?.title ?? title}”; subject ${code} stands for it`
      const operation = {
        op: 'retitle-subject',
        subject: code,
        title: after.title,
        follows: 'rename_in_place',
      } as const
      found.set(code, suggestion(operation, because))
    }
  }
  return [...found.values()]
}

function followers({ rules, followed, flagged, release }: SuggestionGround): Suggestion[] {
  const [then, now] = [new Set(rules.map(({ id }) => id)), new Set(followed.map(({ id }) => id))]
  const come = followed.filter(({ id }) => !then.has(id))
  const concerns = (rule: AssignmentRule) => flagged.has(ruleKey(rule))
  const taken = new Set<string>()
  const moved = rules.flatMap((rule): Suggestion[] => {
    if (now.has(rule.id)) return []
    const successor = come.find(each => !taken.has(each.id) && samePlace(each, rule))
    if (!concerns(rule) && (successor === undefined || !concerns(successor))) return []
    const why = `${release} takes ${rule.courseCode} away from what ${ruleKey(rule)} stands for`
    if (successor === undefined) return [suggestion({ op: 'drop-rule', rule: rule.id }, why)]
    taken.add(successor.id)
    const because = `${why}; ${ruleKey(successor)} stands where it goes`
    return [suggestion({ op: 'recode-rule', rule: rule.id, subject: successor.subjectCode }, because)]
  })
  const added = come.flatMap((rule): Suggestion[] => {
    if (taken.has(rule.id) || !concerns(rule)) return []
    const { courseCode, documentCode, authorizationCode, subjectCode, authType, condition } = rule
    const codes = { courseCode, document: documentCode, authorization: authorizationCode, subject: subjectCode }
    const operation = { op: 'add-rule', ...codes, authType, condition } as const
    return [suggestion(operation, `${release} moves ${courseCode} to where ${ruleKey(rule)} stands`)]
  })
  return [...moved, ...added]
}

/** The same course code, document and authorization: only the subject is another. */
const samePlace = (a: AssignmentRule, b: AssignmentRule): boolean =>
  a.courseCode === b.courseCode && a.documentCode === b.documentCode && a.authorizationCode === b.authorizationCode

const suggestion = (operation: RuleOperationInput, because: string): Suggestion => ({
  operation: RuleOperation.parse({ ...operation, reason: because.slice(0, 2000) }),
  because,
})
