import { Readable } from 'node:stream'
import { setImmediate as breath } from 'node:timers/promises'
import { bounded, columnPlaces, type FieldError, readSheets, readTable, streamCsv, textOf } from '@cte-align/service'
import { problem } from './errors.ts'
import { checkHeadings, HOLDER_COLUMNS, type HolderRow, readHolderRow } from './read-holder-row.ts'

/** A file of rows of 60 bytes would have 35 million. */
export const MOST_BYTES = 2 * 1024 * 1024 * 1024
/** A workbook is read as a whole. */
export const MOST_WORKBOOK_ROWS = 50_000

/** The rows of a CSV file while it comes, or of a workbook; the memory it takes does not grow with the file. */
export const holderRows = (file: Readable | Uint8Array): AsyncGenerator<HolderRow> =>
  file instanceof Readable ? streamed(file) : ofWorkbook(file)

async function* streamed(file: Readable): AsyncGenerator<HolderRow> {
  const source = bounded(file, {
    mostBytes: MOST_BYTES,
    tooLarge: () => problem('CTE_HOLDERS_TOO_LARGE', { limit: MOST_BYTES }),
    brokenOff: () => problem('CTE_HOLDERS_BROKEN_OFF'),
  })
  for await (const row of streamCsv(source, HOLDER_COLUMNS, { onHeadings: checkHeadings })) yield readHolderRow(row)
}

async function* ofWorkbook(file: Uint8Array): AsyncGenerator<HolderRow> {
  // What somebody has called a sheet is not repeated in any message: it may be a name.
  const sheets = (await readSheets(file, { maxRows: MOST_WORKBOOK_ROWS })).map((sheet, index) => ({
    ...{ ...sheet, name: `sheet ${index + 1}` },
  }))
  const table = readTable(sheets, HOLDER_COLUMNS, undefined)
  const sheet = sheets.find(({ name }) => name === table.sheet)!
  const head = sheet.rows.find(row => {
    const { missing, twice } = columnPlaces(row, HOLDER_COLUMNS)
    return missing.length + twice.length === 0
  })
  checkHeadings((head ?? []).map(textOf))
  if (table.rows.length > MOST_WORKBOOK_ROWS)
    throw problem('CTE_BAD_CSV', { detail: `a workbook of more than ${MOST_WORKBOOK_ROWS} rows: send it as CSV` })
  const distrusted = Map.groupBy(table.faults, ({ path }) => Number(path.split('/')[2]))
  for (const [index, row] of table.rows.entries()) {
    // Thousands at a stretch would let nobody else be served.
    if (index % 1000 === 999) await breath()
    const read = readHolderRow(row)
    yield { ...read, faults: [...read.faults, ...(distrusted.get(row.number) ?? ([] as FieldError[]))] }
  }
}
