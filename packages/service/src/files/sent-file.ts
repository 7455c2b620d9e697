import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { problem as shared } from '../errors.ts'
import type { Service } from '../http/service.ts'
import { refuseFaults } from '../import-report.ts'
import { bounded } from './bounded.ts'
import { problem } from './errors.ts'
import { findPersonal, isPersonalHeading } from './personal.ts'
import { streamCsv } from './stream-csv.ts'
import { type Column, columnPlaces, readTable, type TableRow, textOf } from './table.ts'
import { readWorkbook, type Sheet, XLSX } from './workbook.ts'

/** A workbook is read in memory whatever its rows: publishers' largest are smaller. */
const MOST_WORKBOOK_BYTES = 10 * 1024 * 1024
const DEEPEST = 20
const REFUSALS = (limit: number) => ({
  tooLarge: () => shared('CTE_TOO_LARGE', { limit }),
  brokenOff: () => shared('CTE_BAD_CSV', { detail: 'it broke off before its end' }),
})

/** A file as a request brings it. What it holds is private: nothing walks through it before its reader does. */
export class SentFile {
  readonly #body: Readable | Buffer
  constructor(body: Readable | Buffer) {
    this.#body = body
  }

  /**
   * Its rows, CSV while it comes, of which no column and no cell may look like a person. Throws CTE_LOOKS_LIKE_PERSONS, CTE_TOO_LARGE,
   * CTE_BAD_CSV, CTE_BAD_WORKBOOK, CTE_NO_TABLE, or CTE_IMPORT_REFUSED for cells made by a formula or merged.
   */
  async *rows<K extends string>(
    columns: Record<K, Column>,
    { mostBytes, mostRows }: { mostBytes: number; mostRows: number },
  ): AsyncGenerator<TableRow<K>> {
    const onHeadings = (headings: string[]) => refuseHeadings(headings, columns)
    const rows =
      this.#body instanceof Readable
        ? streamCsv(bounded(this.#body, { mostBytes, ...REFUSALS(mostBytes) }), columns, { onHeadings })
        : workbookRows(await readWorkbook(this.#body), columns, onHeadings)
    let count = 0
    for await (const row of rows) {
      if (++count > mostRows) throw shared('CTE_BAD_CSV', { detail: `more than ${mostRows} rows` })
      for (const column of Object.keys(row.cells) as K[]) refusePerson(textOf(row.cells[column]), row.at(column))
      yield row
    }
  }
}

/** Routes that take files, CSV or xlsx, in a scope of their own: elsewhere a file is read whole. */
export function fileRoutes(app: Service, routes: (scope: Service) => void): void {
  void (app as unknown as FastifyInstance).register(async inner => {
    const scope = inner as unknown as Service
    scope.removeContentTypeParser(['text/csv', XLSX])
    scope.addContentTypeParser('text/csv', (_request, stream, done) => done(null, new SentFile(stream)))
    scope.addContentTypeParser(XLSX, { parseAs: 'buffer', bodyLimit: MOST_WORKBOOK_BYTES }, (_request, file, done) =>
      done(null, new SentFile(file as Buffer)),
    )
    routes(scope)
  })
}

/** CSV that came as a text within something else. */
export const sentText = (text: string): SentFile => new SentFile(Readable.from([Buffer.from(text)]))

async function* workbookRows<K extends string>(
  sheets: Sheet[],
  columns: Record<K, Column>,
  onHeadings: (headings: string[]) => void,
) {
  for (const { rows } of sheets)
    for (const row of rows.slice(0, DEEPEST)) {
      const { missing, twice } = columnPlaces(row, columns)
      if (missing.length + twice.length === 0) onHeadings(row.map(textOf).filter(text => text !== ''))
    }
  const table = readTable(sheets, columns, undefined)
  refuseFaults(table.faults)
  yield* table.rows
}

/** Only columns that are known here are taken: what another holds, nobody could say. */
function refuseHeadings(headings: string[], columns: Record<string, Column>): void {
  for (const heading of headings) {
    // Known first: squeezed together, a Local Course ID ends with SEID.
    if (Object.values(columns).some(column => 'a' in columnPlaces([heading], { a: column }).places)) continue
    const path = `/header/${heading}`
    if (isPersonalHeading(heading)) throw looksPersonal(`the column ${heading}`, path)
    const detail = `the column ${heading.slice(0, 100)} is not known here`
    throw shared('CTE_BAD_CSV', { detail }, { errors: [{ path, message: 'is not known here' }] })
  }
}

function refusePerson(text: string, path: string): void {
  const found = findPersonal(text)
  if (found !== null) throw looksPersonal(`${path} (${found.what})`, path)
}

const looksPersonal = (where: string, path: string) =>
  problem(
    'CTE_LOOKS_LIKE_PERSONS',
    { where },
    { errors: [{ path, message: 'looks like a person: only codes and counts are taken' }] },
  )
