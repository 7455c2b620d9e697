import { CodeSetRow, CourseLevel, EffectiveBound, firstDayOfBound, lastDayOfBound } from '@cte-align/contracts'
import { type Reading, textOf } from '@cte-align/service'
import type { CodeSetColumn, CodeSetTableRow } from './read-code-set.ts'

/** How our own exports write what nobody says; an empty cell says as much. */
export const UNKNOWN = 'unknown'
const MOST = { title: 500, description: 10_000, sectorName: 300, pathwayName: 300 } as const

/** One code as the row has it; undefined, with a fault for each cell, where it cannot be. Nothing is read out of the digits or the title. */
export function readCodeSetRow(row: CodeSetTableRow, reading: Reading): CodeSetRow | undefined {
  const before = reading.faults.length
  const refuse = (column: CodeSetColumn, message: string): null => {
    reading.faults.push({ path: row.at(column), message })
    return null
  }
  const text = (column: CodeSetColumn): string => {
    const cell = row.cells[column] ?? null
    const read = textOf(cell)
    if (typeof cell === 'string' && cell !== read)
      reading.tidied.push({ at: row.at(column), from: cell.slice(0, 200), to: read.slice(0, 200) })
    return read
  }
  const words = (column: keyof typeof MOST): string | null => {
    const read = text(column)
    if (read.length > MOST[column]) return refuse(column, `is longer than ${MOST[column]} characters`)
    return read === '' || read.toLowerCase() === UNKNOWN ? null : read
  }
  const bound = (column: 'effectiveFrom' | 'effectiveTo'): EffectiveBound | null => {
    const read = text(column)
    if (read === '' || read.toLowerCase() === UNKNOWN) return null
    const parsed = EffectiveBound.safeParse(asBound(read))
    if (parsed.success) return parsed.data
    return refuse(column, `${read} is neither a school year (2026-27) nor a day (2026-07-01 or 7/1/2026) nor unknown`)
  }
  const code = text('code')
  if (code === '') refuse('code', 'is blank: each row names its code')
  else if (!CodeSetRow.shape.code.safeParse(code).success)
    refuse('code', `${code} is no course code: four digits, as in 7110, with a subcategory where it has one (9000-01)`)
  const title = words('title') ?? refuse('title', 'is blank: each code has a name')
  const [effectiveFrom, effectiveTo] = [bound('effectiveFrom'), bound('effectiveTo')]
  if (effectiveFrom !== null && effectiveTo !== null && firstDayOfBound(effectiveFrom) > lastDayOfBound(effectiveTo))
    refuse('effectiveTo', `${effectiveTo} is before ${effectiveFrom}`)
  const level = levelOf(text('level'))
  if (level === undefined) refuse('level', `is none of ${CourseLevel.options.join(', ')} and not unknown`)
  const pathwayCode = text('pathwayCode')
  if (!/^(?:[0-9]{3}|unknown|)$/i.test(pathwayCode))
    refuse(
      'pathwayCode',
      `${pathwayCode} is no pathway code: field 11.13 takes three digits (sub-pathways are reported under theirs)`,
    )
  const rest = {
    description: words('description'),
    sectorName: words('sectorName'),
    pathwayName: words('pathwayName'),
    pathwayCode: /^[0-9]{3}$/.test(pathwayCode) ? pathwayCode : null,
  }
  if (reading.faults.length > before) return undefined
  return { code, title: title!, level: level ?? null, ...rest, effectiveFrom, effectiveTo }
}

function levelOf(text: string): CourseLevel | null | undefined {
  const word = text.toLowerCase()
  if (word === '' || word === UNKNOWN) return null
  const parsed = CourseLevel.safeParse(word)
  return parsed.success ? parsed.data : undefined
}

/** 7/1/2026 as a day, 2026-2027 as a school year; anything else as it is. */
function asBound(text: string): string {
  const american = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(text)
  if (american !== null) {
    const [, month = '', day = '', year = ''] = american
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return text.replace(/^([0-9]{4})-[0-9]{2}([0-9]{2})$/, '$1-$2')
}
