import { ItemCode, ItemKind, type Operation } from '@cte-align/contracts'
import { findItem, type Tree } from '@cte-align/impact'
import { z } from 'zod'
import type { ImportPlan } from './import-framework.ts'

/** A row of the small CSV that staff fill with standard statements: parent,kind,code,title,text. */
export const StatementRow = z.strictObject({
  parent: z.string().trim().min(1).max(170),
  kind: ItemKind.extract(['anchor', 'standard', 'indicator', 'practice']),
  code: z.string().trim().min(1).max(80),
  title: z.string().trim().min(1).max(2000),
  text: z.string().trim().max(8000).default(''),
})
export type StatementRow = z.infer<typeof StatementRow>

/** `AVG 18.3`, `AVG.17.6.` and `7.3.` are seen in published copies; the code is the same without the slip of the pen. */
export const tidyCode = (code: string) => code.trim().replace(/\.$/, '').replace(/\s+/g, '.')

export interface StatementPlan extends ImportPlan {
  /** Codes that were not as printed. */
  tidied: { row: number; from: string; to: string }[]
}

/** New statements are added, known ones (same top-level item, same code) revised; nothing is retired. */
export function planStatementImport(rows: StatementRow[], tree: Tree, source: string): StatementPlan {
  const plan: StatementPlan = {
    operations: [],
    added: 0,
    changed: 0,
    unchanged: 0,
    notListed: [],
    faults: [],
    tidied: [],
  }
  const rowAdding = new Map<string, number>()
  rows.forEach((row, index) => {
    const code = tidyCode(row.code)
    const path = `/rows/${index + 1}`
    if (!ItemCode.safeParse(code).success) {
      plan.faults.push({ path: `${path}/code`, message: `${row.code} is no code` })
      return
    }
    if (code !== row.code) plan.tidied.push({ row: index + 1, from: row.code, to: code })
    const key = `${row.parent.split('.')[0]}.${code}`
    const earlier = rowAdding.get(key)
    if (earlier !== undefined)
      plan.faults.push({ path: `${path}/code`, message: `${key} is in row ${earlier} already` })
    rowAdding.set(key, index + 1)
    if (!findItem(tree, row.parent) && !rowAdding.has(row.parent)) {
      plan.faults.push({
        path: `${path}/parent`,
        message: `No item ${row.parent} in ${tree.framework} or in an earlier row`,
      })
      return
    }
    plan.operations.push(...operationsFor(row, code, key, tree, source, plan))
  })
  return plan
}

function operationsFor(
  row: StatementRow,
  code: string,
  key: string,
  tree: Tree,
  source: string,
  plan: StatementPlan,
): Operation[] {
  const text = row.text === '' ? null : row.text
  const known = findItem(tree, key)
  if (known === undefined || known.status === 'retired') {
    plan.added++
    const item = { kind: row.kind, code, title: row.title, text, scopeNote: null }
    return [{ op: 'add', parent: row.parent, item: { ...item, provenance: { source, verified: false, note: null } } }]
  }
  const wording = { ...(known.title !== row.title && { title: row.title }), ...(known.text !== text && { text }) }
  if (Object.keys(wording).length === 0) {
    plan.unchanged++
    return []
  }
  plan.changed++
  return [{ op: 'revise', item: key, ...wording }]
}
