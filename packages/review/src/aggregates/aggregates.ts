import { type Actor, fingerprint, idFrom } from '@cte-align/contracts'
import { inBatches, refuseFaults, type SentFile } from '@cte-align/service'
import type { PipelineStage } from 'mongoose'
import type { ReviewModels } from '../models/models.ts'
import type { LinkStore } from '../surroundings.ts'
import type { AggregateCountDoc, AggregateLoadDoc, CountedKind, Measure } from './models.ts'
import { AGGREGATE_COLUMNS, type CountRow, readAggregates } from './read-aggregates.ts'

const MOST_ROWS = 100_000
export const MOST_AGGREGATE_BYTES = 20 * 1024 * 1024

/** What is known of a dependent in a school year: the newest load that says anything of it. */
export interface StandingCount {
  key: string
  schoolYear: string
  measure: Measure
  /** The sum of its parts; null where all of it is suppressed. With `suppressed` it is the least that it can be. */
  count: number | null
  suppressed: boolean
  load: string
  asOf: string
}
export interface CountFilter {
  keys?: readonly string[] | undefined
  schoolYear?: string | undefined
  measure?: Measure | undefined
}
export interface LoadReport {
  dryRun: boolean
  outcome: 'loaded' | 'would-be-loaded' | 'loaded-before'
  load: AggregateLoadDoc
  /** What stands afterwards beside what stood: nothing is deleted, the newest day is what counts. */
  standing: { added: number; changed: number; unchanged: number; older: number }
  /** That hang on nothing here: kept, and weighing nothing until they do. */
  unknownKeys: string[]
}

