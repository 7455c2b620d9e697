import { type Cause, type Change, CodeChangeKind, type Dependent, type Path } from '@cte-align/contracts'
import { compareSeverity, severityOfPath } from './severity.ts'
import { wordsOf } from './words-of.ts'

export type Suggestion = { kind: CodeChangeKind; rule: string }
/** Whether a course code on this item will hang on another top-level item; null where that cannot be told. */
export type OwnerChanges = (item: string, courseCode: string) => boolean | null

/**
 * Which kind of code change one path from a change to a course code suggests, in SCED's words, with the rule that says so.
 * A course code is not the item's code, so a recoded item changes nothing; what was assigned to nobody is not guessed.
 */
export function suggestionOf({
  dependent,
  cause,
  path: { steps, doubts, severity },
  change,
  ownerChanges,
}: {
  dependent: Dependent
  cause: Cause
  path: Path
  change: Change | undefined
  ownerChanges: OwnerChanges
}): Suggestion {
  const { class: chosen, before } = cause.change
  if (cause.order === 2) return { kind: 'No change', rule: 'assignment-rule/at-risk' }
  if (chosen === 'editorial' || chosen === 'recode' || chosen === 'added')
    return { kind: chosen === 'editorial' ? 'Change; editorial revision' : 'No change', rule: `${chosen}/any` }
  if (steps.some(({ edge }) => edge === 'across'))
    return chosen === 'label'
      ? { kind: 'No change', rule: 'label/another-framework' }
      : { kind: 'unknown', rule: 'relation/another-framework' }
  // A code that any sector serves (7000) does not end with one: only a wildcard keeps a sure path below what its class would be.
  const plain = severityOfPath(chosen, steps, { doubts, wildcard: false })
  if (compareSeverity(severity, plain) < 0) return { kind: 'unknown', rule: 'wildcard/any-sector' }
  if (doubts.includes('unverified-link')) return { kind: 'unknown', rule: 'link/unverified' }
  if (chosen === 'label') {
    const named = typeof before?.title === 'string' && holds(dependent.title, before.title)
    return named
      ? { kind: 'Change; title', rule: 'label/title-holds-the-label' }
      : { kind: 'No change', rule: 'label/code-keeps-its-title' }
  }
  if (steps.some(({ edge }) => edge === 'up')) return { kind: 'Change; substantive revision', rule: `${chosen}/inside` }
  return ofOwnItem(chosen, cause, change, item => ownerChanges(item, dependent.key))
}

function ofOwnItem(
  chosen: Cause['change']['class'],
  { assignment }: Cause,
  change: Change | undefined,
  ownerChanges: (item: string) => boolean | null,
): Suggestion {
  const byOwner = (item: string, word: string): Suggestion => {
    const another = ownerChanges(item)
    if (another === null) return { kind: 'unknown', rule: `${word}/owner-unknown` }
    return another
      ? { kind: 'Change; code', rule: `${word}/another-owner` }
      : { kind: 'Change; substantive revision', rule: `${word}/same-owner` }
  }
  if (chosen === 'scope-narrowed' || chosen === 'scope-broadened' || chosen === 'substantive')
    return { kind: 'Change; substantive revision', rule: `${chosen}/own` }
  if (chosen === 'moved') return change === undefined ? unknown('moved') : byOwner(change.item.id, 'moved')
  const successors = change?.successors ?? 'unknown'
  if (chosen === 'retired') {
    if (successors === 'none') return { kind: 'Archived', rule: 'retired/no-successor' }
    if (successors === 'unknown') return unknown('retired')
    return { kind: 'Archived; code updated', rule: 'retired/successor-named' }
  }
  if (chosen === 'split' && (assignment === null || assignment === 'undecided'))
    return { kind: 'unknown', rule: 'split/undecided' }
  return change === undefined || !Array.isArray(successors) ? unknown(chosen) : byOwner(change.item.id, chosen)
}

const unknown = (word: string): Suggestion => ({ kind: 'unknown', rule: `${word}/successor-unknown` })

/** Two that a course code suffers at once, where SCED has a word for both together. */
const TOGETHER: [CodeChangeKind, CodeChangeKind, CodeChangeKind][] = [
  ['Change; code', 'Change; title', 'Change; code and title'],
  ['Change; code', 'Change; substantive revision', 'Change; code and substantive revision'],
  ['Change; title', 'Change; substantive revision', 'Change; title and substantive revision'],
]
/** A doubt over a relation does not outweigh what the code's own item suggests; any other doubt does. */
const RANK = CodeChangeKind.options

export function gravest(suggestions: readonly Suggestion[]): Suggestion {
  const known = suggestions.filter(each => each.kind !== 'unknown')
  const doubts = suggestions.filter(each => each.kind === 'unknown')
  const own = doubts.find(each => each.rule !== 'relation/another-framework')
  if (own !== undefined) return own
  const worst = known.reduce<Suggestion>(
    (a, b) => (RANK.indexOf(b.kind) > RANK.indexOf(a.kind) ? b : a),
    known[0] ?? NOTHING,
  )
  if (doubts.length > 0 && RANK.indexOf(worst.kind) < RANK.indexOf('Change; title')) return doubts[0]!
  for (const [one, other, both] of TOGETHER) {
    const second = worst.kind === one ? known.find(each => each.kind === other) : undefined
    const first = worst.kind === other ? known.find(each => each.kind === one) : undefined
    const beside = second ?? first
    if (beside !== undefined) return { kind: both, rule: [worst.rule, beside.rule].join(', ') }
  }
  return worst
}

const NOTHING: Suggestion = { kind: 'No change', rule: 'none' }

/** Whether a course code's title holds the words of a container's. */
function holds(title: string, label: string): boolean {
  const words = ` ${wordsOf(title).join(' ')} `
  const sought = wordsOf(label).join(' ')
  return sought !== '' && words.includes(` ${sought} `)
}
