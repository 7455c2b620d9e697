import type { ItemKind } from '@cte-align/contracts'
import { type Reading, type TableRow, textOf } from '@cte-align/service'

/** A coding scheme that others publish, and how its code is read off their tables. */
export interface Scheme {
  name: string
  kind: ItemKind
  code: RegExp
  example: string
  /** Codes that stand for "no match" in the publishers' crosswalks. */
  nothing: RegExp
  /** Groups of codes, which publishers list among them. */
  group: RegExp
  codes: readonly string[]
  titles: readonly string[]
  /** Puts back what a spreadsheet took away, where only one code can be meant. */
  mend(text: string): string
}

export const SCHEMES = {
  cip: {
    name: 'CIP',
    kind: 'program',
    code: /^\d{2}\.\d{4}$/,
    example: '01.0000',
    nothing: /^99\.\d+$/,
    group: /^\d{2}(?:\.\d{2})?$/,
    codes: ['CIP Code (2020)', 'CIP Code', 'CIP2020Code', 'CIP 2020'],
    titles: ['CIP Title (2020)', 'CIP Title', 'CIP2020Title'],
    mend: text => text.replace(/^(\d\.\d{4})$/, '0$1'),
  },
  soc: {
    name: 'SOC',
    kind: 'occupation',
    code: /^\d{2}-\d{4}$/,
    example: '11-1011',
    nothing: /^99-9999$/,
    // No more: publishers list broad codes such as 13-1020 as occupations where data are not split further.
    group: /^\d{2}-0000$/,
    codes: ['SOC Code', 'SOC 2018', 'SOC2018Code', 'SOC 2018 Code'],
    titles: ['Occupation Title', 'SOC Title', 'SOC2018Title'],
    mend: text => text,
  },
  top: {
    name: 'TOP',
    kind: 'program',
    code: /^\d{4}\.\d{2}$/,
    example: '0101.00',
    nothing: /^9999\.99$/,
    group: /^$/,
    codes: ['TOP Code', 'TOP'],
    titles: ['TOP Title', 'Title'],
    mend: text => text.replace(/^(\d{3}\.\d{2})$/, '0$1').replace(/^(\d{4})(\d{2})$/, '$1.$2'),
  },
} satisfies Record<string, Scheme>
export type SchemeName = keyof typeof SCHEMES

/** A code as published; undefined where the cell holds none, which is a fault of its row. */
export function readCode<K extends string>(
  scheme: Scheme,
  row: TableRow<K>,
  column: K,
  { faults, tidied }: Reading,
): string | undefined {
  const given = textOf(row.cells[column])
  const code = scheme.mend(given)
  if (scheme.code.test(code) || scheme.nothing.test(code)) {
    if (code !== given) tidied.push({ at: row.at(column), from: given, to: code })
    return code
  }
  const number = typeof row.cells[column] === 'number' || /^\d+(?:\.\d+)?$/.test(given)
  const hint = number ? '; if zeros were lost, store the column as text' : ''
  const message =
    given === '' ? `No ${scheme.name} code` : `${given} is no ${scheme.name} code such as ${scheme.example}${hint}`
  faults.push({ path: row.at(column), message })
  return undefined
}
