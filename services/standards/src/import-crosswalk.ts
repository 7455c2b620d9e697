import { CrosswalkPurpose, Relation, Slug } from '@cte-align/contracts'
import { findItem, type Tree } from '@cte-align/impact'
import { type FieldError, ImportProvenance, rowFaults } from '@cte-align/service'
import { z } from 'zod'
import type { CrosswalkDoc, RelationDoc } from './crosswalk.ts'
import { provenanceOf } from './import-framework.ts'
import { planRelations, type RelationRow, type RelationsPlan } from './plan-relations.ts'
import { endIn } from './relation-ends.ts'

/** A crosswalk as a file. What it brings is draft, whoever sends it: people review and accept. */
export const CrosswalkFile = z.strictObject({
  format: z.literal('cte-align/crosswalk@1'),
  sources: z.record(z.string(), z.string().max(4000)),
  crosswalk: z.strictObject({
    key: Slug,
    title: z.string().min(1).max(300),
    from: Slug,
    to: Slug,
    purpose: CrosswalkPurpose.optional().meta({ description: 'alignment where it is not said' }),
  }),
  relations: z
    .array(
      z.strictObject({
        from: z.string().max(170),
        to: z.string().max(170).nullable(),
        relation: Relation,
        state: z.literal('draft'),
        originalWord: z.string().max(100).nullable(),
        combination: z.string().max(80).nullable().optional(),
        approximate: z.boolean().optional(),
        ...ImportProvenance,
      }),
    )
    .max(12_000),
})
export type CrosswalkFile = z.infer<typeof CrosswalkFile>
export type CrosswalkHead = CrosswalkFile['crosswalk']

/** Both frameworks at their newest releases. */
export interface Ends {
  from: Tree
  to: Tree
  fromHead: number
  toHead: number
}

/** A crosswalk joins the same two frameworks, for the same purpose, forever. */
export function headFaults(known: CrosswalkDoc | null, { key, from, to, purpose }: CrosswalkHead): FieldError[] {
  if (known === null) return []
  if (known.from !== from || known.to !== to)
    return [{ path: '/crosswalk', message: `${key} joins ${known.from} and ${known.to}` }]
  if (purpose === undefined || (known.purpose ?? 'alignment') === purpose) return []
  return [{ path: '/crosswalk/purpose', message: `${key} is for ${known.purpose}, and stays so` }]
}

/** A file's rows with their ends found, and every fault in it. */
export function planCrosswalkImport(
  file: CrosswalkFile,
  ends: Ends,
  known: RelationDoc[],
  author: string,
): RelationsPlan {
  const keyed = file.relations.map(row => ({ key: `${row.from} -> ${row.to ?? 'none'}`, source: row.source }))
  const faults = rowFaults('relations', keyed, file.sources)
  const rows = file.relations.flatMap((row, index): RelationRow[] => {
    const path = `/relations/${index}`
    const fault = (field: string, message: string) => faults.push({ path: `${path}/${field}`, message })
    const from = findItem(ends.from, row.from)
    const to = row.to === null ? null : findItem(ends.to, row.to)
    if (from === undefined) fault('from', `No item ${row.from} in ${ends.from.framework}@${ends.fromHead}`)
    if (to === undefined) fault('to', `No item ${row.to} in ${ends.to.framework}@${ends.toHead}`)
    if ((to === null) !== (row.relation === 'none')) fault('relation', 'none, and only none, has no counterpart')
    if (from === undefined || to === undefined) return []
    return [
      {
        path,
        from: endIn(ends.from, ends.fromHead, from.id),
        to: to && endIn(ends.to, ends.toHead, to.id),
        relation: row.relation,
        originalWord: row.originalWord,
        combination: row.combination ?? null,
        approximate: row.approximate ?? false,
        provenance: provenanceOf(row, file.sources),
      },
    ]
  })
  const plan = planRelations(file.crosswalk.key, rows, known, author)
  return { ...plan, faults: [...faults, ...plan.faults] }
}
