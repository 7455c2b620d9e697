import { type DefaultTreeAdapterTypes, html, parse } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

export function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node && node.namespaceURI === html.NS.HTML) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}
export const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find(each => each.name === name)?.value

/** What of a document would stand in the way of somebody who does not see it, in words. */
export function checkStructure(text: string): string[] {
  const faults: string[] = []
  const document = parse(text, {
    onParseError: ({ code, startLine }) => faults.push(`line ${startLine}: ${code}`),
  })
  const elements = [...elementsOf(document)]
  const all = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName))
  const must = (held: boolean, what: string) => held || faults.push(what)

  must(attribute(all('html')[0]!, 'lang') === 'en', 'no language')
  must(textOf(all('title')[0]!).length > 0, 'no title')
  must(all('main').length === 1 && all('h1').length === 1, 'not one main with one h1')
  must(
    all('meta').some(meta => attribute(meta, 'name') === 'viewport'),
    'no viewport',
  )
  const levels = all('h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]))
  for (const [at, level] of levels.entries()) must(level <= (levels[at - 1] ?? 0) + 1, `heading ${at} skips a level`)
  for (const heading of all('h1', 'h2', 'h3')) must(textOf(heading).trim() !== '', 'an empty heading')

  const ids = elements.map(element => attribute(element, 'id')).filter(id => id !== undefined)
  must(new Set(ids).size === ids.length, 'an id is used twice')
  for (const table of all('table')) checkTable(table, ids, must)
  for (const link of all('a')) must(textOf(link).trim() !== '' && attribute(link, 'href') !== '', 'an empty link')
  for (const one of elements)
    for (const { name } of one.attrs) must(!/^on|^style$/.test(name), `${one.tagName} has ${name}`)
  return faults
}

function checkTable(table: Element, ids: string[], must: (held: boolean, what: string) => unknown): void {
  const inside = [...elementsOf(table)]
  const caption = inside.find(({ tagName }) => tagName === 'caption')
  must(caption !== undefined && textOf(caption).trim() !== '', 'a table without a caption')
  for (const cell of inside.filter(({ tagName }) => tagName === 'th'))
    must(['col', 'row'].includes(attribute(cell, 'scope') ?? ''), 'a heading cell without scope')
  const rows = inside.filter(({ tagName }) => tagName === 'tr')
  const widths = rows.map(row => [...elementsOf(row)].filter(({ tagName }) => /^t[hd]$/.test(tagName)).length)
  must(new Set(widths).size === 1, `rows of ${widths.join(', ')} cells`)
  const region = table.parentNode as Element
  must(
    attribute(region, 'role') === 'region' && attribute(region, 'tabindex') === '0',
    'a table that cannot be scrolled',
  )
  must(ids.includes(attribute(region, 'aria-labelledby') ?? ''), 'a region without a name')
}
