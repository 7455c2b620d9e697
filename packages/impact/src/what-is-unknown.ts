import type { Change, Dependent, Impact, ReachedChange, SourceGap, Unknown } from '@cte-align/contracts'
import { compareKeys, compareText } from './natural-order.ts'
import { isSplit } from './sequence.ts'

export interface Previewed {
  framework: string
  reached: readonly ReachedChange[]
  impacts: readonly Impact[]
  manualReview: readonly Dependent[]
  gaps: readonly SourceGap[]
  /** Agencies none of whose dependents hang on the framework itself. */
  withoutDependents: readonly string[]
}

const EXAMPLES = 5

/** What a preview cannot know, each kind once, counted and with a few examples. Pure. */
export function whatIsUnknown(previewed: Previewed): Unknown[] {
  const { framework, reached, impacts, manualReview, gaps, withoutDependents } = previewed
  const paths = impacts.flatMap(({ dependent, causes }) =>
    causes.flatMap(cause => cause.paths.map(path => ({ key: dependent.key, doubts: path.doubts }))),
  )
  const doubted = (doubt: string) =>
    paths.flatMap(({ key, doubts }) => (doubts.some(each => each === doubt) ? [key] : []))
  const undecided = impacts.flatMap(({ dependent, causes }) =>
    causes.some(cause => cause.assignment === 'undecided') ? [dependent.key] : [],
  )
  return [
    unknown(
      'CTE_UNKNOWN_RELATION',
      'Crosswalk relations on the way are draft, reviewed or suspect',
      unverifiedRelations(reached),
    ),
    unknown('CTE_UNKNOWN_LINK', 'Reached by a link that nobody has verified', doubted('unverified-link')),
    unknown('CTE_UNKNOWN_RULE', 'Reached by an assignment rule that nobody has verified', doubted('unverified-rule')),
    unknown('CTE_UNKNOWN_TWIN', 'Reached as an examination twin, which is inferred', doubted('inferred-twin')),
    unknown('CTE_UNKNOWN_ASSIGNMENT', 'Nobody has said where they go after the split', undecided),
    unknown(
      'CTE_UNKNOWN_ASSIGNED',
      'Assigned by a split, but nothing of that name hangs on the split item',
      strayAssignments(previewed).map(({ kind, key, item }) => `${kind} ${key} (${item})`),
    ),
    unknown('CTE_UNKNOWN_SUCCESSOR', 'They retire, and what follows them is unknown', withoutSuccessor(reached)),
    unknown(
      'CTE_UNKNOWN_MANUAL_REVIEW',
      'No sector and no rule leads to them: a person must look',
      manualReview.map(({ key }) => key),
    ),
    unknown(
      'CTE_UNKNOWN_NO_DEPENDENT',
      `No authorization or course code of theirs hangs on ${framework} itself: those reached are reached through a crosswalk`,
      withoutDependents,
    ),
    ...gapsByCode(gaps),
  ].filter(each => each !== null)
}

/** Assignments of a split that name a dependent which is not there, or does not hang on the split item or below it. */
export function strayAssignments({ reached, impacts }: Pick<Previewed, 'reached' | 'impacts'>) {
  const splits = new Map<string, Change>()
  for (const { change } of reached) if (isSplit(change)) splits.set(change.id, change)
  if (splits.size === 0) return []
  const hanging = new Set(
    impacts.flatMap(({ dependent: { kind, key }, causes }) =>
      causes.flatMap(({ assignment, change }) => (assignment === null ? [] : [`${change.id} ${kind} ${key}`])),
    ),
  )
  return [...splits.values()].flatMap(({ id, item, assignments }) =>
    assignments.flatMap(({ dependent: { kind, key } }) =>
      hanging.has(`${id} ${kind} ${key}`) ? [] : [{ kind, key, item: item.key }],
    ),
  )
}

export function unverifiedRelations(reached: readonly ReachedChange[]): string[] {
  const drafts = new Map<string, string>()
  for (const { reach } of reached)
    for (const { path } of reach)
      for (const [n, step] of path.entries()) {
        if (step.edge !== 'across' || step.state === 'accepted') continue
        const from = path[n - 1]
        const here = from !== undefined && 'item' in from ? from.item.key : ''
        const known = drafts.get(step.relationId)
        const words = `${here} ${step.relation} ${step.item.key} (${step.state})`
        if (known === undefined || words < known) drafts.set(step.relationId, words)
      }
  return [...drafts.entries()].map(([, words]) => words)
}

const withoutSuccessor = (reached: readonly ReachedChange[]): string[] =>
  reached.flatMap(({ change }) => (change.within === null && change.successors === 'unknown' ? [change.item.key] : []))

function gapsByCode(gaps: readonly SourceGap[]): (Unknown | null)[] {
  const codes = Map.groupBy(gaps, gap => gap.code)
  return [...codes]
    .sort(([a], [b]) => compareText(a, b))
    .map(([code, rows]) => {
      const name = code.toUpperCase().replace(/[^A-Z]+/g, '_')
      const messages = [...new Set(rows.map(row => row.message))].sort()
      const [first, ...more] = messages
      const words = more.length === 0 ? first! : `${code}: ${first} (and ${more.length} other notes)`
      return unknown(
        `CTE_UNKNOWN_GAP_${name}`,
        `The source does not say: ${words}`,
        rows.map(row => row.key),
      )
    })
}

function unknown(code: string, message: string, names: readonly string[]): Unknown | null {
  const all = [...new Set(names)].sort(compareKeys)
  return all.length === 0 ? null : { code, message, count: all.length, examples: all.slice(0, EXAMPLES) }
}
