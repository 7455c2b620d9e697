import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  content: string | Buffer
  /** Packed by deflate; else stored. */
  deflate?: boolean
  /** Already packed: `content` is what it says it unpacks to. */
  packed?: { data: Buffer; size: number; crc: number }
  /** What the directory says instead of the truth. */
  says?: { size?: number; crc?: number; flags?: number; method?: number }
}

/** A zip file made by hand, as truthful as its parts. */
export function zip(parts: Record<string, string | Part>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, given] of Object.entries(parts)) {
    const part = typeof given === 'string' ? { content: given } : given
    const content = Buffer.from(part.content)
    const deflate = part.deflate === true || part.packed !== undefined
    const data = part.packed?.data ?? (deflate ? deflateRawSync(content) : content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.says?.flags ?? 0, 2)
    common.writeUInt16LE(part.says?.method ?? (deflate ? 8 : 0), 4)
    common.writeUInt32LE(part.says?.crc ?? part.packed?.crc ?? crc32(content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(part.says?.size ?? part.packed?.size ?? content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, Buffer.from(name)]))
    files.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data]))
    offset += files.at(-1)!.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook of one sheet `Sheet1` with this XML inside of its `sheetData`; some may be replaced. */
export const workbookParts = (
  cells: string,
  more: Record<string, string | Part> = {},
  after = '',
): Record<string, string | Part> => ({
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData>${after}</worksheet>`,
  ...more,
})
