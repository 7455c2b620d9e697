/** Files that are sent instead of a table, by how they begin, and the way out. */
const BEGINNINGS: readonly { bytes: readonly number[]; what: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old .xls file or a workbook with a password: save it as .xlsx, without a password',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF: send the spreadsheet that it was made from' },
  { bytes: [0xff, 0xfe], what: 'text in UTF-16: save it as CSV in UTF-8' },
  { bytes: [0xfe, 0xff], what: 'text in UTF-16: save it as CSV in UTF-8' },
  { bytes: [0x1f, 0x8b], what: 'packed with gzip: unpack it first' },
]
/** A web page, whatever it is called; blanks may stand before it. */
const MARKUP = /^\s*<(?:!doctype|html|\?xml|table)/i

/** What a file is that is neither a workbook nor, by its beginning, a table in CSV; null where it may be one. */
export function whatElse(file: Uint8Array): string | null {
  const found = BEGINNINGS.find(({ bytes }) => bytes.every((byte, at) => file[at] === byte))
  if (found !== undefined) return found.what
  const beginning = new TextDecoder('latin1').decode(file.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '')
  return MARKUP.test(beginning) ? 'a web page or XML, not a table: save the table as .xlsx or CSV' : null
}
