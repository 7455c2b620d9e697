import {
  type Cause,
  ChangeClass,
  type Dependent,
  type Finding,
  fingerprint,
  type Impact,
  type Path,
  type Step,
} from '@cte-align/contracts'
import { compareKeys, compareText } from './natural-order.ts'
import { compareSeverity, worst } from './severity.ts'

type Gathered = {
  dependent: Dependent
  causes: Map<string, { cause: CauseOf; paths: Map<string, Path> }>
  findings: Map<string, Finding>
}
/** A cause but for what its paths decide. */
export type CauseOf = Omit<Cause, 'id' | 'severity' | 'doubts' | 'paths'>

/**
 * Gathers paths and findings by dependent. A set of sets: the order of arrival does not matter, nor does hearing a thing
 * twice, so that gathering in parts and all at once are the same. `impactsOf` reads the result.
 */
export type Collector = Map<string, Gathered>

export function collectPath(collector: Collector, dependent: Dependent, cause: CauseOf, path: Path): void {
  const { causes } = gathered(collector, dependent)
  const key = `${cause.order} ${cause.change.id}`
  const known = causes.get(key)
  if (known === undefined) causes.set(key, { cause, paths: new Map([[pathKey(path.steps), path]]) })
  else {
    known.paths.set(pathKey(path.steps), path)
    // Parts of a reach that lead past the split item do not know the assignment; the part that does decides.
    if (known.cause.assignment === null && cause.assignment !== null) known.cause = cause
  }
}

export function collectFinding(collector: Collector, dependent: Dependent, finding: Finding): void {
  gathered(collector, dependent).findings.set(fingerprint(finding), finding)
}

/** By kind, then key; within an impact the gravest cause first, within a cause the gravest path. */
export function impactsOf(collector: Collector): Impact[] {
  return [...collector.values()].map(impactOf).sort((a, b) => compareDependents(a.dependent, b.dependent))
}

function impactOf({ dependent, causes, findings }: Gathered): Impact {
  const all = [...causes.values()].map(({ cause, paths }) => causeOf(dependent, cause, paths)).sort(compareCauses)
  const classes = new Set(all.map(cause => cause.change.class))
  return {
    dependent,
    severity: worst(...all.map(cause => cause.severity)),
    classes: ChangeClass.options.filter(each => classes.has(each)),
    causes: all,
    findings: [...findings.entries()].sort(([a], [b]) => compareText(a, b)).map(([, finding]) => finding),
  }
}

function causeOf({ kind, key }: Dependent, cause: CauseOf, paths: Map<string, Path>): Cause {
  const ranked = [...paths.entries()].sort(([a, left], [b, right]) => comparePaths(left, right) || compareText(a, b))
  const gravest = ranked[0]![1]
  return {
    id: fingerprint([cause.change.id, kind, key, cause.order]),
    ...cause,
    severity: gravest.severity,
    doubts: gravest.doubts,
    paths: ranked.map(([, path]) => path),
  }
}

const comparePaths = (a: Path, b: Path): number =>
  compareSeverity(b.severity, a.severity) || a.doubts.length - b.doubts.length || a.steps.length - b.steps.length

const compareCauses = (a: Cause, b: Cause): number =>
  compareSeverity(b.severity, a.severity) ||
  a.order - b.order ||
  compareKeys(a.change.item.key, b.change.item.key) ||
  compareText(a.change.id, b.change.id)

const compareDependents = (a: Dependent, b: Dependent): number =>
  compareText(a.kind, b.kind) || compareKeys(a.key, b.key)

/** Equal for equal steps; also the last word on the order of paths. */
function pathKey(steps: readonly Step[]): string {
  return steps.map(stepKey).join('>')
}

function stepKey(step: Step): string {
  switch (step.edge) {
    case 'link':
      return `link ${step.link}`
    case 'rule':
      return `rule ${step.rule} ${step.dependent.kind} ${step.dependent.key}`
    case 'across':
      return `across ${step.relationId} ${step.item.id}`
    default:
      return `${step.edge} ${step.item.id}`
  }
}

/** Two records may describe one dependent differently (a title not yet renewed): the choice must not depend on order. */
function gathered(collector: Collector, dependent: Dependent): Gathered {
  const key = `${dependent.kind} ${dependent.key}`
  const known = collector.get(key)
  if (known === undefined) {
    const fresh: Gathered = { dependent, causes: new Map(), findings: new Map() }
    collector.set(key, fresh)
    return fresh
  }
  if (known.dependent !== dependent && describes(dependent) < describes(known.dependent)) known.dependent = dependent
  return known
}

const describes = ({ level, title }: Dependent): string => `${level === null ? 1 : 0} ${level} ${title}`
