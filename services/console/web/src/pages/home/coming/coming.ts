// What comes by when: days that the services know, and the calendar's own. A month that is planned stays a month; what is past and
// of which nobody has recorded the outcome is shown as open, for a gap is no date.
import type { Answer, Item } from '@cte-align/client'
import { dayText, momentText, todayInCalifornia } from '../../../parts/times.ts'
import { type FlagAgency, paths } from '../../../paths.ts'
import type { Proposal, Release } from '../use-home.ts'
import type { Workflow } from '../use-open-workflows.ts'

export const LANES = {
  adoption: 'Adoption',
  force: 'In force, publishing',
  school: 'School year',
  flags: 'Flags due',
  workflow: 'Workflows',
} as const
export type Lane = keyof typeof LANES

export interface Coming {
  key: string
  lane: Lane
  /** A day, or a month where no day is known. */
  when: string
  text: string
  to: string | null
  /** Planned, subject to change, or nobody knows what became of it. */
  unsure: boolean
}

type Phase = Item<'standards', '/adoption-phases', 'get'>
type Groups = Answer<'credentials', '/flags/groups', 'get'>
type Step = Workflow['steps'][number]
type Plan = Item<'course-codes', '/code-plans', 'get'>

/** 1 July, when a school year begins, and census day, the first Wednesday of October: of this year and the next two. */
export function schoolDays(today: string): Coming[] {
  const year = Number(today.slice(0, 4))
  return [year, year + 1, year + 2].flatMap(each => [
    {
      ...{ key: `year ${each}`, lane: 'school' as const, when: `${each}-07-01`, unsure: false },
      text: `School year ${schoolYear(each)} begins`,
      to: paths.courseCodes({ schoolYear: schoolYear(each) }),
    },
    {
      ...{ key: `census ${each}`, lane: 'school' as const, when: censusDay(each), unsure: false },
      text: `Census day of ${schoolYear(each)}`,
      to: paths.courseCodes({ schoolYear: schoolYear(each) }),
    },
  ])
}

export const schoolYear = (first: number): string => `${first}-${String((first + 1) % 100).padStart(2, '0')}`

export function censusDay(year: number): string {
  const first = new Date(Date.UTC(year, 9, 1)).getUTCDay()
  return `${year}-10-0${1 + ((10 - first) % 7)}`
}

/** Votes of the State Board: planned, taken, or planned and never heard of. */
export function fromPhases(phases: readonly Phase[]): Coming[] {
  return phases.flatMap(({ id, name, plannedMonth, standing, since, items, subjectToChange }) => {
    const when = standing === 'planned' || standing === 'unknown' ? plannedMonth : (since ?? plannedMonth)
    if (when === null) return []
    const said = {
      planned: `planned vote of the State Board${subjectToChange ? ', subject to change' : ''}`,
      unknown: 'a vote was planned; none is recorded',
      adopted: 'adopted by the State Board',
      deferred: 'deferred by the State Board',
    }[standing]
    const framework = items[0]?.framework
    return {
      ...{
        key: `phase ${id}`,
        lane: 'adoption' as const,
        when,
        unsure: standing === 'planned' || standing === 'unknown',
      },
      text: `${name}: ${said} (${items.length} ${items.length === 1 ? 'item' : 'items'})`,
      to: framework ? paths.framework(framework) : null,
    }
  })
}

const DATES = {
  adoption: ['adoption', 'adopted'],
  effective: ['force', 'effective'],
  regulation: ['force', 'regulation takes effect'],
  collegeProgram: ['force', 'college programs follow'],
} as const

function fromDates(
  dates: Release['dates'],
  about: { key: string; text: string; to: string; unsure: boolean },
): Coming[] {
  const { key, text, to, unsure } = about
  const days = Object.entries(DATES).flatMap(([name, [lane, word]]) => {
    const when = dates[name as keyof typeof DATES]
    return when === null ? [] : [{ key: `${key} ${name}`, lane, when, text: `${text}: ${word}`, to, unsure }]
  })
  const year = dates.calpadsSchoolYear
  const first = { key: `${key} calpads`, lane: 'school' as const, text: `${text}: in CALPADS from ${year}`, to, unsure }
  return year === null ? days : [...days, { ...first, when: `${year.slice(0, 4)}-07-01` }]
}

