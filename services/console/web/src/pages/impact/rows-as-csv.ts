// The lines of the table as a file that a spreadsheet opens.
import { doubtsInWords, pathInWords, plainText, type Told } from '../../why/why-in-words.ts'
import { AGENCY_WORDS } from './impact-filters.ts'
import type { Row } from './impact-model.ts'

const HEAD = [
  ...['agency', 'kind', 'dependent', 'title', 'severity', 'change', 'item', 'item title', 'severity of the cause'],
  ...['sectors', 'why', 'ways', 'uncertain', 'after a split', 'flag'],
]

export function rowsAsCsv(rows: readonly Row[], told: Told): string {
  const lines = rows.map(({ hit, cause }) => {
    const { dependent } = hit
    const { change, paths, assignment } = cause
    return [
      ...[AGENCY_WORDS[hit.agency], dependent.kind, dependent.key, dependent.title, hit.severity],
      ...[change.class, change.item.key, change.item.title, cause.severity, hit.sectors.join(' ')],
      plainText(pathInWords(paths[0]!, change, told)),
      String(paths.length),
      doubtsInWords(cause.doubts),
      assignment === null ? '' : typeof assignment === 'string' ? assignment : assignment.key,
      hit.flag?.id ?? '',
    ]
  })
  // The mark at the beginning tells spreadsheets that these are not the letters of some old code page.
  return `\uFEFF${[HEAD, ...lines].map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Quoted where it must be; what a spreadsheet would take for a formula is text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
