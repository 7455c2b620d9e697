import type { CalendarEvent } from './icalendar.ts'
import type { WorkflowDoc } from './workflow.ts'
import { workOut } from './workflow-dates-of.ts'

/** What a day in the calendar rests on: it was so, a person plans it, it follows from other days, or it is a day of the change itself. */
export type Basis = 'done' | 'planned' | 'proposed' | 'milestone'

export interface CalendarRow {
  day: string
  basis: Basis
  /** Null for a day of the change itself. */
  step: string | null
  title: string
  state: string
  actors: string
  owner: string | null
  texts: string
}

const MILESTONES = {
  adoption: 'Adoption by the State Board',
  effective: 'Effective date',
  census: 'Census day',
} as const

/** Every day of a workflow, in order, and the steps that have none. Pure. */
export function calendarOf(workflow: WorkflowDoc): { rows: CalendarRow[]; undated: string[] } {
  const { steps, milestones } = workOut(workflow)
  const undated: string[] = []
  const rows: CalendarRow[] = (Object.keys(MILESTONES) as (keyof typeof MILESTONES)[]).flatMap(date => {
    const day = milestones[date]
    if (day === null) return []
    const row = { day, basis: 'milestone' as const, step: null, title: MILESTONES[date] }
    return [{ ...row, state: '', actors: '', owner: null, texts: '' }]
  })
  for (const [at, { key, proposed, state }] of steps.entries()) {
    const { title, actors, owner, actual, planned, texts, decidedTexts } = workflow.steps[at]!
    const day = actual ?? planned ?? proposed
    if (state === 'skipped') continue
    if (day === null) undated.push(key)
    else
      rows.push({
        ...{
          day,
          basis: actual !== null ? 'done' : planned !== null ? 'planned' : 'proposed',
          step: key,
          title,
          state,
        },
        ...{ actors: actors.join(', '), owner, texts: (decidedTexts ?? texts).join('; ') },
      })
  }
  return { rows: rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), undated }
}

export const toEvents = ({ _id, title: of }: WorkflowDoc, rows: readonly CalendarRow[]): CalendarEvent[] =>
  rows.map(({ day, basis, step, title, state, actors, owner, texts }) => ({
    uid: `${_id}-${step ?? title.toLowerCase().replaceAll(' ', '-')}@cte-align`,
    day,
    summary: basis === 'proposed' ? `${title} (proposed)` : title,
    description: [
      of,
      ...(step === null ? [] : [`${state}; ${actors}${owner === null ? '' : `; owner ${owner}`}`]),
      ...(texts === '' ? [] : [`Reissues: ${texts}`]),
      ...(basis === 'proposed'
        ? ['Worked out, not planned by anybody. Weekends are left out, holidays are not known.']
        : []),
    ].join('\n'),
    tentative: basis === 'proposed',
  }))
