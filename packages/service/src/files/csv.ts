import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify'
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { type FieldError, problem } from '../errors.ts'
import { isSayable } from '../http/unsayable-text.ts'

type Row = Record<string, unknown>

/** Streams rows as a UTF-8 file without a byte order mark. Cells that a spreadsheet would run as formulas are escaped. */
export function sendCsv(
  reply: FastifyReply,
  filename: string,
  columns: readonly string[] | Record<string, string>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): FastifyReply {
  const safeName = filename.replace(/[^A-Za-z0-9._-]/g, '_')
  const file = stringify({
    header: true,
    columns: Array.isArray(columns) ? [...(columns as readonly string[])] : (columns as Record<string, string>),
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: value => String(value) },
  })
  const source = Readable.from(rows, { objectMode: true })
  source.on('error', error => file.destroy(error))
  file.on('close', () => source.destroy())
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${safeName}"`)
    .send(source.pipe(file))
}

const MAX_ERRORS = 100

/**
 * Reads a whole file or refuses it whole: CTE_BAD_CSV with one error for each cell, as `/rows/3/code`. Rows are numbered
 * from 1 without the header; columns must be exactly those of the row schema, in any order, optional ones may be left out.
 * An empty cell is an empty string: the row schema says what that means.
 */
export function readCsv<T extends z.ZodObject>(
  text: string | Uint8Array,
  options: { columns: T; maxRows?: number },
): z.output<T>[] {
  const { columns, maxRows = 50_000 } = options
  const records = split(text, columns, maxRows)
  const rows: z.output<T>[] = []
  const errors: FieldError[] = []
  records.forEach((record, index) => {
    const parsed = columns.safeParse(record)
    if (parsed.success) rows.push(parsed.data)
    else
      for (const issue of parsed.error.issues)
        errors.push({ path: `/rows/${index + 1}/${issue.path.join('/')}`, message: issue.message })
  })
  if (errors.length > 0)
    throw problem(
      'CTE_BAD_CSV',
      { detail: `${errors.length} cells are not as described` },
      { errors: errors.slice(0, MAX_ERRORS) },
    )
  return rows
}

function split(text: string | Uint8Array, columns: z.ZodObject, maxRows: number): Row[] {
  const refuse = (detail: string, path = '/') =>
    problem('CTE_BAD_CSV', { detail }, { errors: [{ path, message: detail }] })
  try {
    const content = typeof text === 'string' ? text : new TextDecoder('utf-8', { fatal: true }).decode(text)
    if (content.trim() === '') throw refuse('it is empty')
    if (!isSayable(content)) throw refuse('it holds NUL')
    return parse(content, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      columns: (header: string[]) => {
        checkHeader(header, columns, refuse)
        return header
      },
      on_record: (record: Row, context) => {
        if (context.records > maxRows) throw refuse(`more than ${maxRows} rows`)
        return record
      },
    })
  } catch (error) {
    if (error instanceof CsvError) {
      const row = Math.max(0, Number(error.records ?? 0)) + 1
      throw refuse(error.message, `/rows/${row}`)
    }
    if (error instanceof TypeError) throw refuse('it is not UTF-8 text')
    throw error
  }
}

function checkHeader(header: string[], columns: z.ZodObject, refuse: (detail: string, path?: string) => Error): void {
  const shape = columns.shape as Record<string, z.ZodType>
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) throw refuse(`the column ${twice} is there twice`, `/header/${twice}`)
  const unknown = header.find(name => !(name in shape))
  if (unknown !== undefined) throw refuse(`the column ${unknown} is not known here`, `/header/${unknown}`)
  const absent = Object.keys(shape).find(name => !header.includes(name) && !shape[name]!.safeParse(undefined).success)
  if (absent !== undefined) throw refuse(`the column ${absent} is missing`, `/header/${absent}`)
}
