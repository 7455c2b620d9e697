import { CsvError, parse } from 'csv-parse/sync'
import { problem } from '../errors.ts'
import { isSayable } from '../http/unsayable-text.ts'

/**
 * The cells of a CSV file as they stand, row by row, blank rows too, so that a row keeps its number in the file. For files whose
 * columns are the sender's own; `readCsv` is for those that are ours. Throws CTE_BAD_CSV.
 */
export function readCells(text: string | Uint8Array, { maxRows }: { maxRows: number }): string[][] {
  const refuse = (detail: string, path = '/') =>
    problem('CTE_BAD_CSV', { detail }, { errors: [{ path, message: detail }] })
  try {
    const content = typeof text === 'string' ? text : new TextDecoder('utf-8', { fatal: true }).decode(text)
    if (content.trim() === '') throw refuse('it is empty')
    if (!isSayable(content)) throw refuse('it holds NUL')
    const rows = parse(content, {
      bom: true,
      relax_column_count: true,
      // ="01.0000" is how a publisher keeps a spreadsheet from eating the zero.
      relax_quotes: true,
      max_record_size: 100_000,
    }) as string[][]
    if (rows.length > maxRows) throw refuse(`more than ${maxRows} rows`)
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw refuse(error.message, `/rows/${Math.max(0, Number(error.records ?? 0)) + 1}`)
    if (error instanceof TypeError) throw refuse('it is not UTF-8 text: save it as CSV in UTF-8')
    throw error
  }
}
