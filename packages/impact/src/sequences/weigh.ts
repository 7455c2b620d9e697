import type { Severity } from '@cte-align/contracts'
import { compareKeys, compareText } from '../natural-order.ts'
import { compareSeverity } from '../severity.ts'

/** A flagged dependent with the count that somebody has loaded for it. */
export interface Weighed {
  key: string
  severity: Severity
  /** Keys of all sectors (or clusters) and pathways that it hangs on: it counts for each. */
  sectors: string[]
  pathways: string[]
  /** Null where no count is loaded, or all of it is suppressed. */
  count: number | null
  /** A part of the count is a small cell that its source does not tell: `count` is the least that it can be. */
  suppressed: boolean
}
export interface Weight {
  dependents: number
  count: number
  /** Of how many dependents a count is loaded, of how many none, and in how many a part is suppressed. */
  loaded: number
  unknown: number
  suppressed: number
}
export interface Weights {
  total: Weight
  bySeverity: (Weight & { severity: Severity })[]
  bySector: (Weight & { key: string })[]
  byPathway: (Weight & { key: string })[]
}

export function weightOf(weighed: readonly Weighed[]): Weight {
  const loaded = weighed.filter(({ count, suppressed }) => count !== null || suppressed)
  return {
    dependents: weighed.length,
    count: weighed.reduce((sum, { count }) => sum + (count ?? 0), 0),
    loaded: loaded.length,
    unknown: weighed.length - loaded.length,
    suppressed: weighed.filter(({ suppressed }) => suppressed).length,
  }
}

/** Sums by severity (each dependent once) and by sector and pathway (each under all that it hangs on). */
export function weigh(weighed: readonly Weighed[]): Weights {
  const by = (keysOf: (each: Weighed) => readonly string[]) => {
    const keys = [...new Set(weighed.flatMap(keysOf))].sort(compareKeys)
    return keys.map(key => ({ key, ...weightOf(weighed.filter(each => keysOf(each).includes(key))) }))
  }
  const severities = [...new Set(weighed.map(({ severity }) => severity))].sort((a, b) => compareSeverity(b, a))
  return {
    total: weightOf(weighed),
    bySeverity: severities.map(severity => ({
      severity,
      ...weightOf(weighed.filter(each => each.severity === severity)),
    })),
    bySector: by(({ sectors }) => sectors),
    byPathway: by(({ pathways }) => pathways),
  }
}

/** The heaviest first, then the gravest; what nobody has counted comes last, and is not taken for nothing. */
export const byWeight = (a: Weighed, b: Weighed): number =>
  Number(a.count === null) - Number(b.count === null) ||
  (b.count ?? 0) - (a.count ?? 0) ||
  compareSeverity(b.severity, a.severity) ||
  compareText(a.key, b.key)

/** `10 breaking course codes with 1,240 sections; of 2 no count is loaded`. */
export function weightInWords(
  weight: Weight,
  { severity, kind, measure }: { severity?: Severity; kind: string; measure: string },
): string {
  const what = `${weight.dependents} ${severity === undefined ? '' : `${severity} `}${kind}${weight.dependents === 1 ? '' : 's'}`
  const least = weight.suppressed > 0 ? 'at least ' : ''
  const count =
    weight.loaded === 0
      ? `an unknown number of ${measure}`
      : `${least}${weight.count.toLocaleString('en-US')} ${measure}`
  const unknown = weight.unknown > 0 && weight.loaded > 0 ? `; of ${weight.unknown} no count is loaded` : ''
  const small = weight.suppressed > 0 ? `; in ${weight.suppressed} a small cell is suppressed` : ''
  return `${what} with ${count}${unknown}${small}`
}
