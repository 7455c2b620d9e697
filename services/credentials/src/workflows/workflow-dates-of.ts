import type { StepState } from '@cte-align/contracts'
import {
  blockedBy,
  type CriticalPath,
  criticalPath,
  type DatedStep,
  type Milestones,
  planDates,
  type StepDates,
  type WorkflowWarning,
  workflowWarnings,
} from '@cte-align/impact'
import { isOver } from './change-step.ts'
import type { WorkflowDoc, WorkflowStep } from './workflow.ts'

export interface WorkedOut {
  milestones: Milestones
  steps: (StepDates & { state: StepState; blocks: string[] })[]
  /** The day after which the next step can no longer begin in time; exact only where nothing of unknown length lies beyond. */
  latestStart: { steps: string[]; day: string | null; exact: boolean }
  criticalPath: CriticalPath
  warnings: WorkflowWarning[]
  notes: string[]
}

/** A workflow's dates as they stand, or as they would be by other days. Pure. */
export function workOut(workflow: WorkflowDoc, milestones: Milestones = workflow.milestones): WorkedOut {
  const steps = workflow.steps.map(toDated)
  const dates = planDates(steps, milestones)
  const blocks = blockedBy(steps)
  const over = new Set(steps.filter(step => step.over).map(({ key }) => key))
  const { usualDays, precedent } = workflow
  const experience = {
    usualDays: usualDays && { days: usualDays.days, verified: usualDays.provenance.verified },
    precedent,
  }
  const effectiveEnds = new Set(steps.filter(({ anchor }) => anchor?.date === 'effective').map(({ key }) => key))
  return {
    milestones,
    steps: dates.map((each, at) => ({
      ...each,
      state: stateOf(workflow.steps[at]!, over),
      blocks: blocks.get(each.key)!,
    })),
    latestStart: latestStart(dates, steps, over),
    criticalPath: criticalPath(steps, effectiveEnds),
    warnings: workflowWarnings(steps, dates, { milestones, experience }),
    notes: notesOf(workflow),
  }
}

const toDated = (step: WorkflowStep): DatedStep => ({
  key: step.key,
  after: step.after,
  duration: step.duration,
  anchor: step.anchor,
  planned: step.planned,
  actual: step.actual,
  over: isOver(step),
})

function stateOf({ state, after }: WorkflowStep, over: ReadonlySet<string>): StepState {
  if (state !== 'open') return state
  return after.every(key => over.has(key)) ? 'ready' : 'waiting'
}

/** Of the steps that nothing waits before, those that must begin first. */
function latestStart(dates: StepDates[], steps: DatedStep[], over: ReadonlySet<string>): WorkedOut['latestStart'] {
  const next = new Set(steps.filter(step => !step.over && step.after.every(key => over.has(key))).map(({ key }) => key))
  const bound = dates.filter(({ key, latest }) => next.has(key) && latest.start !== null)
  const day = bound.map(({ latest }) => latest.start!).sort()[0] ?? null
  const first = bound.filter(({ latest }) => latest.start === day).map(({ key }) => key)
  const lengths = new Map(steps.map(({ key, duration }) => [key, duration]))
  const exact = bound
    .filter(({ key }) => first.includes(key))
    .every(({ key, latest }) => latest.exact && lengths.get(key))
  return { steps: first, day, exact: day !== null && Boolean(exact) }
}

function notesOf({ steps }: WorkflowDoc): string[] {
  const doubtful = steps.filter(({ duration }) => duration && duration.days > 0 && !duration.provenance.verified)
  const unknown = steps.filter(step => step.duration === null && !isOver(step))
  return [
    'Working days leave out weekends only: holidays are not known here.',
    'Which step waits for which is inferred from the order in which they are published.',
    ...doubtful.map(
      ({ key, duration }) => `Nobody has verified the ${duration!.days} ${duration!.kind} days of ${key}.`,
    ),
    ...(unknown.length === 0
      ? []
      : [
          `How long these take is not known, so the days before and after them are bounds: ${unknown.map(({ key }) => key).join(', ')}.`,
        ]),
  ]
}
