import { fingerprint } from '@cte-align/contracts'
import type { EditionHead, EditionRule } from './kept-edition.ts'

interface Edition {
  head: EditionHead
  rules: readonly EditionRule[]
}
const HEAD = ['title', 'origin', 'publishedOn', 'source', 'verified', 'layout'] as const

/** What two editions of one id differ in, in words; null where they say the same. Rows are compared whatever their order. Pure. */
export function differenceBetween(standing: Edition, given: Edition): string | null {
  for (const field of HEAD) {
    const [is, said] = [standing.head[field], given.head[field]]
    if (is !== said) return `its ${field} is ${show(is)}, not ${show(said)}`
  }
  const gone = without(standing.rules, given.rules)
  const come = without(given.rules, standing.rules)
  if (gone.length + come.length === 0) return null
  const first = come[0] === undefined ? `without ${inWords(gone[0]!)}` : `row ${come[0].row}: ${inWords(come[0])}`
  return `${come.length} rows it does not have and ${gone.length} that it has and the other lacks; the first, ${first}`
}

/** The rows of one that the other does not say, repeated ones as often as they are there more. */
function without(rules: readonly EditionRule[], others: readonly EditionRule[]): EditionRule[] {
  const left = new Map<string, number>()
  for (const rule of others) left.set(said(rule), (left.get(said(rule)) ?? 0) + 1)
  return rules.filter(rule => {
    const count = left.get(said(rule)) ?? 0
    left.set(said(rule), count - 1)
    return count <= 0
  })
}

/** The row's content alone: a stored one has more fields, and its number may differ. */
const said = (rule: EditionRule): string => {
  const { courseCode, authType, documentCode, authorizationCode, subjectCode, authorizationTitle, subjectTitle } = rule
  const { condition, courseTitle, broadSubject, setting, joinedByTitle, gaps, kind } = rule
  return fingerprint([
    ...[courseCode, authType, documentCode, authorizationCode, subjectCode, authorizationTitle, subjectTitle],
    ...[condition, courseTitle, broadSubject, setting, joinedByTitle, gaps, kind],
  ])
}

const inWords = (rule: EditionRule): string =>
  `${rule.courseCode} admits ${rule.documentCode ?? '_'}/${rule.authorizationCode ?? '_'}/${rule.subjectCode ?? '_'}`

const show = (value: unknown): string => (value === null ? 'not given' : String(value))
