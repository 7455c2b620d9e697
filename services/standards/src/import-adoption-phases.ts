import { ItemKey, Provenance, Slug, writtenText } from '@cte-align/contracts'
import { type FieldError, ImportProvenance, rowFaults } from '@cte-align/service'
import { z } from 'zod'
import type { PhaseContent } from './adoption-phase.ts'
import { provenanceOf } from './import-framework.ts'

export const Month = z
  .string()
  .regex(/^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM')
  .meta({ description: 'A month, YYYY-MM' })

const Row = z.strictObject({
  framework: Slug,
  item: ItemKey.nullable().meta({ description: 'A top-level item; null for what no framework holds' }),
  printedName: writtenText(1, 300).nullable().meta({ description: 'As the announcement names it' }),
  ...ImportProvenance,
})

/** The phases of adoption as announced. Votes are no part of it: people record them. */
export const AdoptionPhasesFile = z.strictObject({
  format: z.literal('cte-align/adoption-phases@1'),
  sources: z.record(z.string(), z.string().max(4000)),
  phases: z
    .array(
      z.strictObject({
        key: Slug,
        name: writtenText(1, 300),
        plannedMonth: Month.nullable(),
        subjectToChange: z.boolean(),
        items: z.array(Row).min(1).max(200),
        ...ImportProvenance,
      }),
    )
    .min(1)
    .max(100),
})
export type AdoptionPhasesFile = z.infer<typeof AdoptionPhasesFile>

/** The id of an active top-level item by its natural key; undefined where there is none. */
export type TopLevel = (framework: string, key: string) => string | undefined

/** The phases as they will be stored, by key, and every fault of the file: unknown items, and items named twice, here or in a stored phase. */
export function readPhases(
  file: AdoptionPhasesFile,
  topLevel: TopLevel,
  stored: { _id: string; items: PhaseContent['items'] }[],
): { phases: Map<string, PhaseContent>; faults: FieldError[] } {
  const faults = rowFaults('phases', file.phases, file.sources)
  const listed = new Set(file.phases.map(({ key }) => key))
  const elsewhere = stored.filter(({ _id }) => !listed.has(_id))
  const taken = new Map(elsewhere.flatMap(({ _id, items }) => items.map(({ itemId }) => [itemId, _id] as const)))
  const phases = new Map<string, PhaseContent>()
  file.phases.forEach(({ key, name, plannedMonth, subjectToChange, items, ...rest }, at) => {
    const rows = items.map(({ framework, item, printedName, ...row }, index) => {
      const path = `/phases/${at}/items/${index}`
      if (!Object.hasOwn(file.sources, row.source))
        faults.push({ path: `${path}/source`, message: `No source ${row.source}` })
      const itemId = item === null ? null : (topLevel(framework, item) ?? null)
      if (item === null && printedName === null)
        faults.push({ path, message: 'names neither an item nor what was printed' })
      if (item !== null && itemId === null)
        faults.push({ path: `${path}/item`, message: `No active item ${item} at the top of ${framework}` })
      if (itemId !== null && taken.has(itemId))
        faults.push({ path: `${path}/item`, message: `${item} is in ${taken.get(itemId)} already` })
      if (itemId !== null) taken.set(itemId, key)
      return { framework, item, itemId, printedName, provenance: Provenance.parse(provenanceOf(row, file.sources)) }
    })
    const provenance = provenanceOf(rest, file.sources)
    phases.set(key, { name, plannedMonth, subjectToChange, items: rows, provenance })
  })
  return { phases, faults }
}
