import type { FastifyReply } from 'fastify'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { z } from 'zod'
import { problem } from '../errors.ts'
import { sendCsv } from './csv.ts'
import { XLSX } from './workbook.ts'

type Row = Record<string, unknown>

/** How a table may be asked for. CSV streams; a workbook is made in memory, so it has a bound. */
export const TableFormat = z
  .enum(['csv', 'xlsx'])
  .default('csv')
  .meta({ description: 'csv, or xlsx for a spreadsheet' })
export type TableFormat = z.infer<typeof TableFormat>

/** For a route's `response`: `{ 200: tableFile('One row for each flag') }`. */
export const tableFile = (description: string) => ({
  description,
  content: { 'text/csv': { schema: z.string() }, [XLSX]: { schema: z.string() } },
})

/** A workbook of more rows than this is refused: ask for CSV, which streams. */
const MOST_ROWS = 50_000

/**
 * Sends rows as CSV or as a workbook of one sheet. Every cell is a text or a number: nothing in it is ever a formula. `name` is
 * the file's, without its ending. Throws CTE_TOO_MANY_ROWS before anything is sent.
 */
export async function sendTable(
  reply: FastifyReply,
  { format, name, columns }: { format: TableFormat; name: string; columns: readonly string[] | Record<string, string> },
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<FastifyReply> {
  if (format === 'csv') return sendCsv(reply, `${name}.csv`, columns, rows)
  const heads = Array.isArray(columns)
    ? (columns as readonly string[]).map(column => [column, column] as const)
    : Object.entries(columns as Record<string, string>)
  const cells: CellObject[][] = [heads.map(([, head]) => ({ value: head, type: String, fontWeight: 'bold' }))]
  for await (const row of rows) {
    if (cells.length > MOST_ROWS) throw problem('CTE_TOO_MANY_ROWS', { most: MOST_ROWS })
    cells.push(heads.map(([key]) => cellOf(row[key])))
  }
  const file = await writeExcelFile(cells, { stickyRowsCount: 1 }).toBuffer()
  return reply
    .header('content-type', XLSX)
    .header('content-disposition', `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}.xlsx"`)
    .send(file)
}

/** The most that a cell of a workbook holds. */
const MOST_TEXT = 32_767

function cellOf(value: unknown): CellObject {
  if (typeof value === 'number') return { value, type: Number }
  return { value: value === null || value === undefined ? '' : String(value).slice(0, MOST_TEXT), type: String }
}
