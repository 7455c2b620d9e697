import { Relation, Slug } from '@cte-align/contracts'
import { findItem, refOf, type Tree } from '@cte-align/impact'
import { type FieldError, ImportProvenance, rowFaults } from '@cte-align/service'
import { z } from 'zod'
import type { CrosswalkDoc, RelationDoc } from './crosswalk.ts'
import { relationId } from './draft-release.ts'
import { provenanceOf } from './import-framework.ts'

/** A crosswalk as a file. What it brings is draft, whoever sends it: a person accepts. */
export const CrosswalkFile = z.strictObject({
  format: z.literal('cte-align/crosswalk@1'),
  sources: z.record(z.string(), z.string().max(4000)),
  crosswalk: z.strictObject({ key: Slug, title: z.string().min(1).max(300), from: Slug, to: Slug }),
  relations: z
    .array(
      z.strictObject({
        from: z.string().max(170),
        to: z.string().max(170).nullable(),
        relation: Relation,
        state: z.literal('draft'),
        originalWord: z.string().max(100).nullable(),
        ...ImportProvenance,
      }),
    )
    .max(12_000),
})
export type CrosswalkFile = z.infer<typeof CrosswalkFile>

export interface CrosswalkPlan {
  added: RelationDoc[]
  unchanged: number
  notListed: string[]
  faults: FieldError[]
}

/** A crosswalk joins the same two frameworks forever. */
export function endFaults(known: CrosswalkDoc | null, { crosswalk: { key, from, to } }: CrosswalkFile): FieldError[] {
  if (known === null || (known.from === from && known.to === to)) return []
  return [{ path: '/crosswalk', message: `${key} joins ${known.from} and ${known.to}` }]
}

/** New relations become drafts; one that is there already is left as it is, with whatever was decided about it. */
export function planCrosswalkImport(
  file: CrosswalkFile,
  ends: { from: Tree; to: Tree; fromRelease: string; toRelease: string },
  standing: RelationDoc[],
  author: string,
): CrosswalkPlan {
  const known = new Set(standing.map(relation => relation._id))
  const keyed = file.relations.map(row => ({ key: `${row.from} -> ${row.to ?? 'none'}`, source: row.source }))
  const plan: CrosswalkPlan = {
    added: [],
    unchanged: 0,
    notListed: [],
    faults: rowFaults('relations', keyed, file.sources),
  }
  const listed = new Set<string>()
  file.relations.forEach((row, index) => {
    const from = findItem(ends.from, row.from)
    const to = row.to === null ? null : findItem(ends.to, row.to)
    const fault = (field: string, message: string) =>
      plan.faults.push({ path: `/relations/${index}/${field}`, message })
    if (from === undefined) fault('from', `No item ${row.from} in ${ends.fromRelease}`)
    if (to === undefined) fault('to', `No item ${row.to} in ${ends.toRelease}`)
    if ((to === null) !== (row.relation === 'none')) fault('relation', 'none, and only none, has no counterpart')
    if (from === undefined || to === undefined) return
    const fromRef = refOf(ends.from, from.id)
    const toRef = to && refOf(ends.to, to.id)
    const _id = relationId(file.crosswalk.key, fromRef, toRef)
    listed.add(_id)
    if (known.has(_id)) {
      plan.unchanged++
      return
    }
    plan.added.push({
      _id,
      crosswalk: file.crosswalk.key,
      from: fromRef,
      to: toRef,
      relation: row.relation,
      state: 'draft',
      originalWord: row.originalWord,
      pinned: { from: ends.fromRelease, to: toRef && ends.toRelease },
      author,
      decision: null,
      provenance: provenanceOf(row, file.sources),
      version: 1,
      removedIn: null,
    })
  })
  plan.notListed = standing
    .filter(relation => relation.removedIn === null && !listed.has(relation._id))
    .map(relation => `${relation.from.key} -> ${relation.to?.key ?? 'none'}`)
  return plan
}