export const fromReleases = (releases: readonly Release[]): Coming[] =>
  releases.flatMap(({ id, dates }) =>
    fromDates(dates, { key: `release ${id}`, text: `Release ${id}`, to: paths.release(id), unsure: false }),
  )

/** Publications on a schedule, and the days that a proposal would bring. */
export const fromProposals = (proposals: readonly Proposal[]): Coming[] =>
  proposals.flatMap(({ id, title, dates, schedule, held }) => {
    const to = paths.proposal(id, 'dates')
    const day = schedule && todayInCalifornia(new Date(schedule.at))
    return [
      ...(schedule && day
        ? [
            {
              ...{ key: `schedule ${id}`, lane: 'force' as const, when: day, to, unsure: held !== null },
              text: `“${title}” is published at ${momentText(schedule.at)}${held ? ' (held)' : ''}`,
            },
          ]
        : []),
      ...fromDates(dates, { key: `proposal ${id}`, text: `“${title}” (proposed)`, to, unsure: true }),
    ]
  })

/** Flags by the month in which they are due, on the first of their days. */
export const fromGroups = (agency: FlagAgency, { items }: Pick<Groups, 'items'>): Coming[] =>
  items.flatMap(({ key, flags, due, filter }) => {
    if (due.day === null) return []
    const { dueFrom, dueTo } = filter
    return {
      ...{ key: `${agency} ${key}`, lane: 'flags' as const, when: due.day, unsure: false },
      text: `${flags} ${agency === 'ctc' ? 'CTC' : 'CALPADS'} ${flags === 1 ? 'flag is' : 'flags are'} due`,
      to: paths.queue(agency, { dueFrom, dueTo, order: 'due' }),
    }
  })

/** Steps by the latest day on which they may be done; those of one day together, for there are twenty of them. */
export const fromWorkflows = (
  workflows: readonly (Pick<Workflow, 'id' | 'title'> & { steps: Pick<Step, 'title' | 'state' | 'latest'>[] })[],
): Coming[] =>
  workflows.flatMap(({ id, title, steps }) => {
    const left = steps.filter(({ state }) => state !== 'done' && state !== 'skipped')
    const byDay = Map.groupBy(left, ({ latest }) => latest.finish)
    return [...byDay].flatMap(([when, same]) =>
      when === null
        ? []
        : {
            ...{ key: `step ${id} ${when}`, lane: 'workflow' as const, when },
            unsure: same.some(({ latest }) => !latest.exact),
            text: `${title}, latest day of ${same.map(step => step.title).join(', ')}`,
            to: paths.workflow(id),
          },
    )
  })

export const fromPlans = (plans: readonly Plan[]): Coming[] =>
  plans.map(({ id, title, schoolYear: year }) => ({
    ...{ key: `plan ${id}`, lane: 'school' as const, when: `${year.slice(0, 4)}-07-01`, unsure: true },
    text: `Code plan “${title}” for ${year}`,
    to: paths.codePlan(id),
  }))

export const fromEditions = (editions: readonly { id: string; title: string; effective?: string | null }[]): Coming[] =>
  editions.flatMap(({ id, title, effective }) =>
    effective
      ? {
          ...{ key: `edition ${id}`, lane: 'force' as const, when: effective, unsure: true },
          text: `Rule edition “${title}” (draft) would be in force`,
          to: paths.ruleEdition(id),
        }
      : [],
  )

/** `2027-11` as "Nov 2027, day unknown". */
export const whenText = (when: string): string =>
  when.length > 7 ? dayText(when) : `${dayText(`${when}-01`).replace(' 1,', '')}, day unknown`

/** Of the entry in the list, to which the line leads. */
export const idOf = ({ key }: Pick<Coming, 'key'>): string => `coming-${key.replace(/[^a-z0-9]+/gi, '-')}`
