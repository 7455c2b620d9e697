import type { AssignmentRule } from '@cte-align/contracts'
import { type Cell, type FieldError, type TableRow, textOf } from '@cte-align/service'
import { WILDCARD } from '../assignment-rule.ts'

/** What is found out while rows are read. */
export interface RowReading {
  faults: FieldError[]
  /** Cells that were read as something else than they hold: blanks taken away, codes taken apart. */
  tidied: { at: string; from: string; to: string }[]
  /** Notes a tidied cell, once. */
  tidy(at: string, from: string, to: string): void
  /** Codes that the file stores as numbers. */
  numbers: number
  /** Notes a fault; null, so that a reader can return it. */
  fault(path: string, message: string): null
}

export function newReading(): RowReading {
  const faults: FieldError[] = []
  const tidied = new Map<string, { at: string; from: string; to: string }>()
  return {
    faults,
    get tidied() {
      return [...tidied.values()]
    },
    tidy: (at, from, to) => void tidied.set(at, { at, from, to }),
    numbers: 0,
    fault(path, message) {
      faults.push({ path, message })
      return null
    },
  }
}

const MOST_TEXT = 4000

/** A cell's text, null where it is blank or an exporter's NULL. Noted where it had other blanks than a person would type. */
export function textIn<K extends string>(row: TableRow<K>, column: K, reading: RowReading): string | null {
  const cell: Cell = row.cells[column] ?? null
  const text = textOf(cell)
  const at = row.at(column)
  if (text.length > MOST_TEXT) return reading.fault(at, `is longer than ${MOST_TEXT} characters`)
  const read = text === '' || text.toUpperCase() === 'NULL' ? null : text
  if (typeof cell === 'string' && cell !== (read ?? '')) reading.tidy(at, cell, read ?? '')
  return read
}

/** General education codes (9000 and up, 1000) belong to no sector of ours. */
export function kindOf(
  courseCode: string,
  documentCode: string | null,
  subjectCode: string | null,
): AssignmentRule['kind'] {
  if (subjectCode === WILDCARD) return 'wildcard'
  if (!/^[78]/.test(courseCode)) return 'other'
  if (documentCode === 'TC1') return 'single-subject'
  return documentCode === 'CTE' ? 'sector' : 'other'
}
