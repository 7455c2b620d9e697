import type { DecoderDifference, DifferenceSector, DifferenceSummary } from '@cte-align/contracts'
import { compareKeys, compareText } from '../natural-order.ts'
import { codeDifference } from './code-differences.ts'
import { type ComparedDecoder, comparedDecoder } from './compared-decoder.ts'
import type { DecoderTable } from './decoder-table.ts'
import { pairDifferences } from './pair-differences.ts'
import { ruleDifferences } from './rule-differences.ts'

/** Which sectors own a course code, as far as its links say so. */
export type CodeOwners = ReadonlyMap<string, readonly DifferenceSector[]>

/** What rows of one course code have in common. */
export interface DifferenceContext {
  from: ComparedDecoder
  to: ComparedDecoder
  courseCode: string
  sectors: DifferenceSector[]
}

/**
 * In what two decoders differ: course codes, rules, and the pairs of course code and authorization that follow from the rules
 * and from what is issued on each side (wildcards and examination twins included). Where a side does not say who is authorized,
 * or nobody can say, the outcome is `unknown`: never dropped, never refused. Pure and total; the order of rules does not matter;
 * comparing the other way round gives the mirror image.
 */
export function compareDecoders(
  fromTable: DecoderTable,
  toTable: DecoderTable,
  { owners = new Map() }: { owners?: CodeOwners } = {},
): { differences: DecoderDifference[]; summary: DifferenceSummary } {
  const [from, to] = [comparedDecoder(fromTable), comparedDecoder(toTable)]
  const sectorsOf = sectorsBySubject([fromTable, toTable], owners)
  const codes = [...new Set([...from.codes(), ...to.codes()])].sort(compareKeys)
  const differences = codes.flatMap(courseCode => {
    const context = { from, to, courseCode, sectors: sectorsOf(courseCode) }
    return [...codeDifference(context), ...ruleDifferences(context), ...pairDifferences(context)]
  })
  differences.sort(bySector)
  return { differences, summary: { from: from.inNumbers(), to: to.inNumbers(), ...countsOf(differences) } }
}

/** Stable, so that what is said of a course code stays together. */
const bySector = (a: DecoderDifference, b: DecoderDifference): number =>
  compareText(nameOf(a.sectors[0]), nameOf(b.sectors[0]))

/** What belongs to no one sector comes last. */
const nameOf = (sector: DifferenceSector | undefined): string =>
  sector === undefined ? '\uffff' : `${sector.framework} ${sector.key}`

/** By the links of the course code; else by the subjects of its sector rules, on either side. */
function sectorsBySubject(
  tables: readonly DecoderTable[],
  owners: CodeOwners,
): (courseCode: string) => DifferenceSector[] {
  const bySubject = new Map<string, DifferenceSector>()
  for (const { subjects } of [...tables].reverse())
    for (const { code, title, item } of subjects) bySubject.set(code, { ...item, title })
  const byCode = Map.groupBy(
    tables.flatMap(({ rules }) => rules).filter(rule => rule.kind === 'sector' && bySubject.has(rule.subjectCode)),
    rule => rule.courseCode,
  )
  return courseCode => {
    const known = owners.get(courseCode) ?? (byCode.get(courseCode) ?? []).map(rule => bySubject.get(rule.subjectCode)!)
    return [...new Map(known.map(sector => [nameOf(sector), sector])).values()].sort((a, b) =>
      compareText(nameOf(a), nameOf(b)),
    )
  }
}

function countsOf(differences: readonly DecoderDifference[]): Pick<DifferenceSummary, 'counts' | 'bySector'> {
  const counts: Record<string, number> = {}
  const sectors = new Map<string, DifferenceSummary['bySector'][number]>()
  for (const { what, outcome, sectors: named } of differences) {
    const name = `${what} ${outcome}`
    counts[name] = (counts[name] ?? 0) + 1
    for (const sector of named.length === 0 ? [null] : named) {
      const group = sectors.get(nameOf(sector ?? undefined)) ?? { sector, counts: {} }
      sectors.set(nameOf(sector ?? undefined), group)
      group.counts[name] = (group.counts[name] ?? 0) + 1
    }
  }
  const bySector = [...sectors].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group)
  return { counts, bySector }
}
