import type { Dependent, Finding, Severity } from '@cte-align/contracts'
import type { AgencyData, Row } from './paper-data.ts'

/** How many rows of a kind a paper can print; the rest is counted and linked. */
export const MOST_ROWS = 250

type Whose = Pick<AgencyData, 'agency' | 'service'>
interface Beside {
  state: AgencyData['state']
  findings: Finding[]
  manualReview: Dependent[]
  positions: Record<string, number>
  meanings: ReadonlyMap<string, string>
}

/** Counts rows as they come, gravest first, and keeps the first. Thousands cost a count each. Law is kept apart: it is no record that a teacher or pupil has. */
export function createFold({ agency, service }: Whose) {
  const bySeverity: Record<Severity, number> = { breaking: 0, review: 0, notice: 0 }
  const counts = { total: 0, unverified: 0, undecided: 0, withFindings: 0 }
  const rows: Row[] = []
  const law: Row[] = []
  const byItem = new Map<string, number>()
  const subjects = new Map<string, Set<string>>()
  const byState: Record<string, number> = {}
  const decided = new Map<string, number>()

  return {
    add(row: Row): void {
      if (row.dependent.kind === 'legal-reference') {
        if (law.length < MOST_ROWS) law.push(row)
        return
      }
      counts.total++
      bySeverity[row.severity]++
      if (row.unverified) counts.unverified++
      if (row.undecided) counts.undecided++
      if (row.findings > 0) counts.withFindings++
      if (rows.length < MOST_ROWS) rows.push(row)
      for (const item of row.items) {
        byItem.set(item, (byItem.get(item) ?? 0) + 1)
        const subject = subjectOf(row.dependent)
        if (subject === null || row.first.order === 2) continue
        const known = subjects.get(item)
        if (known === undefined) subjects.set(item, new Set([subject]))
        else known.add(subject)
      }
      if (row.flag === null) return
      const { state, disposition } = row.flag
      byState[state] = (byState[state] ?? 0) + 1
      if (disposition !== null) decided.set(disposition, (decided.get(disposition) ?? 0) + 1)
    },

    end({ meanings, ...beside }: Beside): AgencyData {
      const dispositions = Array.from(decided, ([disposition, count]) => ({
        disposition,
        count,
        meaning: meanings.get(disposition) ?? disposition,
      }))
      const subjectsByItem = new Map(Array.from(subjects, ([item, codes]) => [item, [...codes].sort()]))
      return {
        agency,
        service,
        ...counts,
        bySeverity,
        rows,
        law,
        byItem,
        subjectsByItem,
        byState,
        dispositions,
        ...beside,
      }
    },
  }
}

/** The third part of an authorization's key. Not known: `_`. */
export function subjectOf({ kind, key }: Dependent): string | null {
  const subject = kind === 'authorization' ? key.split('/')[2] : undefined
  return subject === undefined || subject === '_' ? null : subject
}
