/** A small model of a printable document. Content builders make one, `to-html.ts` and `to-markdown.ts` write it; neither trusts a text. */
export interface Paper {
  title: string
  /** Above the title: whose paper it is, and that it is a draft. */
  kicker: string
  blocks: Block[]
  /** How it was made, and how to make it again. */
  footer: Block[]
}

/** A record or a query that answers for what is said: of this service, of another, or on the web. */
export type Target = { service: 'standards' | 'credentials' | 'course-codes'; path: string } | { url: string }

/** `words`: somebody else's, set apart from ours. `blank`: to be filled in by hand. */
export type Inline =
  | string
  | { words: string }
  | { code: string }
  | { strong: string }
  | { blank: string }
  | Figure
  | { link: string; at: Target; about?: string }

/** A number that is counted anew whenever somebody follows it. `text` holds it (`11 course codes`); `about` says of what where the text alone does not. */
export interface Figure {
  figure: number
  text: string
  at: Target
  about?: string
}
export type Line = readonly Inline[]

export type Block =
  | { block: 'heading'; level: 2 | 3; text: string; newPage?: true }
  | { block: 'paragraph'; line: Line }
  | { block: 'note'; label: string; line: Line }
  | { block: 'list'; items: readonly Line[] }
  | { block: 'terms'; items: readonly { term: string; line: Line }[] }
  | { block: 'command'; text: string }
  | Table

/** The first cell of each row is its heading. */
export interface Table {
  block: 'table'
  caption: string
  columns: readonly string[]
  rows: readonly (readonly Line[])[]
}

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ block: 'heading', level, text })
export const paragraph = (...line: Inline[]): Block => ({ block: 'paragraph', line })
export const note = (label: string, ...line: Inline[]): Block => ({ block: 'note', label, line })
export const list = (items: readonly Line[]): Block[] => (items.length === 0 ? [] : [{ block: 'list', items }])
export const terms = (items: readonly { term: string; line: Line }[]): Block => ({ block: 'terms', items })
/** No rows, no table. */
export const table = (caption: string, columns: readonly string[], rows: readonly (readonly Line[])[]): Block[] =>
  rows.length === 0 ? [] : [{ block: 'table', caption, columns, rows }]

export const words = (text: string): Inline => ({ words: text })
export const link = (text: string, at: Target, about?: string): Inline => ({
  link: text,
  at,
  ...(about !== undefined && { about }),
})

/** `11 course codes`, `1 course code`, `no course code`. */
export function counted(figure: number, [one, many]: readonly [string, string], at: Target): Figure {
  return { figure, text: `${figure === 0 ? 'no' : numeral(figure)} ${figure === 1 || figure === 0 ? one : many}`, at }
}

/** A number alone, as in a cell; `about` tells those who hear the link by itself what it counts. */
export const figure = (count: number, about: string, at: Target): Figure => ({
  figure: count,
  text: numeral(count),
  at,
  about,
})

export const numeral = (count: number): string => count.toLocaleString('en-US')

/** Lines of text one behind the other, with something between them. */
export function joined(lines: readonly Line[], between = '; '): Inline[] {
  return lines.flatMap((line, at) => (at === 0 ? line : [between, ...line]))
}
