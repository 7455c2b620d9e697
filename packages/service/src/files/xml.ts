import { problem } from './errors.ts'

/** What is met on the way through an XML file. Names are without their prefix; texts are raw: `decoded` reads them. */
export interface XmlVisitor {
  open(name: string, attributes: () => Record<string, string>): void
  close(name: string): void
  text(raw: string, isCdata: boolean): void
}

/** Longer than any tag that a program writes in a workbook. */
const LONGEST_TAG = 16_384

/**
 * Goes through an XML file once, from its first character to its last, in time that grows with its length. Throws CTE_BAD_WORKBOOK
 * where it is not well formed, and for a document type: no entity but the five of XML and numbers is known here, so none can grow.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const until = next < 0 ? xml.length : next
    if (until > at) visitor.text(xml.slice(at, until), false)
    if (next < 0) break
    at = xml[next + 1] === '!' || xml[next + 1] === '?' ? passOver(xml, next, visitor) : tag(next)
  }
  if (open.length > 0) throw malformed()

  function tag(from: number): number {
    const end = endOfTag(xml, from)
    if (xml[from + 1] === '/') {
      const name = localName(xml.slice(from + 2, end).trim())
      if (open.pop() !== name) throw malformed()
      visitor.close(name)
      return end + 1
    }
    const isEmpty = xml[end - 1] === '/'
    const inside = xml.slice(from + 1, isEmpty ? end - 1 : end)
    const [whole = ''] = /^[^\s]*/.exec(inside)!
    const name = localName(whole)
    if (name === '') throw malformed()
    visitor.open(name, () => attributesOf(inside.slice(whole.length)))
    if (isEmpty) visitor.close(name)
    else open.push(name)
    return end + 1
  }
}

/** Comments and instructions; what stands in CDATA is text. */
function passOver(xml: string, from: number, visitor: XmlVisitor): number {
  const after = (end: string, start: number): number => {
    const found = xml.indexOf(end, start)
    if (found < 0) throw malformed()
    return found + end.length
  }
  if (xml.startsWith('<!--', from)) return after('-->', from + 4)
  if (xml.startsWith('<?', from)) return after('?>', from + 2)
  if (!xml.startsWith('<![CDATA[', from)) throw problem('CTE_BAD_WORKBOOK', { detail: 'it declares a document type' })
  const end = after(']]>', from + 9)
  visitor.text(xml.slice(from + 9, end - 3), true)
  return end
}

/** The `>` that ends a tag: one in quotes does not. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < xml.length && at - from < LONGEST_TAG; at++) {
    const char = xml[at]!
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '>') return at
    else if (char === '"' || char === "'") quote = char
    else if (char === '<') break
  }
  throw malformed()
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (let at = 0; text.slice(at).trim() !== ''; ) {
    const equals = text.indexOf('=', at)
    const begin = equals < 0 ? -1 : text.slice(equals + 1).search(/\S/) + equals + 1
    const quote = text[begin]
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, begin + 1) : -1
    if (end < 0) throw malformed()
    found[localName(text.slice(at, equals).trim())] = decoded(text.slice(begin + 1, end))
    at = end + 1
  }
  return found
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A raw text as it is meant. */
export function decoded(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()]!
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export const malformed = () => problem('CTE_BAD_WORKBOOK', { detail: 'its XML is not well formed' })
