// Reads the tables of facts that the starter data is made from. Everything in them is text, and stays text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Row = Record<string, string>

/** Reads one table; a column asked for that the table does not have is an error that names it. */
export function readFacts(folder: string, name: string): Row[] {
  const [head, ...rows] = parseCsv(readFileSync(join(folder, `${name}.csv`), 'utf8'))
  if (!head) throw new Error(`${name}.csv is empty`)
  return rows.map((cells, i) => {
    if (cells.length !== head.length)
      throw new Error(`${name}.csv, row ${i + 2}: ${cells.length} cells, ${head.length} columns`)
    const row = Object.fromEntries(head.map((column, n) => [column, cells[n]!]))
    return new Proxy(row, {
      get(target, column: string) {
        if (!Object.hasOwn(target, column)) throw new Error(`${name}.csv has no column ${column}`)
        return target[column]
      },
    })
  })
}

/** The publishers' files are read with a CSV library; these tables are ours and need quotes and commas alone (RFC 4180). */
function parseCsv(text: string): string[][] {
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y
  const rows: string[][] = []
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const found = cell.exec(text)
    if (!found) throw new Error(`Not CSV at character ${at}: ${text.slice(at, at + 40)}`)
    const [, value, end] = found as unknown as [string, string, string]
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (end !== ',') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

/** The texts that rows name by id: `sources: {id: text}`. The same text gets the same id; order of first use. */
export function createSources() {
  const ids = new Map<string, string>()
  return {
    id(prefix: string, text: string): string {
      const tidy = citable(text)
      const known = ids.get(tidy)
      if (known) return known
      const taken = [...ids.values()].filter(id => id.startsWith(`${prefix}-`)).length
      ids.set(tidy, `${prefix}-${taken + 1}`)
      return ids.get(tidy)!
    },
    all: () => Object.fromEntries([...ids].map(([text, id]) => [id, text])),
  }
}

/** An index number that only the collector could resolve is no use to a reader; the kind of place it was found in is. */
function citable(text: string): string {
  return text
    .replace(/public repo file index ids? \d+(?: and \d+)?/g, 'a file in a public code repository')
    .replace(/; id (\d{9,}) calls/g, '; another calls')
    .replace(/file index id \d+/g, 'a file in a public code repository')
    .replace(/\(SKILL\.md listing /g, '(a list of ')
}

/** `yes` was read in the source it names; everything else counts as not. */
export const isVerified = (row: Row): boolean => row.verified === 'yes'

/** A blank is a gap and stays one. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** Several remarks as one note; null if there are none. */
export function note(...remarks: (string | null | false | undefined)[]): string | null {
  const said = remarks.filter((remark): remark is string => typeof remark === 'string' && remark.trim() !== '')
  return said.length === 0 ? null : said.join('; ')
}

export function only<T>(found: T[], what: string): T {
  if (found.length !== 1) throw new Error(`${what}: expected one, found ${found.length}`)
  return found[0]!
}
