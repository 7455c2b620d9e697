import { idFrom, type PlanContent } from '@cte-align/contracts'
import { type DecidedEntry, entryFindings } from '@cte-align/impact'
import { problem } from '../errors.ts'
import type { CodePlan, PlanEntry } from './code-plan.ts'
import type { Done } from './code-plans.ts'

/** Entries that a plan stands by: accepted, or edited. */
export const decidedIn = ({ entries }: Pick<CodePlan, 'entries'>): DecidedEntry[] =>
  entries.flatMap(({ id, state, content }) =>
    content !== null && (state === 'accepted' || state === 'edited') ? [{ id, content }] : [],
  )
export const undecidedIn = ({ entries }: Pick<CodePlan, 'entries'>): PlanEntry[] =>
  entries.filter(({ state }) => state === 'suggested')

/** What cannot be, whatever codes there are, is refused before it is in a plan. Throws CTE_PLAN_IMPOSSIBLE with a path to each. */
export function refuseImpossible(contents: readonly { content: PlanContent; path: string }[]): void {
  const errors = contents.flatMap(({ content, path }) =>
    entryFindings(content).map(({ message }) => ({ path, message })),
  )
  if (errors.length > 0)
    throw problem('CTE_PLAN_IMPOSSIBLE', { count: errors.length, detail: errors[0]!.message }, { errors })
}

/** The plan's entries with new ones of a person's own. */
export function withAdded(plan: CodePlan, contents: readonly PlanContent[], done: Done): PlanEntry[] {
  refuseImpossible(contents.map((content, index) => ({ content, path: `/body/entries/${index}` })))
  const added = contents.map(
    (content, index): PlanEntry => ({
      id: idFrom('entry', plan._id, plan.version, index),
      ...{ state: 'accepted', courseCode: null, content, suggestion: null },
      decision: { by: done.by, reason: content.reason, at: done.at },
    }),
  )
  return [...plan.entries, ...added]
}

/** The entries with one of other content; a declined one is taken up again by that. */
export function withEdited(plan: CodePlan, id: string, content: PlanContent, done: Done): PlanEntry[] {
  const before = entryOf(plan, id)
  refuseImpossible([{ content, path: '/body' }])
  const state = before.suggestion === null ? 'accepted' : 'edited'
  const decision = { by: done.by, reason: content.reason, at: done.at }
  return plan.entries.map(entry => (entry.id === id ? { ...entry, state, content, decision } : entry))
}

/** The entries with these accepted as they are, or declined. Throws CTE_PLAN_IMPOSSIBLE where one says too little to be accepted. */
export function withDecided(
  plan: CodePlan,
  { ids, decision }: { ids: readonly string[] | 'suggested'; decision: 'accept' | 'decline' },
  done: Done,
): PlanEntry[] {
  const chosen = ids === 'suggested' ? undecidedIn(plan) : ids.map(id => entryOf(plan, id))
  const wanted = new Set(chosen.map(({ id }) => id))
  if (decision === 'accept') {
    const vague = chosen.filter(({ content }) => content === null)
    const errors = vague.map(({ id, courseCode }) => ({
      path: `/entries/${id}`,
      message: `Nobody can say what becomes of ${courseCode}: edit the entry, or decline it`,
    }))
    if (errors.length > 0)
      throw problem('CTE_PLAN_IMPOSSIBLE', { count: errors.length, detail: errors[0]!.message }, { errors })
    refuseImpossible(chosen.map(({ id, content }) => ({ content: content!, path: `/entries/${id}` })))
  }
  const by = { by: done.by, reason: done.reason, at: done.at }
  return plan.entries.map(entry => {
    if (!wanted.has(entry.id)) return entry
    return { ...entry, state: decision === 'decline' ? 'declined' : acceptedAs(entry), decision: by }
  })
}

const acceptedAs = ({ state }: PlanEntry) => (state === 'edited' ? 'edited' : 'accepted')

function entryOf(plan: CodePlan, id: string): PlanEntry {
  const found = plan.entries.find(entry => entry.id === id)
  if (found === undefined) throw problem('CTE_NO_SUCH_PLAN_ENTRY', { plan: plan._id, entry: id })
  return found
}
