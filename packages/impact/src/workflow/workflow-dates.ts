import type { Milestone, StepAnchor, StepDuration } from '@cte-align/contracts'
import { endOf, firstOf, lastOf, latestStartFor } from './workflow-days.ts'
import { blockedBy, inOrder, type Waiting } from './workflow-graph.ts'

/** A step as its dates are worked out. */
export interface DatedStep extends Waiting {
  /** Null: nobody knows how long it takes. */
  duration: StepDuration | null
  anchor: StepAnchor | null
  /** The day by which a person means to have it done. */
  planned: string | null
  /** The day on which it was done. */
  actual: string | null
  /** Done or skipped. */
  over: boolean
}
export type Milestones = Record<Milestone, string | null>

/**
 * First and last day of a step. `exact`: the day follows from days that are set and from lengths that are known; otherwise it is a
 * bound, since something of unknown length lies on the way.
 */
export interface Span {
  start: string | null
  finish: string | null
  exact: boolean
}
export interface StepDates {
  key: string
  /** Forwards from what is done and planned: not before these days. */
  earliest: Span
  /** Backwards from the days of the change: not after these days. */
  latest: Span
  /** When it is to be over; null where nobody can say. */
  proposed: string | null
}

/**
 * When each step can and must be over: forwards from what is done, backwards from the effective date and census day. What takes
 * nobody knows how long makes bounds of the days beyond it, and no date is proposed there. A step is never proposed for a day before
 * what it waits for. Pure; the steps wait in no circle.
 */
export function planDates(steps: readonly DatedStep[], milestones: Milestones): StepDates[] {
  const ordered = inOrder(steps)
  const earliest = forwards(ordered, milestones)
  const latest = backwards(ordered, step => dayOfChange(step, milestones))
  const asPlanned = backwards(ordered, step => firstOf(dayOfChange(step, milestones), step.planned))
  return steps.map(step => ({
    key: step.key,
    earliest: earliest.get(step.key) ?? UNKNOWN,
    latest: latest.get(step.key)?.span ?? UNKNOWN,
    proposed: step.over ? null : proposal(earliest.get(step.key) ?? UNKNOWN, asPlanned.get(step.key)?.span ?? UNKNOWN),
  }))
}

const UNKNOWN: Span = { start: null, finish: null, exact: false }
const NOTHING: StepDuration = { days: 0, kind: 'calendar' }
const lengthOf = ({ over, duration }: DatedStep): StepDuration | null => (over ? NOTHING : duration)
const dayOfChange = ({ anchor }: DatedStep, milestones: Milestones): string | null =>
  anchor === null ? null : milestones[anchor.date]

/** Forwards where it can be counted, else backwards; where it can no longer be in time, on its earliest day. */
function proposal(earliest: Span, latest: Span): string | null {
  if (earliest.exact) return earliest.finish
  return latest.exact ? lastOf(latest.finish, earliest.finish) : null
}

function forwards(ordered: readonly DatedStep[], milestones: Milestones): Map<string, Span> {
  const spans = new Map<string, Span>()
  for (const step of ordered) {
    const { key, actual, anchor, planned, over } = step
    if (actual !== null) {
      spans.set(key, { start: actual, finish: actual, exact: true })
      continue
    }
    const before = step.after.flatMap(each => spans.get(each) ?? [])
    const start = lastOf(...before.map(({ finish }) => finish))
    const length = lengthOf(step)
    const counted = start === null ? null : endOf(start, length ?? NOTHING)
    const set = [anchor?.how === 'on' ? milestones[anchor.date] : null, over ? null : planned]
    const finish = lastOf(counted, ...set)
    const certain = counted !== null && length !== null && before.every(({ exact }) => exact)
    spans.set(key, { start, finish, exact: finish !== null && (certain || set.includes(finish)) })
  }
  return spans
}

function backwards(ordered: readonly DatedStep[], dueOf: (step: DatedStep) => string | null) {
  const blocks = blockedBy(ordered)
  const found = new Map<string, { span: Span; startExact: boolean }>()
  for (const step of ordered.toReversed()) {
    // What is done already holds nobody up any more.
    if (step.actual !== null) continue
    const beyond = blocks.get(step.key)!.flatMap(key => found.get(key) ?? [])
    const due = step.over ? null : dueOf(step)
    const finish = firstOf(due, ...beyond.map(({ span }) => span.start))
    if (finish === null) continue
    const length = lengthOf(step)
    const exact = due === finish || beyond.some(({ span, startExact }) => startExact && span.start === finish)
    const span = { start: latestStartFor(finish, length ?? NOTHING), finish, exact }
    found.set(step.key, { span, startExact: exact && length !== null })
  }
  return found
}
