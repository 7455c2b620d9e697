// A paper as a browser makes it: parsed, with its links and the numbers they stand for.
import { type DefaultTreeAdapterTypes, html, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

export interface PaperLink {
  href: string
  /** What it says. */
  text: string
  /** For figures: the number that the other end must have. */
  count: number | null
}

export function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}
export const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find(each => each.name === name)?.value

export function readPaper(text: string) {
  const elements = [...elementsOf(parse(text))].filter(({ namespaceURI }) => namespaceURI === html.NS.HTML)
  const links = elements
    .filter(({ tagName }) => tagName === 'a')
    .map((element): PaperLink => {
      const count = attribute(element, 'data-count')
      return {
        href: attribute(element, 'href') ?? '',
        text: textOf(element),
        count: count === undefined ? null : Number(count),
      }
    })
  const main = elements.find(({ tagName }) => tagName === 'main')!
  return { elements, links, text: textOf(main) }
}
