import type { CodeSetRow } from '@cte-align/contracts'
import type { CodeInForce } from '@cte-align/impact'

export type StandingRow = CodeSetRow & CodeInForce

/** What a code set is narrowed by. The word `unknown` asks for the codes of which nothing says it. */
const READ = {
  level: (row: StandingRow) => row.level,
  sector: (row: StandingRow) => row.sectorName,
  pathway: (row: StandingRow) => row.pathwayName,
  status: (row: StandingRow) => row.status,
}
export type Facet = keyof typeof READ
export const FACETS = Object.keys(READ) as [Facet, ...Facet[]]

export interface CodeSetFilter extends Partial<Record<Facet, string | undefined>> {
  q?: string | undefined
  valid?: string | undefined
}
export type FacetCounts = Record<Facet, { value: string; count: number }[]>

/** The rows that are asked for, and how many each value of a facet would leave if it alone were chosen anew. */
export function filterCodeSet(
  rows: readonly StandingRow[],
  { q, valid, ...chosen }: CodeSetFilter,
): { rows: StandingRow[]; facets: FacetCounts } {
  const sought = q?.toLowerCase()
  const holds = ({ code, title }: StandingRow) =>
    sought === undefined || code.startsWith(sought) || title.toLowerCase().includes(sought)
  const fits = (row: StandingRow, facet: Facet) => chosen[facet] === undefined || valueIn(row, facet) === chosen[facet]
  const sifted = rows.filter(row => holds(row) && (valid === undefined || row.valid === valid))
  const countsOf = (facet: Facet) => {
    const others = FACETS.filter(each => each !== facet)
    const counts = new Map<string, number>()
    for (const row of sifted)
      if (others.every(each => fits(row, each)))
        counts.set(valueIn(row, facet), (counts.get(valueIn(row, facet)) ?? 0) + 1)
    return Array.from(counts, ([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1))
  }
  return {
    rows: sifted.filter(row => FACETS.every(facet => fits(row, facet))),
    facets: {
      level: countsOf('level'),
      sector: countsOf('sector'),
      pathway: countsOf('pathway'),
      status: countsOf('status'),
    },
  }
}

const valueIn = (row: StandingRow, facet: Facet): string => READ[facet](row) ?? 'unknown'
