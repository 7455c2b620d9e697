import { type Column, type FieldError, type Reading, readTable, type Sheet, textOf } from '@cte-align/service'
import type { FrameworkFile } from './import-framework.ts'
import { readCode, SCHEMES, type Scheme, type SchemeName } from './schemes.ts'

export interface SchemeFile {
  scheme: SchemeName
  framework: string
  title: string
  source: string
  verified: boolean
  sheet?: string | undefined
}

export interface SchemeRead {
  file: FrameworkFile
  faults: FieldError[]
  report: {
    sheet: string | null
    /** Codes of groups, and rows that are but headings. */
    headings: number
    repeated: number
    /** Codes that the edition no longer has (deleted, or moved to another), and the codes for "no match". */
    passedOver: string[]
    tidied: Reading['tidied']
  }
}

/** NCES lists what it gave up beside what it keeps: the old code of something moved, and what was deleted. */
const GIVEN_UP = /^(?:deleted|moved from)$/i

/** A publisher's list of codes as a framework file: flat, each code an item at the top, its title a label. */
export function readScheme(sheets: Sheet[], asked: SchemeFile): SchemeRead {
  const scheme: Scheme = SCHEMES[asked.scheme]
  const columns: Record<'code' | 'title' | 'action', Column> = {
    code: { headings: scheme.codes },
    title: { headings: [...scheme.titles, ...(asked.scheme === 'soc' ? ['Title'] : [])] },
    action: { headings: ['Action'], optional: true },
  }
  const table = readTable(sheets, columns, asked.sheet)
  const reading: Reading = { faults: [...table.faults], tidied: [] }
  const titles = new Map<string, { title: string; row: number }>()
  const report = { sheet: table.sheet, headings: table.headings, repeated: 0, passedOver: [] as string[] }
  for (const row of table.rows) {
    const given = textOf(row.cells.code)
    if (scheme.group.test(given)) {
      report.headings++
      continue
    }
    const code = readCode(scheme, row, 'code', reading)
    if (code === undefined) continue
    if (scheme.nothing.test(code) || GIVEN_UP.test(textOf(row.cells.action))) {
      report.passedOver.push(code)
      continue
    }
    const title = textOf(row.cells.title)
    const known = titles.get(code)
    if (title === '') reading.faults.push({ path: row.at('title'), message: `${code} has no title` })
    else if (known === undefined) titles.set(code, { title, row: row.number })
    else if (known.title === title) report.repeated++
    else
      reading.faults.push({
        path: row.at('title'),
        message: `${code} is "${known.title}" in row ${known.row}`,
      })
  }
  const items = [...titles].map(([code, { title }]) => ({
    ...{ key: code, kind: scheme.kind, code, parent: null, title, text: null, scopeNote: null },
    ...{ source: 'file', verified: asked.verified, note: null },
  }))
  const framework = { key: asked.framework, title: asked.title, owner: 'CDE' as const, description: null }
  const passedOver = [...new Set(report.passedOver)]
  return {
    file: {
      format: 'cte-align/framework@1',
      sources: { file: asked.source },
      framework: { ...framework, source: 'file', verified: asked.verified, note: null },
      release: { title: asked.title, dates: { adoption: null, effective: null } },
      items,
    },
    faults: items.length === 0 ? [...reading.faults, { path: '', message: 'No code in it' }] : reading.faults,
    report: { ...report, passedOver, tidied: reading.tidied },
  }
}
