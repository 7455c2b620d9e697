import { checkFieldLimit } from '@cte-align/impact'
import { type Column, findPersonal, problem, type SentFile, textOf } from '@cte-align/service'
import { z } from 'zod'

export const DISTRICT_COLUMNS = {
  code: { headings: ['State Course Code', 'CRS-State Course Code', 'Course Code', 'Code', '9.07'] },
  localCourseId: { headings: ['Local Course ID', 'CRS-Local Course ID', '9.08'], optional: true },
  name: { headings: ['Course Name', 'CRS-Course Name', '9.09'], optional: true },
} satisfies Record<string, Column>

export const MOST_BYTES = 5 * 1024 * 1024
export const MOST_ROWS = 20_000

const text = (most: number) => z.string().max(most).default('')
/** The list as JSON. Nothing else is taken along: a column about persons is not known here. */
export const DistrictRows = z
  .array(z.strictObject({ code: z.string().max(60), localCourseId: text(60), name: text(300) }))
  .max(MOST_ROWS)

export interface DistrictRow {
  /** In the file, its heading being 1; in JSON from 1. */
  row: number
  code: string
  localCourseId: string
  name: string
  remarks: string[]
}

/** The rows as sent, in their order, with what is odd about each. Throws where anything looks like a person. */
export async function districtRows(body: SentFile | z.infer<typeof DistrictRows>): Promise<DistrictRow[]> {
  const rows: DistrictRow[] = []
  if (Array.isArray(body))
    for (const [n, given] of body.entries()) rows.push({ row: n + 1, ...plain(given, n), remarks: [] })
  else
    for await (const { number, cells } of body.rows(DISTRICT_COLUMNS, { mostBytes: MOST_BYTES, mostRows: MOST_ROWS })) {
      const cell = (column: keyof typeof DISTRICT_COLUMNS) => textOf(cells[column] ?? null)
      rows.push({
        row: number,
        code: cell('code'),
        localCourseId: cell('localCourseId'),
        name: cell('name'),
        remarks: [],
      })
    }
  remark(rows)
  return rows
}

function plain(given: z.infer<typeof DistrictRows>[number], n: number) {
  for (const [field, value] of Object.entries(given)) {
    const found = findPersonal(value)
    const path = `/body/${n}/${field}`
    if (found !== null)
      throw problem(
        'CTE_LOOKS_LIKE_PERSONS',
        { where: `${path} (${found.what})` },
        { errors: [{ path, message: 'looks like a person' }] },
      )
  }
  return given
}

function remark(rows: DistrictRow[]): void {
  const said = new Map<string, number>()
  const mapped = new Map<string, DistrictRow>()
  for (const each of rows) {
    const { row, code, localCourseId, remarks } = each
    if (code === '') remarks.push('has no code')
    const same = said.get(`${code}\n${localCourseId}`)
    if (same !== undefined) remarks.push(`says the same as row ${same}`)
    else said.set(`${code}\n${localCourseId}`, row)
    if (localCourseId === '') continue
    const limit = checkFieldLimit('local-course-id', localCourseId)
    if (limit.verdict === 'refused') remarks.push(limit.message)
    const other = mapped.get(localCourseId)
    if (other === undefined) mapped.set(localCourseId, each)
    else if (other.code !== code)
      remarks.push(
        `row ${other.row} maps ${localCourseId} to ${other.code}: one Local Course ID has one state code (CRSE0231)`,
      )
  }
}
