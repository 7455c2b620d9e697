import { type Readable, Transform, type TransformCallback } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { problem } from '../errors.ts'
import { isSayable } from '../http/unsayable-text.ts'
import { type Column, columnPlaces, type TableRow, textOf } from './table.ts'

/**
 * The rows of a CSV file while it comes, in the memory of a few: for files of any length. The first row must head each column
 * once, in any order and under any of its names. Rows are numbered as in the file, its heading being 1. `onHeadings` may refuse
 * the file by its headings before any row is read. Throws CTE_BAD_CSV where the file breaks off being CSV: the
 * last rows before that may not come.
 */
export async function* streamCsv<K extends string>(
  source: Readable,
  columns: Record<K, Column>,
  { onHeadings }: { onHeadings?: (headings: string[]) => void } = {},
): AsyncGenerator<TableRow<K>> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 100_000,
  })
  const text = new Utf8()
  for (const earlier of [source, text]) earlier.on('error', error => parser.destroy(error))
  source.pipe(text).pipe(parser)
  let head: string[] | undefined
  let places: Record<K, number> | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (head === undefined || places === undefined) {
        head = record.map(textOf)
        onHeadings?.(head)
        places = placesIn(head, columns)
        continue
      }
      const number = info.lines
      const known = head
      const there = places
      const cells = {} as Record<K, string | null>
      for (const column in there) cells[column] = record[there[column]] ?? null
      if (!record.every(isSayable)) throw refuse(`row ${number} holds NUL`, `/rows/${number}`)
      const at = (column: K) => `/rows/${number}/${known[there[column]] ?? column}`
      yield { number, cells, at, beyond: Math.max(0, record.length - known.length) }
    }
  } catch (error) {
    // Without what stands in the cell, which belongs in no log.
    if (error instanceof CsvError)
      throw refuse(error.message.replace(/, value is [\s\S]*$/, ''), `/rows/${Number(error.lines ?? 0)}`)
    throw error
  } finally {
    source.unpipe(text).destroy()
    text.destroy()
    parser.destroy()
  }
  if (head === undefined) throw refuse('it is empty')
}

/** Bytes as text. What is not UTF-8 ends the file, rather than that other letters than were meant come in. */
class Utf8 extends Transform {
  #decoder = new TextDecoder('utf-8', { fatal: true })
  constructor() {
    super({ encoding: 'utf8' })
  }
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pass(() => this.#decoder.decode(chunk, { stream: true }), done)
  }
  override _flush(done: TransformCallback): void {
    this.#pass(() => this.#decoder.decode(), done)
  }
  #pass(decode: () => string, done: TransformCallback): void {
    try {
      done(null, decode())
    } catch (cause) {
      done(problem('CTE_BAD_CSV', { detail: 'it is not UTF-8 text: save it as CSV in UTF-8' }, { cause }))
    }
  }
}

function placesIn<K extends string>(head: string[], columns: Record<K, Column>): Record<K, number> {
  const { places, missing, twice } = columnPlaces(head, columns)
  const [absent, double] = [missing[0], twice[0]]
  if (absent !== undefined) throw refuse(`the column ${absent} is missing`, `/header/${absent}`)
  if (double !== undefined) throw refuse(`the column ${double} is there twice`, `/header/${double}`)
  return places
}

const refuse = (detail: string, path = '/') =>
  problem('CTE_BAD_CSV', { detail }, { errors: [{ path, message: detail }] })
