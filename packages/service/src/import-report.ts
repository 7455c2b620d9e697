import { fingerprint } from '@cte-align/contracts'
import type { Model } from 'mongoose'
import { z } from 'zod'
import type { ClientSession } from './database.ts'
import { defineErrors, type FieldError } from './errors.ts'

export const importProblem = defineErrors({
  CTE_IMPORT_REFUSED: {
    status: 422,
    title: 'Import refused',
    message: 'Nothing was imported. Faults: {count}; the first at {path}: {detail}',
  },
  CTE_IMPORT_OVERTAKEN: {
    status: 409,
    title: 'Import overtaken',
    message: 'Somebody wrote {what} while it was being imported. What is written is whole; import the file again',
  },
})

/** Something the data does not say. It is reported and stays a gap. */
export const Gap = z.strictObject({ code: z.string(), key: z.string(), message: z.string() })
export type Gap = z.infer<typeof Gap>

export const SectionReport = z.strictObject({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  notListed: z.array(z.string()).meta({ description: 'Here but not in the file: reported, never removed' }),
  kept: z
    .array(z.string())
    .meta({ description: 'Edited here since the last import, where the file says nothing new: kept' }),
})
export type SectionReport = z.infer<typeof SectionReport>

export const ImportReport = z.strictObject({
  dryRun: z.boolean(),
  sections: z.record(z.string(), SectionReport),
  gaps: z.array(Gap),
})
export type ImportReport = z.infer<typeof ImportReport>

/** Where a row was read: `source` names a text of the file's `sources`. */
export const ImportProvenance = {
  source: z.string().min(1).max(100),
  verified: z.boolean(),
  note: z.string().max(2000).nullable().default(null),
}

const MOST_FAULTS = 1000

/** Refuses the whole file where there is any fault; names each (the first thousand). */
export function refuseFaults(faults: FieldError[]): void {
  if (faults.length === 0) return
  const { path, message } = faults[0]!
  const values = { count: faults.length, path: path === '' ? 'the whole' : path, detail: message }
  throw importProblem('CTE_IMPORT_REFUSED', values, { errors: faults.slice(0, MOST_FAULTS) })
}

/** The file as the schema has it, or CTE_IMPORT_REFUSED with a JSON pointer to every fault. */
export function readImport<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  refuseFaults(result.error.issues.map(issue => ({ path: pointer(issue.path), message: issue.message })))
  throw result.error
}

const pointer = (path: PropertyKey[]): string =>
  path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A key that a section lists twice, and a source that the file does not explain. */
export function rowFaults(
  section: string,
  rows: { key: string; source: string }[],
  sources: Record<string, string>,
): FieldError[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ key, source }, index) => {
    const path = `/${section}/${index}`
    const faults: FieldError[] = []
    if (first.has(key)) faults.push({ path, message: `${key} is listed before, at /${section}/${first.get(key)}` })
    else first.set(key, index)
    if (!Object.hasOwn(sources, source)) faults.push({ path: `${path}/source`, message: `No source ${source}` })
    return faults
  })
}

/** A row with its natural key, as a store keeps it. `imported` is what the last import said of it. */
export type StoredRow<C extends object> = C & { _id: string; version: number; updatedAt: Date; imported: C }

export interface PlannedRow<C extends object> {
  key: string
  /** The version it is based on; 0 for a new row. */
  version: number
  content: C
  imported: C
  before: StoredRow<C> | null
}

/** What an import will do to one section. */
export interface SectionPlan<C extends object> {
  rows: PlannedRow<C>[]
  report: SectionReport
}

/**
 * Compares a file's rows with the stored ones. A field is taken over where the file says something else than the last
 * import did: what a person has edited since stays until the file itself changes there.
 */
export function planSection<C extends object>(listed: Map<string, C>, stored: StoredRow<C>[]): SectionPlan<C> {
  const known = new Map(stored.map(row => [row._id, row]))
  const report: SectionReport = { added: 0, changed: 0, unchanged: 0, notListed: [], kept: [] }
  const rows: PlannedRow<C>[] = []
  for (const [key, imported] of listed) {
    const before = known.get(key)
    if (before === undefined) {
      report.added++
      rows.push({ key, version: 0, content: imported, imported, before: null })
      continue
    }
    const fields = Object.keys(imported) as (keyof C)[]
    const news = fields.filter(field => !same(imported[field], before.imported[field]))
    if (fields.some(field => !news.includes(field) && !same(before[field], imported[field]))) report.kept.push(key)
    if (news.length === 0) {
      report.unchanged++
      continue
    }
    report.changed++
    const content = Object.fromEntries(
      fields.map(field => [field, news.includes(field) ? imported[field] : before[field]]),
    ) as C
    rows.push({ key, version: before.version, content, imported, before })
  }
  report.notListed = stored.map(row => row._id).filter(key => !listed.has(key))
  return { rows, report }
}

const same = (a: unknown, b: unknown): boolean => fingerprint(a) === fingerprint(b)

/** Writes planned rows in the transaction, or throws CTE_IMPORT_OVERTAKEN where one is no longer as it was planned on. */
export async function writeRows<C extends object>(
  session: ClientSession,
  model: Model<StoredRow<C>>,
  rows: PlannedRow<C>[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return
  const overtaken = (cause?: unknown) => importProblem('CTE_IMPORT_OVERTAKEN', { what: model.modelName }, { cause })
  const operations = rows.map(({ key, version, content, imported }) => {
    const fields = { ...content, imported, version: version + 1, updatedAt: at }
    return version === 0
      ? { insertOne: { document: { _id: key, ...fields } } }
      : { updateOne: { filter: { _id: key, version }, update: { $set: fields } } }
  })
  try {
    const result = await model.collection.bulkWrite(operations as never[], { session })
    if (result.insertedCount + result.matchedCount < rows.length) throw overtaken()
  } catch (error) {
    throw (error as { code?: unknown }).code === 11000 ? overtaken(error) : error
  }
}

/** Pieces of at most `size`, in order: one transaction each. */
export function* inBatches<T>(rows: T[], size = 200): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}
