import type { Actor } from '@cte-align/contracts'
import { circleIn } from '@cte-align/impact'
import { problem } from '../errors.ts'
import type { WorkflowEntryDoc, WorkflowStep } from './workflow.ts'
import type { NewStep, StepChange } from './workflow-input.ts'

const MOST_STEPS = 300
/** They say why, and change nothing by themselves. */
const NO_CHANGE = ['reason', 'overrideReason']
type Changes = WorkflowEntryDoc['changes']

export const isOver = ({ state }: Pick<WorkflowStep, 'state'>): boolean => state === 'done' || state === 'skipped'

/** The steps after a change of one, and what of it differs. Throws where it may not be so. Pure. */
export function changeStep(
  steps: readonly WorkflowStep[],
  key: string,
  { change, today }: { change: StepChange; today: string },
): { steps: WorkflowStep[]; changes: Changes; completed: boolean } {
  const before = steps.find(step => step.key === key)
  if (before === undefined) throw problem('CTE_NO_SUCH_STEP', { step: key })
  if (Object.keys(change).every(field => NO_CHANGE.includes(field))) throw problem('CTE_REASON_ALONE', { step: key })
  const after = { ...before, ...given(change), ...stateAfter(before, { change, today }) }
  const next = steps.map(step => (step.key === key ? after : step))
  if (change.after !== undefined) refuseBadOrder(next, change.after)
  const completed = after.state === 'done' && before.state !== 'done'
  if (completed) refuseTooEarly(after, next, change)
  return { steps: next, changes: differences(before, after), completed }
}

/** The steps with one more, after the steps that it waits for and before those that wait for it. Throws where it may not be so. Pure. */
export function addStep(steps: readonly WorkflowStep[], wanted: NewStep, by: Actor): WorkflowStep[] {
  const { before, reason, ...step } = wanted
  if (steps.length >= MOST_STEPS) throw problem('CTE_TOO_MANY_STEPS', { most: MOST_STEPS })
  if (steps.some(({ key }) => key === step.key)) throw problem('CTE_STEP_EXISTS', { step: step.key })
  const added: WorkflowStep = {
    ...step,
    after: step.after ?? [],
    duration: step.duration ? { ...step.duration, provenance: ownWord(by, reason) } : null,
    anchor: step.anchor ?? null,
    leaflets: false,
    ...UNTOUCHED,
    planned: step.planned ?? null,
    owner: step.owner ?? null,
    notes: step.notes ?? null,
    provenance: ownWord(by, reason),
  }
  const next = [
    ...steps.map(each => (before.includes(each.key) ? { ...each, after: [...each.after, added.key] } : each)),
    added,
  ]
  refuseBadOrder(next, [...added.after, ...before])
  return next
}

export const UNTOUCHED = {
  state: 'open',
  stateReason: null,
  overrideReason: null,
  planned: null,
  actual: null,
  owner: null,
  notes: null,
  decidedTexts: null,
} as const satisfies Partial<WorkflowStep>

const ownWord = (by: Actor, reason: string) => ({ source: `${by.id} (${by.agency})`, verified: false, note: reason })

/** What the change says, without the state and what belongs to it; a duration that a person gives is that person's word. */
function given({ state: _state, actual: _actual, overrideReason: _override, duration, reason, ...rest }: StepChange) {
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const provenance = { source: 'staff of CTC', verified: false, note: reason }
  return { ...said, ...(duration !== undefined && { duration: duration && { ...duration, provenance } }) }
}

function stateAfter(
  before: WorkflowStep,
  { change, today }: { change: StepChange; today: string },
): Partial<WorkflowStep> {
  const state = change.state ?? before.state
  if (change.actual !== undefined && state !== 'done')
    throw problem('CTE_DAY_WITHOUT_DONE', { step: before.key, day: change.actual, state })
  if (change.actual !== undefined && change.actual > today)
    throw problem('CTE_DAY_TO_COME', { day: change.actual, today })
  const actual = state === 'done' ? (change.actual ?? before.actual ?? today) : null
  if (change.state === undefined) return { actual }
  return { state, actual, stateReason: change.reason, overrideReason: change.overrideReason ?? null }
}

function refuseTooEarly(step: WorkflowStep, steps: readonly WorkflowStep[], { overrideReason }: StepChange): void {
  const waitsFor = steps.filter(each => step.after.includes(each.key) && !isOver(each)).map(({ key }) => key)
  if (waitsFor.length > 0 && overrideReason === undefined)
    throw problem('CTE_STEP_WAITS', { step: step.key, before: waitsFor.join(', ') })
}

function refuseBadOrder(steps: readonly WorkflowStep[], named: readonly string[]): void {
  const stranger = named.find(key => !steps.some(step => step.key === key))
  if (stranger !== undefined) throw problem('CTE_STEP_UNKNOWN', { step: stranger })
  const circle = circleIn(steps)
  if (circle !== undefined) throw problem('CTE_STEPS_IN_A_CIRCLE', { circle: circle.join(' waits for ') })
}

function differences(before: WorkflowStep, after: WorkflowStep): Changes {
  const fields = Object.keys(after) as (keyof WorkflowStep)[]
  return fields
    .filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(field => ({ field, from: before[field], to: after[field] }))
}
