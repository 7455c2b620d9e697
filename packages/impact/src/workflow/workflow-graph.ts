import type { StepDuration } from '@cte-align/contracts'

export interface Waiting {
  key: string
  /** The steps it waits for. */
  after: readonly string[]
}

/** The steps so that each comes after all that it waits for; those of one rank keep their order. Steps that wait in a circle are left out. */
export function inOrder<T extends Waiting>(steps: readonly T[]): T[] {
  const ordered: T[] = []
  const placed = new Set<string>()
  const there = new Set(steps.map(({ key }) => key))
  let left = [...steps]
  while (left.length > 0) {
    const next = left.filter(({ after }) => after.every(key => placed.has(key) || !there.has(key)))
    if (next.length === 0) break
    for (const step of next) placed.add(step.key)
    ordered.push(...next)
    left = left.filter(step => !placed.has(step.key))
  }
  return ordered
}

/** The keys of steps that wait for each other in a circle, first again at the end; undefined where there is none. */
export function circleIn(steps: readonly Waiting[]): string[] | undefined {
  const ordered = new Set(inOrder(steps).map(({ key }) => key))
  const circling = new Map(steps.filter(({ key }) => !ordered.has(key)).map(step => [step.key, step]))
  let [at] = circling.keys()
  const walked: string[] = []
  while (at !== undefined) {
    const seen = walked.indexOf(at)
    if (seen >= 0) return [...walked.slice(seen), at]
    walked.push(at)
    at = circling.get(at)!.after.find(key => circling.has(key))
  }
  return undefined
}

/** What each step blocks: the steps that wait for it. */
export function blockedBy(steps: readonly Waiting[]): Map<string, string[]> {
  const blocks = new Map(steps.map(({ key }): [string, string[]] => [key, []]))
  for (const { key, after } of steps) for (const before of after) blocks.get(before)?.push(key)
  return blocks
}

export interface CriticalPath {
  steps: string[]
  /** The days that are known to pass on it; a working day counts as seven fifths of one. */
  knownDays: number
  /** Steps on it of which nobody knows how long they take. */
  unknown: string[]
}

/**
 * The chain of open steps that takes longest, as far as it is known: by days, then by steps of unknown length, then by steps. It ends
 * in one of the `ends`.
 */
export function criticalPath(
  steps: readonly (Waiting & { duration: StepDuration | null; over: boolean })[],
  ends: ReadonlySet<string>,
): CriticalPath {
  const paths = new Map<string, CriticalPath>()
  for (const { key, after, duration, over } of inOrder(steps)) {
    const before = after.flatMap(each => paths.get(each) ?? []).sort(longest)[0] ?? NOTHING
    paths.set(
      key,
      over
        ? before
        : {
            steps: [...before.steps, key],
            knownDays: before.knownDays + (duration === null ? 0 : calendarDays(duration)),
            unknown: duration === null ? [...before.unknown, key] : before.unknown,
          },
    )
  }
  return [...paths].flatMap(([key, path]) => (ends.has(key) ? [path] : [])).sort(longest)[0] ?? NOTHING
}

const NOTHING: CriticalPath = { steps: [], knownDays: 0, unknown: [] }
const longest = (a: CriticalPath, b: CriticalPath): number =>
  b.knownDays - a.knownDays || b.unknown.length - a.unknown.length || b.steps.length - a.steps.length
const calendarDays = ({ days, kind }: StepDuration): number => (kind === 'calendar' ? days : Math.ceil((days * 7) / 5))
