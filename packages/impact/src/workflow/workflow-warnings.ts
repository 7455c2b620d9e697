import { censusDay, lastDayOf, SchoolYear, schoolYearOf } from '@cte-align/contracts'
import type { DatedStep, Milestones, StepDates } from './workflow-dates.ts'

export type WorkflowWarningCode =
  | 'CTE_STEP_AFTER_WHAT_WAITS'
  | 'CTE_STEP_TOO_LATE'
  | 'CTE_EFFECTIVE_BEFORE_ADOPTION'
  | 'CTE_EFFECTIVE_IN_MID_CYCLE'
  | 'CTE_EFFECTIVE_UNUSUAL'
  | 'CTE_CENSUS_BEFORE_EFFECTIVE'
  | 'CTE_CENSUS_ON_ANOTHER_DAY'
  | 'CTE_SOONER_THAN_BEFORE'
  | 'CTE_DATE_UNKNOWN'

export interface WorkflowWarning {
  code: WorkflowWarningCode
  /** The step it is about; null: the dates of the change. */
  step: string | null
  message: string
}

/** What is known of how such changes went, and on which days they take effect. */
export interface Experience {
  /** `01-01`: the days of the year on which rules take effect unless they say otherwise. */
  usualDays: { days: readonly string[]; verified: boolean } | null
  /** How long it took from adoption to effect. */
  precedent: { title: string; months: number } | null
}

/** What somebody should look at in the dates of a workflow. It warns and refuses nothing; pure. */
export function workflowWarnings(
  steps: readonly DatedStep[],
  dates: readonly StepDates[],
  { milestones, experience }: { milestones: Milestones; experience: Experience },
): WorkflowWarning[] {
  return [
    ...ofMilestones(milestones, experience),
    ...steps.flatMap(step => ofPlan(step, steps)),
    ...tooLate(steps, new Map(dates.map(each => [each.key, each]))),
  ]
}

/** The census day of the first school year in which rules that are effective on a day are counted by. */
export function firstCensusFrom(effective: string): string | null {
  const year = Number(effective.slice(0, 4))
  const days = [year, year + 1].map(each => censusIn(each)).filter(day => day !== null)
  return days.find(day => day >= effective) ?? null
}

function censusIn(year: number): string | null {
  const word = SchoolYear.safeParse(`${year}-${String((year + 1) % 100).padStart(2, '0')}`)
  return word.success ? censusDay(word.data) : null
}

function ofMilestones({ adoption, effective, census }: Milestones, experience: Experience): WorkflowWarning[] {
  const warn = (code: WorkflowWarningCode, message: string): WorkflowWarning => ({ code, step: null, message })
  const warnings = Object.entries({ adoption, effective, census })
    .filter(([, day]) => day === null)
    .map(([date]) => warn('CTE_DATE_UNKNOWN', `Nobody has set the day of ${date}: what hangs on it stays unknown`))
  if (census !== null && census !== censusIn(Number(census.slice(0, 4))))
    warnings.push(warn('CTE_CENSUS_ON_ANOTHER_DAY', `${census} is not the first Wednesday in October`))
  if (effective === null) return warnings
  if (adoption !== null && effective < adoption)
    warnings.push(
      warn('CTE_EFFECTIVE_BEFORE_ADOPTION', `The effective date ${effective} precedes the adoption on ${adoption}`),
    )
  if (census !== null && census < effective)
    warnings.push(
      warn(
        'CTE_CENSUS_BEFORE_EFFECTIVE',
        `Census day ${census} precedes the effective date ${effective}: it counts by what was in force before`,
      ),
    )
  return [
    ...warnings,
    ...midCycle(effective),
    ...unusual(effective, experience),
    ...sooner(adoption, effective, experience),
  ]
}

/** Between census day and the end of its school year the assignments are counted already, by what was in force on that day. */
function midCycle(effective: string): WorkflowWarning[] {
  const year = SchoolYear.safeParse(schoolYearOf(effective))
  if (!year.success || effective <= censusDay(year.data)) return []
  const message = `The effective date ${effective} falls between census day ${censusDay(year.data)} and the end of school year ${year.data} on ${lastDayOf(year.data)}: that year is counted and monitored by what was in force before, the first census under the new rules is ${firstCensusFrom(effective) ?? 'unknown'}`
  return [{ code: 'CTE_EFFECTIVE_IN_MID_CYCLE', step: null, message }]
}

function unusual(effective: string, { usualDays }: Experience): WorkflowWarning[] {
  if (usualDays === null || usualDays.days.includes(effective.slice(5))) return []
  const doubt = usualDays.verified ? '' : ' (nobody has verified these days)'
  const message = `${effective} is none of the days on which rules take effect unless they say otherwise, ${usualDays.days.join(', ')}${doubt}`
  return [{ code: 'CTE_EFFECTIVE_UNUSUAL', step: null, message }]
}

function sooner(adoption: string | null, effective: string, { precedent }: Experience): WorkflowWarning[] {
  if (adoption === null || precedent === null || effective < adoption) return []
  const months = monthsBetween(adoption, effective)
  if (months >= precedent.months) return []
  const message = `From adoption to effect there are ${months} months; ${precedent.title} took about ${precedent.months}`
  return [{ code: 'CTE_SOONER_THAN_BEFORE', step: null, message }]
}

function monthsBetween(from: string, to: string): number {
  const [years, months] = [0, 5].map(
    at => Number(to.slice(at, at === 0 ? 4 : 7)) - Number(from.slice(at, at === 0 ? 4 : 7)),
  )
  return years! * 12 + months! - (to.slice(8) < from.slice(8) ? 1 : 0)
}

function ofPlan(step: DatedStep, steps: readonly DatedStep[]): WorkflowWarning[] {
  const day = dayOf(step)
  if (day === null) return []
  return steps
    .filter(({ key, after }) => key !== step.key && after.includes(step.key))
    .flatMap(waiting => {
      const its = dayOf(waiting)
      if (its === null || day <= its) return []
      const message = `${step.key} on ${day} lies after ${waiting.key} on ${its}, which waits for it`
      return [{ code: 'CTE_STEP_AFTER_WHAT_WAITS' as const, step: step.key, message }]
    })
}

const dayOf = ({ actual, planned, over }: DatedStep): string | null => actual ?? (over ? null : planned)

/** What is planned too late, and the first steps of each chain that can no longer be in time: those behind them follow from them. */
function tooLate(steps: readonly DatedStep[], dates: ReadonlyMap<string, StepDates>): WorkflowWarning[] {
  const after = (step: DatedStep, day: string | null): boolean => {
    const last = dates.get(step.key)!.latest.finish
    return !step.over && day !== null && last !== null && day > last
  }
  const late = new Set(steps.filter(step => after(step, dates.get(step.key)!.earliest.finish)).map(({ key }) => key))
  return steps.flatMap(step => {
    const { earliest, latest } = dates.get(step.key)!
    const planned = after(step, step.planned)
    if (!planned && (!late.has(step.key) || step.after.some(key => late.has(key)))) return []
    const why = planned ? `is planned for ${step.planned}` : `cannot be over before ${earliest.finish}`
    const message = `${step.key} ${why}; it would have to be by ${latest.finish}`
    return [{ code: 'CTE_STEP_TOO_LATE' as const, step: step.key, message }]
  })
}
