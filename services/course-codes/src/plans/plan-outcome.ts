import { type CodeSetRow, idFrom, KIND_EFFECTS } from '@cte-align/contracts'
import { applyCodePlan } from '@cte-align/impact'
import type { NewEvent } from '@cte-align/service'
import { type CodeChange, toCodeChange } from '../code-change.ts'
import type { Edition } from '../code-sets/edition.ts'
import type { CodePlan } from './code-plan.ts'
import { decidedIn } from './decide.ts'

/** What publishing says: the code changes, and the events of each and of the edition, in order. Pure: the same plan gives the same ids. */
export function eventsOf(
  plan: CodePlan,
  { _id: edition, title, codes, digest }: Edition,
): { changes: CodeChange[]; events: NewEvent[] } {
  // Which codes there are does not matter to what is said of the changes.
  const { schoolYear } = plan
  const { by, correlationId: correlationid } = plan.publishing!
  const entries = decidedIn(plan)
  const planned = applyCodePlan([], { schoolYear, entries })
  const changes = planned.changes.map(
    ({ entry, ...change }): CodeChange => ({
      ...{ _id: idFrom('code-change', plan._id, entry), edition, ...change, schoolYear, plan: plan._id },
      provenance: { source: `Code-change plan: ${plan.title}`, verified: true, note: null },
    }),
  )
  const leaving = changes.filter(({ to, from }) => from.some(code => !to.includes(code)))
  const count = (of: CodeChange[]) => of.reduce((sum, { from }) => sum + from.length, 0)
  const counts = {
    ...{ codes, added: planned.added.length, retired: count(leaving) },
    ...{ revised: count(changes) - count(leaving), changes: changes.length },
  }
  return {
    changes,
    events: [
      ...changes.map(change => ({
        type: 'cte.calpads.code-change.published' as const,
        subject: change._id,
        data: { change: toCodeChange(change) },
        by,
        correlationid,
      })),
      {
        type: 'cte.calpads.code-set.published' as const,
        subject: edition,
        data: { edition, title, schoolYear, plan: plan._id, counts, digest },
        by,
        correlationid,
      },
    ],
  }
}

/** Descriptions come from the edition that the plan starts from; what the plan has revised has one that nobody here knows. */
export function withDescriptions(
  rows: readonly CodeSetRow[],
  base: readonly CodeSetRow[],
  plan: CodePlan,
): CodeSetRow[] {
  const described = new Map(base.map(({ code, description }) => [code, description]))
  const entries = decidedIn(plan)
  const again = new Set(
    entries.flatMap(({ content: { kind, from } }) =>
      kind.includes('revision') && !KIND_EFFECTS[kind].retires ? from : [],
    ),
  )
  return rows.map(row => ({ ...row, description: again.has(row.code) ? null : (described.get(row.code) ?? null) }))
}
