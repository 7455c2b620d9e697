import {
  type Change,
  type DependentKind,
  type Doubt,
  fingerprint,
  type Impact,
  type Link,
  type Path,
  type Reach,
  type ReachedChange,
  type RuleEdge,
  type Step,
} from '@cte-align/contracts'
import { type CauseOf, type Collector, collectFinding, collectPath, impactsOf } from './impact-collector.ts'
import { isList, listsTouchedBy, severityInList } from './item-list.ts'
import { type LinkIndex, linkIndex, pathsTo } from './link-index.ts'
import { compareKeys } from './natural-order.ts'
import { doubtsOf, ruleIndex, ruleStep, rulesFrom } from './second-order.ts'
import { assignmentsOf, brokenSequences, isSplit } from './sequence.ts'
import { severityOfPath } from './severity.ts'

/**
 * THE DECISION: what these changes do to the dependents of these links, and through assignment rules to their
 * neighbours. Pure and total; the order of its arguments' elements does not matter, nor do links and rules that nothing
 * leads to; in parts (changes, or the reach of one) it gives what `mergeImpacts` puts together.
 */
export function planImpact(
  reached: readonly ReachedChange[],
  links: readonly Link[],
  rules: readonly RuleEdge[],
): Impact[] {
  const collector: Collector = new Map()
  const byEnd = ruleIndex(rules)
  firstOrder(
    reached,
    links,
    (link, cause, path) => {
      collectPath(collector, link.dependent, cause, path)
      if (path.severity !== 'breaking') return
      for (const { rule, to } of rulesFrom(link.dependent, byEnd)) {
        const steps = [...path.steps, ruleStep(rule, to)]
        const beyond: Path = { steps, severity: 'review', doubts: [...path.doubts, ...doubtsOf(rule)] }
        collectPath(collector, to, { ...cause, order: 2, assignment: null }, beyond)
      }
    },
    (link, finding) => collectFinding(collector, link.dependent, finding),
  )
  return impactsOf(collector)
}

/** Plans of parts put together. Associative, commutative, idempotent. */
export function mergeImpacts(...lists: (readonly Impact[])[]): Impact[] {
  const collector: Collector = new Map()
  for (const { dependent, causes, findings } of lists.flat()) {
    for (const { change, order, assignment, fingerprint, paths } of causes)
      for (const path of paths) collectPath(collector, dependent, { change, order, assignment, fingerprint }, path)
    for (const finding of findings) collectFinding(collector, dependent, finding)
  }
  return impactsOf(collector)
}

/** Whose rules a store must fetch: those of every dependent that breaks (for an authorization, wildcard rules too). */
export function rulesNeeded(
  reached: readonly ReachedChange[],
  links: readonly Link[],
): { courseCodes: string[]; authorizations: string[] } {
  const needed = {
    'course-code': new Set<string>(),
    authorization: new Set<string>(),
    'legal-reference': new Set<string>(),
  } satisfies Record<DependentKind, Set<string>>
  firstOrder(reached, links, ({ dependent }, _, path) => {
    if (path.severity === 'breaking') needed[dependent.kind].add(dependent.key)
  })
  const sorted = (keys: Set<string>): string[] => [...keys].sort(compareKeys)
  return { courseCodes: sorted(needed['course-code']), authorizations: sorted(needed.authorization) }
}

function firstOrder(
  reached: readonly ReachedChange[],
  links: readonly Link[],
  onPath: (link: Link, cause: CauseOf, path: Path) => void,
  onFinding?: (link: Link, finding: Impact['findings'][number]) => void,
): void {
  const index = linkIndex(links, reached)
  for (const { change, reach } of reached) {
    const seen = causeOf(change)
    const assigned = isSplit(change) ? assignmentsOf(change) : () => null
    for (const each of reach) {
      const own = each.path.length === 1 && each.item.id === change.item.id
      for (const { link, steps, wildcard } of pathsTo(each, index, own ? listsTouchedBy(change) : [])) {
        const assignment = own && !wildcard ? assigned(link.dependent) : null
        onPath(link, { ...seen, assignment }, pathOf(change, steps, link, wildcard))
      }
      if (own && onFinding !== undefined) findings(change, each, index, onFinding)
    }
  }
}

/** A split item's own reach is one Reach and never divided, so that whoever plans it sees all of the sequence. */
function findings(
  change: Change,
  reach: Reach,
  index: LinkIndex,
  onFinding: (link: Link, finding: Impact['findings'][number]) => void,
): void {
  if (!isSplit(change)) return
  const links = [...pathsTo(reach, index)].filter(({ wildcard }) => !wildcard).map(({ link }) => link)
  for (const finding of brokenSequences(change, links)) {
    const concerned = new Set(finding.parts.flatMap(part => part.courseCodes))
    for (const link of links)
      if (link.dependent.kind === 'course-code' && concerned.has(link.dependent.key)) onFinding(link, finding)
  }
}

function pathOf(change: Change, steps: Step[], link: Link, wildcard: boolean): Path {
  const doubts: Doubt[] = []
  if (steps.some(step => step.edge === 'across' && step.state !== 'accepted')) doubts.push('unverified-relation')
  if (!link.verified) doubts.push('unverified-link')
  const severity = isList(link.any) ? severityInList(change) : severityOfPath(change.class, steps, { doubts, wildcard })
  return { steps, severity, doubts }
}

function causeOf({ id, class: chosen, rule, item, aspect, before, after, fingerprints }: Change): CauseOf {
  return {
    change: { id, class: chosen, rule, item, aspect, before, after },
    order: 1,
    assignment: null,
    fingerprint: fingerprints.after ?? fingerprint(null),
  }
}