/** Counts of sections, pupils or holders by dependent. Aggregates only: no row is about anybody. */
export function createAggregates({
  models,
  links,
  kind,
  now,
}: {
  models: ReviewModels
  links: LinkStore
  kind: CountedKind
  now: () => Date
}) {
  const { AggregateLoad, AggregateCount } = models

  /** What stands: of each dependent, year and measure the load of the newest day; of one day the one that came last. */
  async function standing({ keys, schoolYear, measure }: CountFilter): Promise<StandingCount[]> {
    const loads = await AggregateLoad.find({}, { _id: 1 }).lean()
    const where = {
      load: { $in: loads.map(({ _id }) => _id) },
      ...(keys !== undefined && { key: { $in: keys } }),
      ...(schoolYear !== undefined && { schoolYear }),
      ...(measure !== undefined && { measure }),
    }
    const of = { key: '$key', schoolYear: '$schoolYear', measure: '$measure' }
    const first = Object.fromEntries(
      ['load', 'asOf', 'count', 'told', 'parts'].map(field => [field, { $first: `$${field}` }]),
    )
    const stages = [
      { $match: where },
      {
        $group: {
          _id: { ...of, load: '$load' },
          ...{ load: { $first: '$load' }, asOf: { $first: '$asOf' }, at: { $first: '$at' } },
          ...{
            count: { $sum: '$count' },
            parts: { $sum: 1 },
            told: { $sum: { $cond: [{ $eq: ['$count', null] }, 0, 1] } },
          },
        },
      },
      { $sort: { asOf: -1, at: -1, load: 1 } },
      { $group: { _id: { key: '$_id.key', schoolYear: '$_id.schoolYear', measure: '$_id.measure' }, ...first } },
      { $sort: { '_id.key': 1, '_id.schoolYear': 1, '_id.measure': 1 } },
    ] as PipelineStage[]
    const rows = await AggregateCount.aggregate<StandingRow>(stages)
    return rows.map(({ _id, load, asOf, count, told, parts }) => ({
      ..._id,
      count: told === 0 ? null : count,
      suppressed: told < parts,
      ...{ load, asOf },
    }))
  }

  async function compare(counts: CountRow[], asOf: string): Promise<LoadReport['standing']> {
    const given = new Map<string, { count: number; told: number; parts: number }>()
    for (const { key, schoolYear, measure, count } of counts) {
      const name = `${key} ${schoolYear} ${measure}`
      const sum = given.get(name) ?? { count: 0, told: 0, parts: 0 }
      given.set(name, {
        count: sum.count + (count ?? 0),
        told: sum.told + Number(count !== null),
        parts: sum.parts + 1,
      })
    }
    const before = new Map((await standing({})).map(each => [`${each.key} ${each.schoolYear} ${each.measure}`, each]))
    const report = { added: 0, changed: 0, unchanged: 0, older: 0 }
    for (const [name, { count, told, parts }] of given) {
      const known = before.get(name)
      if (known === undefined) report.added++
      else if (known.asOf > asOf) report.older++
      else if (known.count === (told === 0 ? null : count) && known.suppressed === told < parts) report.unchanged++
      else report.changed++
    }
    return report
  }

  return {
    standing,
    /** Newest first. */
    loads: () => AggregateLoad.find().sort({ asOf: -1, at: -1, _id: 1 }).lean(),
    /** The newest school year that any load has counts of a measure for. */
    async newestYear(measure: Measure): Promise<string | null> {
      const found = await standing({ measure })
      return found.reduce<string | null>(
        (newest, { schoolYear }) => (newest === null || schoolYear > newest ? schoolYear : newest),
        null,
      )
    },
    /** Takes a file in, whole or not at all. The same again changes nothing. */
    async load(
      file: SentFile,
      about: Pick<AggregateLoadDoc, 'source' | 'verified' | 'asOf'>,
      { by, dryRun }: { by: Actor; dryRun: boolean },
    ): Promise<LoadReport> {
      const sectors = new Map<string, string[]>()
      const known = new Set<string>()
      for (const { dependent, item, lineage } of await links.own()) {
        known.add(dependent.key)
        const top = lineage.at(-1) ?? item
        if (top !== null) sectors.set(dependent.key, [...(sectors.get(dependent.key) ?? []), top.key])
      }
      const rows = file.rows(AGGREGATE_COLUMNS, { mostBytes: MOST_AGGREGATE_BYTES, mostRows: MOST_ROWS })
      const { counts, faults } = await readAggregates(rows, { kind, sectorsOf: key => sectors.get(key) ?? [] })
      if (counts.length + faults.length === 0) faults.push({ path: '/rows', message: 'there is no row' })
      refuseFaults(faults)
      const _id = idFrom('aggregates', kind, about.source, about.asOf, fingerprint(counts))
      const load: AggregateLoadDoc = { _id, ...about, rows: counts.length, by, at: now() }
      const before = await AggregateLoad.findById(_id).lean()
      const unknownKeys = [...new Set(counts.map(({ key }) => key))].filter(key => !known.has(key))
      const report = { dryRun, load: before ?? load, unknownKeys, standing: await compare(counts, about.asOf) }
      if (before !== null) return { ...report, outcome: 'loaded-before' }
      if (dryRun) return { ...report, outcome: 'would-be-loaded' }
      for (const batch of inBatches(
        counts.map((row, n) => ({ ...row, _id: `${_id}:${n}`, load: _id, asOf: load.asOf, at: load.at })),
        5000,
      ))
        await AggregateCount.bulkWrite(batch.map(replacing), { ordered: false })
      // Last, so that what a crash left half written never shows; whoever loads the same file again finishes it.
      await AggregateLoad.updateOne({ _id }, { $setOnInsert: load }, { upsert: true })
      return { ...report, outcome: 'loaded' }
    },
  }
}
export type AggregateStore = ReturnType<typeof createAggregates>

type StandingRow = {
  _id: Pick<StandingCount, 'key' | 'schoolYear' | 'measure'>
  load: string
  asOf: string
  count: number
  told: number
  parts: number
}

const replacing = ({ _id, ...replacement }: AggregateCountDoc) => ({
  replaceOne: { filter: { _id }, replacement, upsert: true },
})
