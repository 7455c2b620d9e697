import {
  EffectiveDates,
  Framework,
  fingerprint,
  ItemCode,
  ItemKey,
  ItemKind,
  idFrom,
  isContainer,
  type Operation,
  type Provenance,
  writtenText,
} from '@cte-align/contracts'
import { applyOperations, findItem, keyOf, lineageOf, OperationError, type Tree } from '@cte-align/impact'
import { type FieldError, ImportProvenance, rowFaults } from '@cte-align/service'
import { z } from 'zod'

const Row = z.strictObject({
  key: ItemKey,
  kind: ItemKind,
  code: ItemCode,
  parent: ItemKey.nullable(),
  title: writtenText(1, 2000),
  text: z.string().max(8000).nullable().default(null),
  scopeNote: z.string().max(8000).nullable().default(null),
  ...ImportProvenance,
})
type Row = z.infer<typeof Row>

/** What a file does not name stays unnamed, so that the same file is the same import as before there were more clocks. */
const { shape } = EffectiveDates
const FileDates = z.strictObject({
  adoption: shape.adoption,
  effective: shape.effective,
  calpadsSchoolYear: shape.calpadsSchoolYear.unwrap().optional(),
  regulation: shape.regulation.unwrap().optional(),
  perkinsYear: shape.perkinsYear.unwrap().optional(),
  collegeProgram: shape.collegeProgram.unwrap().optional(),
})

/** A framework as a file: what the starter data is made of, and what staff send to load or compare a whole framework. */
export const FrameworkFile = z.strictObject({
  format: z.literal('cte-align/framework@1'),
  sources: z.record(z.string(), z.string().max(4000)),
  framework: Framework.omit({ provenance: true }).extend(ImportProvenance),
  release: z
    .strictObject({
      title: z.string().min(1).max(300),
      dates: FileDates,
    })
    .meta({ description: 'Proposed title and dates of the release that the import leads to' }),
  items: z.array(Row).min(1).max(12_000),
})
export type FrameworkFile = z.infer<typeof FrameworkFile>

export interface ImportPlan {
  operations: Operation[]
  added: number
  changed: number
  unchanged: number
  /** In the framework but not in the file: reported, never retired. */
  notListed: string[]
  faults: FieldError[]
}

/** The same file against the same framework opens the same proposal, with the same item ids, on every machine. */
export const importId = (file: unknown, base: number, attempt: number) =>
  idFrom('import', fingerprint(file), base, attempt)

export const provenanceOf = (
  row: { source: string; verified: boolean; note: string | null },
  sources: Record<string, string>,
): Provenance => ({ source: sources[row.source] ?? row.source, verified: row.verified, note: row.note })

/** Compares a file with the tree, by natural key, and says which operations lead from the one to the other. */
export function planFrameworkImport(file: FrameworkFile, tree: Tree): ImportPlan {
  const faults = [...rowFaults('items', file.items, file.sources), ...orderFaults(file.items, tree)]
  const plan: ImportPlan = { operations: [], added: 0, changed: 0, unchanged: 0, notListed: [], faults }
  file.items.forEach((row, index) => {
    const known = findItem(tree, row.key)
    if (known === undefined || known.status === 'retired') {
      plan.added++
      plan.operations.push({
        op: 'add',
        parent: row.parent,
        item: {
          kind: row.kind,
          code: row.code,
          title: row.title,
          text: row.text,
          scopeNote: row.scopeNote,
          provenance: provenanceOf(row, file.sources),
        },
      })
      return
    }
    if (known.kind !== row.kind) {
      faults.push({
        path: `/items/${index}/kind`,
        message: `${row.key} is a ${known.kind}; the kind of an item never changes`,
      })
      return
    }
    const operations = revisions(row, tree, known.id)
    plan.operations.push(...operations)
    if (operations.length === 0) plan.unchanged++
    else plan.changed++
  })
  const listed = new Set(file.items.map(row => row.key))
  for (const item of tree.items.values()) {
    const key = keyOf(tree, item.id)
    if (item.status === 'active' && !listed.has(key)) plan.notListed.push(key)
  }
  return plan
}

function revisions(row: Row, tree: Tree, id: string): Operation[] {
  const item = tree.items.get(id)!
  const operations: Operation[] = []
  const container = isContainer(item.kind)
  if (container && item.title !== row.title) operations.push({ op: 'retitle', item: row.key, title: row.title })
  const wording = {
    ...(!container && item.title !== row.title && { title: row.title }),
    ...(item.text !== row.text && { text: row.text }),
    ...(item.scopeNote !== row.scopeNote && { scopeNote: row.scopeNote }),
  }
  if (Object.keys(wording).length > 0) operations.push({ op: 'revise', item: row.key, ...wording })
  const parentKey = item.parent === null ? null : keyOf(tree, item.parent)
  if (parentKey !== row.parent) operations.push({ op: 'move', item: row.key, parent: row.parent })
  return operations
}

/** A row's parent is an earlier row or an item of the framework, and its key is what its place and its code give. */
function orderFaults(rows: Row[], tree: Tree): FieldError[] {
  const tops = new Map<string, string>()
  const topOf = (key: string) => {
    const item = findItem(tree, key)
    return tops.get(key) ?? (item && (lineageOf(tree, item.id).at(-1)?.key ?? keyOf(tree, item.id)))
  }
  return rows.flatMap(({ key, code, parent }, index) => {
    const top = parent === null || parent === key ? code : topOf(parent)
    tops.set(key, top ?? key)
    if (top === undefined)
      return [{ path: `/items/${index}/parent`, message: `No item ${parent} above this row or in the framework` }]
    const due = parent === null ? code : `${top}.${code}`
    if (key === due) return []
    return [
      {
        path: `/items/${index}/key`,
        message: `Code ${code} ${parent === null ? 'at the top' : `under ${parent}`} makes ${due}, not ${key}`,
      },
    ]
  })
}

/** Names every row whose operation does not fit, by trying again without it. */
export function operationFaults(tree: Tree, operations: Operation[], pathOf: (index: number) => string): FieldError[] {
  const faults: FieldError[] = []
  const left = operations.map((operation, index) => ({ operation, index }))
  while (faults.length < 100) {
    try {
      applyOperations(
        tree,
        left.map(({ operation }) => operation),
        {
          proposal: 'import',
          release: { id: `${tree.framework}@1`, framework: tree.framework, number: 1 },
          foreign: () => undefined,
          by: 'import',
        },
      )
      return faults
    } catch (error) {
      if (!(error instanceof OperationError)) throw error
      const refused = left[error.index]!
      faults.push({ path: pathOf(refused.index), message: error.message })
      left.splice(error.index, 1)
    }
  }
  return faults
}
