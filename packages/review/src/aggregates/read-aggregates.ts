import { SchoolYear } from '@cte-align/contracts'
import { type Column, type FieldError, type TableRow, textOf } from '@cte-align/service'
import { type AggregateCountDoc, type CountedKind, MEASURES, type Measure } from './models.ts'

export type CountRow = Pick<AggregateCountDoc, 'key' | 'schoolYear' | 'measure' | 'count' | 'sector' | 'leaType'>

export const AGGREGATE_COLUMNS = {
  key: { headings: ['Code', 'Course Code', 'State Course Code', 'Authorization'] },
  schoolYear: { headings: ['School Year', 'Academic Year'] },
  measure: { headings: ['Measure'] },
  count: { headings: ['Count'] },
  sector: { headings: ['Sector'], optional: true },
  leaType: { headings: ['LEA Type'], optional: true },
} satisfies Record<string, Column>
type Field = keyof typeof AGGREGATE_COLUMNS

/** Kinds of local educational agency. A name would tell who is meant, and is refused. */
export const LEA_TYPES = ['district', 'county office', 'charter'] as const
const KEYS: Record<CountedKind, { pattern: RegExp; example: string; measures: readonly Measure[] }> = {
  'course-code': { pattern: /^[0-9]{4}(?:-[A-Za-z0-9/]{1,10})?$/, example: '7311', measures: MEASURES },
  authorization: {
    pattern: /^[A-Za-z0-9_]{1,10}\/[A-Za-z0-9_]{1,10}\/[A-Za-z0-9_]{1,10}$/,
    example: 'CTE/R4T/ANR',
    measures: ['holders'],
  },
}
/** Below it a count of people may tell who they are (practice of the state's reports; no stored source). Sections are no people. */
const SMALLEST_TOLD = 11
const SUPPRESSED = '*'

/** Every row of a file, or every fault by row and column. `sectorsOf`: the sectors of a dependent, none where it is not known. */
export async function readAggregates(
  rows: AsyncIterable<TableRow<Field>>,
  { kind, sectorsOf }: { kind: CountedKind; sectorsOf: (key: string) => readonly string[] },
): Promise<{ counts: CountRow[]; faults: FieldError[] }> {
  const counts: CountRow[] = []
  const faults: FieldError[] = []
  const seen = new Map<string, number>()
  const whole = new Map<string, boolean>()
  for await (const row of rows) {
    const text = (field: Field) => textOf(row.cells[field] ?? null)
    const before = faults.length
    const fault = (field: Field, message: string) => faults.push({ path: row.at(field), message })
    const { pattern, example, measures } = KEYS[kind]
    const key = text('key')
    if (!pattern.test(key)) fault('key', `must be a code, as in ${example}`)
    const year = SchoolYear.safeParse(text('schoolYear'))
    if (!year.success) fault('schoolYear', year.error.issues[0]!.message)
    const measure = measures.find(each => each === text('measure').toLowerCase())
    if (measure === undefined) fault('measure', `must be one of ${measures.join(', ')}`)
    const count = readCount(text('count'), measure)
    if (typeof count === 'string') fault('count', count)
    const sector = text('sector') || null
    const sectors = sectorsOf(key)
    if (sector !== null && sectors.length > 0 && !sectors.includes(sector))
      fault('sector', `${key} belongs to ${sectors.join(', ')}`)
    const leaType = text('leaType').toLowerCase() || null
    if (leaType !== null && !LEA_TYPES.some(each => each === leaType))
      fault('leaType', `must be one of ${LEA_TYPES.join(', ')}, never a name`)
    if (faults.length > before) continue

    const counted = `${key} ${text('schoolYear')} ${measure}`
    const cell = `${counted} ${sector ?? ''} ${leaType ?? ''}`
    const first = seen.get(cell)
    const isWhole = sector === null && leaType === null
    if (first !== undefined) fault('key', `says the same as row ${first}`)
    else if ((whole.get(counted) ?? isWhole) !== isWhole)
      fault('count', `counts ${counted} twice: give the whole, or its parts`)
    seen.set(cell, first ?? row.number)
    whole.set(counted, isWhole)
    counts.push({ key, schoolYear: year.data!, measure: measure!, count: count as number | null, sector, leaType })
  }
  return { counts, faults }
}

/** The count, null where it is suppressed, or what is wrong with it. */
function readCount(text: string, measure: Measure | undefined): number | null | string {
  if (text === SUPPRESSED) return null
  if (!/^[0-9]{1,8}$/.test(text)) return 'must be a whole number, or * where its source suppresses it'
  const count = Number(text)
  if (measure === 'sections' || count === 0 || count >= SMALLEST_TOLD) return count
  return `1 to ${SMALLEST_TOLD - 1} people are a small cell that may tell who they are: write *`
}
