import { problem } from './errors.ts'
import { type Surroundings, unescaped } from './sheet-xml.ts'
import { decoded, walkXml } from './xml.ts'

/** A part by its name, as text; null where it is not there. */
export type PartText = (name: string) => string | null

/** Sheets by the name that a person sees, with the part that holds each, in their order. */
export function sheetsIn(part: PartText): { name: string; part: string }[] {
  const targets = new Map(
    tagsIn(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ Id, Target = '' }) => [Id, Target] as const),
  )
  return tagsIn(part('xl/workbook.xml'), 'sheet').map(({ name = '', id }) => {
    const target = targets.get(id)
    if (target === undefined) throw problem('CTE_BAD_WORKBOOK', { detail: `its sheet ${name} is not there` })
    return { name: unescaped(name), part: target.startsWith('/') ? target.slice(1) : `xl/${target}` }
  })
}

/** What cells refer to. */
export function surroundingsIn(part: PartText): Surroundings {
  const styles = part('xl/styles.xml')
  const custom = new Map(
    tagsIn(styles, 'numFmt').map(({ numFmtId, formatCode = '' }) => [numFmtId, showsDate(formatCode)] as const),
  )
  const isDate = tagsIn(styles, 'xf', 'cellXfs').map(
    ({ numFmtId }) => custom.get(numFmtId) ?? BUILT_IN_DATES.has(Number(numFmtId)),
  )
  return {
    texts: textsIn(part('xl/sharedStrings.xml')),
    isDate: style => style !== undefined && (isDate[Number(style)] ?? false),
    is1904: tagsIn(part('xl/workbook.xml'), 'workbookPr').some(
      ({ date1904 }) => date1904 === '1' || date1904 === 'true',
    ),
  }
}

/** Formats that a workbook need not describe (ECMA-376, 18.8.30). */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22],
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58],
])

/** Whether a format has a letter of a date or time, outside of quotes, brackets and what is escaped. */
const showsDate = (format: string): boolean => /[ymdhs]/i.test(format.replace(/"[^"]*"?|\[[^\]]*\]?|\\.|general/gi, ''))

/** The texts that cells name by number. Of rich text all runs together; how it is pronounced is left out. */
function textsIn(xml: string | null): string[] {
  const texts: string[] = []
  if (xml === null) return texts
  let text = ''
  let reading = false
  let phonetic = false
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') reading = !phonetic
    },
    close(name) {
      if (name === 'si') texts.push(unescaped(text))
      else if (name === 'rPh') phonetic = false
      else if (name === 't') reading = false
    },
    text(raw, isCdata) {
      if (reading) text += isCdata ? raw : decoded(raw)
    },
  })
  return texts
}

/** The attributes of all tags of a name; with `within`, of those inside of another alone. */
function tagsIn(xml: string | null, wanted: string, within?: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  if (xml === null) return found
  let inside = within === undefined
  walkXml(xml, {
    open(name, attributes) {
      if (name === within) inside = true
      else if (name === wanted && inside) found.push(attributes())
    },
    close(name) {
      if (name === within) inside = false
    },
    text() {},
  })
  return found
}
