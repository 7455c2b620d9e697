import { type CodeSetRow, KIND_EFFECTS, type PlanContent, type SchoolYear, schoolYearOf } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'
import type { DecidedEntry } from './check-code-plan.ts'

/** What a decided entry says of codes, without its edition: what districts look up. */
export type PlannedChange = Pick<PlanContent, 'kind' | 'from' | 'to' | 'successor' | 'reason'> & { entry: string }

export interface PlannedCodeSet {
  /** The code set of the plan's school year, retired codes among them. */
  rows: CodeSetRow[]
  changes: PlannedChange[]
  added: string[]
  retired: string[]
  revised: string[]
}

/** The last school year before another. */
export const yearBefore = (year: SchoolYear): SchoolYear => schoolYearOf(`${Number(year.slice(0, 4)) - 1}-07-01`)

/**
 * The code set as a plan makes it from a school year on. Pure; of a plan without errors it is what publishing writes. Nothing leaves:
 * what is retired ends with the year before. Entries that say `No change` change nothing and are no change.
 */
export function applyCodePlan(
  rows: Iterable<CodeSetRow>,
  { schoolYear, entries }: { schoolYear: SchoolYear; entries: readonly DecidedEntry[] },
): PlannedCodeSet {
  const codes = new Map(Array.from(rows, row => [row.code, row]))
  const last = yearBefore(schoolYear)
  const made: PlannedCodeSet = { rows: [], changes: [], added: [], retired: [], revised: [] }
  for (const { id, content } of entries) {
    const { kind, from, to, newCodes, title, level, successor, reason } = content
    if (kind === 'No change') continue
    const { retires } = KIND_EFFECTS[kind]
    for (const { item: _, ...code } of newCodes) {
      codes.set(code.code, { ...code, description: null, effectiveFrom: schoolYear })
      made.added.push(code.code)
    }
    for (const code of from) {
      const row = codes.get(code)
      if (row === undefined) continue
      // What is revised has another description now, which no plan holds.
      const revised = {
        ...row,
        title: title ?? row.title,
        level: level ?? row.level,
        description: described(kind, row),
      }
      codes.set(code, retires ? { ...row, effectiveTo: last } : revised)
      made[retires ? 'retired' : 'revised'].push(code)
    }
    const stays = KIND_EFFECTS[kind].to === 'none'
    made.changes.push({ entry: id, kind, from, to: stays ? from : to, successor: stays ? 'named' : successor, reason })
  }
  made.rows = [...codes.values()].sort((a, b) => compareKeys(a.code, b.code))
  return made
}

const described = (kind: PlanContent['kind'], { description }: CodeSetRow): string | null =>
  kind === 'Change; title' ? description : null
