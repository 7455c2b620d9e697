// What a dry run says, put together for reading: how many go from where to where, and who is left out and why.
import type { BulkPlan } from './flag-types.ts'
import { standingInWords } from './step.ts'

export interface Course {
  from: string
  to: string
  flags: number
}

/** How many of the listed flags go from which standing to which, the most first. */
export function coursesOf({ rows }: Pick<BulkPlan, 'rows'>): Course[] {
  const courses = new Map<string, Course>()
  for (const { before, after } of rows) {
    const [from, to] = [standingInWords(before), dueToo(standingInWords(after), before.due, after.due)]
    const course = courses.get(`${from}>${to}`) ?? { from, to, flags: 0 }
    courses.set(`${from}>${to}`, { ...course, flags: course.flags + 1 })
  }
  return [...courses.values()].sort((a, b) => b.flags - a.flags)
}

const dueToo = (words: string, before: string | null, after: string | null): string =>
  before === after ? words : `${words}, due ${after ?? 'as reckoned'}`

export interface Exceptions {
  code: string
  /** Of the first; the others' differ in their names. */
  reason: string
  names: string[]
}

/** Those that cannot take the step, by why. */
export function exceptionsOf({ refusals }: Pick<BulkPlan, 'refusals'>): Exceptions[] {
  const groups = new Map<string, Exceptions>()
  for (const { code, reason, dependent, flag } of refusals) {
    const group = groups.get(code) ?? { code, reason, names: [] }
    group.names.push(dependent?.key ?? flag)
    groups.set(code, group)
  }
  return [...groups.values()]
}
