import type { Actor } from '@cte-align/contracts'
import { compareDecoders } from '@cte-align/impact'
import { refuseFaults, type Sheet } from '@cte-align/service'
import { type CatalogueModels, readCatalogue } from '../catalogue.ts'
import type { DecoderSide, DecoderSides } from '../decoder/decoder-sides.ts'
import { editionDecoder } from '../decoder/edition-decoder.ts'
import { withNamedAuthorizations } from '../decoder/issued-by-editions.ts'
import type { EditionHead } from '../decoder/kept-edition.ts'
import type { EditionStore } from '../decoder/kept-editions.ts'
import { createJoinByTitle } from './join-by-title.ts'
import { readCourseTable } from './read-course-table.ts'
import { type CourseTableReport, reportOf } from './report.ts'

export interface CourseTableFile {
  edition: Omit<EditionHead, 'origin' | 'layout'>
  sheet?: string | undefined
  /** Compared with, for what is not listed any more; default: the newest other edition, or the decoder in force. */
  against?: DecoderSide | undefined
}
export interface ImportingTable {
  by: Actor
  at: Date
  dryRun: boolean
  correlationId: string
}

/**
 * Takes an edition of CTC's course table in, whole or not at all, beside those that stand. Rules in force are not touched. The same
 * file again changes nothing; the same id with another content is refused, and so is every row's fault, named by row and column.
 */
export function createImportCourseTable(parts: {
  models: CatalogueModels
  editions: EditionStore
  sides: DecoderSides
}) {
  const { models, editions, sides } = parts
  return async (sheets: Sheet[], file: CourseTableFile, importing: ImportingTable): Promise<CourseTableReport> => {
    const catalogue = await readCatalogue(models)
    const join = createJoinByTitle(catalogue.authorizations, catalogue.subjects)
    const table = readCourseTable(sheets, { sheet: file.sheet, join })
    refuseFaults(table.reading.faults)
    const head: EditionHead = { ...file.edition, origin: 'imported', layout: table.layout }
    const known = await editions.refuseOther(head, table.rules)
    const against = file.against ?? (await defaultSide(head.id))
    const [before, today] = await Promise.all([
      sides.at(against, importing.correlationId),
      sides.at('current', importing.correlationId),
    ])
    const decoder = { ...today, side: `edition:${head.id}`, ...editionDecoder(head, table.rules) }
    const { differences } = compareDecoders(...withNamedAuthorizations(before, decoder))
    const added = importing.dryRun ? !known : (await editions.keep(head, table.rules, importing)).added
    return reportOf(table, { edition: head.id, dryRun: importing.dryRun, added, against, differences, catalogue })
  }

  async function defaultSide(id: string): Promise<DecoderSide> {
    const newest = await editions.newest(id)
    return newest === null ? 'current' : `edition:${newest._id}`
  }
}
export type ImportCourseTable = ReturnType<typeof createImportCourseTable>
