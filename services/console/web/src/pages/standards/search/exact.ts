// What a code names, when it names exactly one thing.
import type { Item } from '@cte-align/client'
import { paths } from '../../../paths.ts'
import { type Found, kindWord } from '../words.ts'

export type CourseCode = Item<'course-codes', '/course-codes', 'get'>
export type Authorization = Item<'credentials', '/authorizations', 'get'>

export interface Named {
  what: string
  code: string
  title: string
  to: string
}

interface FoundAll {
  items: readonly Found[]
  courseCodes: readonly CourseCode[]
  authorizations: readonly Authorization[]
}

/** Everything whose code is what was typed, in any case: `ICT.B5.3`, `7600`, `CTE/R4T/ANR`; a bare `B5.3` is in many sectors. */
export function namedBy(typed: string, { items, courseCodes, authorizations }: FoundAll): Named[] {
  const code = typed.trim().toUpperCase()
  if (code === '') return []
  const keyed = items.filter(({ match }) => match === 'key')
  const coded = keyed.length > 0 ? keyed : items.filter(({ match }) => match === 'code')
  return [
    ...coded.map(({ framework, id, key, kind, title }) => ({
      what: kindWord(kind),
      code: key,
      title,
      to: paths.item(framework, id),
    })),
    ...courseCodes
      .filter(each => each.code.toUpperCase() === code)
      .map(({ code, title }) => ({ what: 'course code', code, title, to: paths.courseCode(code) })),
    ...authorizations
      .filter(({ key }) => key.toUpperCase() === code)
      .map(each => ({
        what: 'authorization',
        code: each.key,
        title: authorizationTitle(each),
        to: paths.authorization(each.key),
      })),
  ]
}

export const authorizationTitle = ({ title, subjectTitle }: Pick<Authorization, 'title' | 'subjectTitle'>): string =>
  subjectTitle ? `${title}: ${subjectTitle}` : title
