import type { SubjectSpelling, SubjectTitle } from '@cte-align/contracts'

type Period = Pick<SubjectTitle, 'from' | 'to'>
interface TitledSubject {
  code: string
  titles: readonly SubjectTitle[]
  spellings?: readonly SubjectSpelling[]
}

/** A subject whose title reads so: the period of that title, or the spelling that it was known by. */
export interface RecognizedTitle {
  code: string
  /** Null where only a spelling was recognized: no period is known of it. */
  title: SubjectTitle | null
  spelling: string | null
}

/**
 * The title on a day. `unknown` where no period holds the day, and where dates are missing. A subject's only title, without any date,
 * holds on every day: no other is known.
 */
export function titleOn<T extends Period>(titles: readonly T[], day: string): T | 'unknown' {
  const [only] = titles
  if (only !== undefined && titles.length === 1 && !isDated(only)) return only
  const holding = titles.filter(title => isDated(title) && holds(title, day))
  return holding.length === 1 ? holding[0]! : 'unknown'
}

/** The first two titles, by their place, whose periods have a day in common; a title without any date has none. */
export function overlappingTitles(titles: readonly Period[]): [number, number] | undefined {
  for (const [second, later] of titles.entries())
    for (const [first, earlier] of titles.slice(0, second).entries())
      if (isDated(earlier) && isDated(later) && meet(earlier, later)) return [first, second]
  return undefined
}

/** The subjects that were ever called so, whatever the blanks, commas and case: titles first, then spellings. */
export function recognizeTitle(printed: string, subjects: readonly TitledSubject[]): RecognizedTitle[] {
  const wanted = normalTitle(printed)
  if (wanted === '') return []
  const byTitle = subjects.flatMap(({ code, titles }) =>
    titles
      .filter(({ title }) => normalTitle(title) === wanted)
      .map((title): RecognizedTitle => ({ code, title, spelling: null })),
  )
  const known = new Set(byTitle.map(({ code }) => code))
  const bySpelling = subjects.flatMap(({ code, spellings = [] }) => {
    const found = known.has(code) ? undefined : spellings.find(({ spelling }) => normalTitle(spelling) === wanted)
    return found === undefined ? [] : [{ code, title: null, spelling: found.spelling }]
  })
  return [...byTitle, ...bySpelling]
}

/** A title as it is compared: small letters, no commas, single blanks. */
export const normalTitle = (text: string): string =>
  text
    .replace(/[\s,]+/g, ' ')
    .trim()
    .toLowerCase()

const isDated = ({ from, to }: Period): boolean => from !== null || to !== null
const holds = ({ from, to }: Period, day: string): boolean =>
  (from === null || from <= day) && (to === null || day <= to)
const meet = (a: Period, b: Period): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to)
