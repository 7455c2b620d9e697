import { crc32, createInflateRaw } from 'node:zlib'
import { problem } from './errors.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8

interface Entry {
  name: string
  method: number
  /** Of what it unpacks to, as the file says. */
  size: number
  crc: number
  packed: Buffer
}

/**
 * The files in a zip file. What they unpack to is counted while it comes, since what a zip file says of itself may be a lie:
 * a gigabyte of zeros is given up at `mostBytes`, and takes no more memory than that. Throws CTE_BAD_WORKBOOK.
 */
export async function unpack(
  file: Buffer,
  { mostBytes, wanted = () => true }: { mostBytes: number; wanted?: (name: string) => boolean },
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  let room = mostBytes
  for (const { name, method, packed, size, crc } of entriesOf(file)) {
    if (!wanted(name)) continue
    if (files.has(name)) throw broken(`it has two parts ${name}`)
    if (size > room) throw tooMuch(mostBytes)
    const data = method === STORED ? packed : await inflated(packed, room)
    room -= data.length
    if (room < 0) throw tooMuch(mostBytes)
    if (data.length !== size || crc32(data) !== crc) throw broken(`its part ${name} is not what the file says of it`)
    files.set(name, data)
  }
  return files

  async function inflated(packed: Buffer, most: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let length = 0
    const stream = createInflateRaw()
    stream.end(packed)
    try {
      for await (const part of stream as AsyncIterable<Buffer>) {
        length += part.length
        if (length > most) throw tooMuch(mostBytes)
        parts.push(part)
      }
    } catch (cause) {
      if ((cause as { code?: unknown }).code === 'CTE_BAD_WORKBOOK') throw cause
      throw broken('a part of it cannot be unpacked', cause)
    }
    return Buffer.concat(parts)
  }
}

/** By the central directory, which every reader of zip files goes by. */
function* entriesOf(file: Buffer): Generator<Entry> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END) throw broken('it is no whole zip file')
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw broken('its list of parts is damaged')
    const method = file.readUInt16LE(at + 10)
    const length = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const local = file.readUInt32LE(at + 42)
    if (local + 30 > file.length) throw broken(`its part ${name} lies outside of it`)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (from + length > file.length) throw broken(`its part ${name} lies outside of it`)
    if (method !== STORED && method !== DEFLATED) throw broken(`its part ${name} is packed in a way not known here`)
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw broken('it is encrypted')
    const packed = file.subarray(from, from + length)
    yield { name, method, size: file.readUInt32LE(at + 24), crc: file.readUInt32LE(at + 16), packed }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}

const broken = (detail: string, cause?: unknown) => problem('CTE_BAD_WORKBOOK', { detail }, { cause })
const tooMuch = (most: number) =>
  problem('CTE_BAD_WORKBOOK', { detail: `it unpacks to more than ${Math.floor(most / 1024 / 1024)} MB` })
