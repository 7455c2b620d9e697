import type { Answer, Item } from '@cte-align/client'

export type Comparison = Answer<'credentials', '/decoder/compare', 'get'>
export type Difference = Item<'credentials', '/decoder/compare', 'get'>
export type Outcome = Difference['outcome']
export type What = Difference['what']

/** How an outcome is called where the two sides are "now" and "then". */
export const OUTCOMES: Record<Outcome, string> = {
  permitted: 'gains',
  refused: 'loses',
  unknown: 'unknown',
  new: 'new course code',
  gone: 'course code gone',
  'first-pair': 'somebody may teach it now',
  'without-pair': 'nobody is left',
  added: 'rule added',
  dropped: 'rule dropped',
  changed: 'rule says something else',
  emptied: 'nothing satisfies the rule any more',
  filled: 'something satisfies the rule now',
}
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as Outcome[]
export const WHATS: Record<What, string> = {
  pair: 'Who gains or loses a course code',
  'course-code': 'Course codes',
  rule: 'Rules',
}
export const WHAT_NAMES = Object.keys(WHATS) as What[]

export interface Group {
  courseCode: string
  sectors: Difference['sectors']
  rows: Difference[]
}

/** Differences under their course codes, in the order in which they came. */
export function byCourseCode(rows: readonly Difference[]): Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const group = groups.get(row.courseCode) ?? { courseCode: row.courseCode, sectors: row.sectors, rows: [] }
    group.rows.push(row)
    groups.set(row.courseCode, group)
  }
  return [...groups.values()]
}

/** How many of a kind and outcome there are in all, whatever is shown of them. */
export const countOf = (counts: Record<string, number>, what: What, outcome: Outcome): number =>
  counts[`${what} ${outcome}`] ?? 0

/** "3 lose a course code, 2 gain one, of 1 nobody can say". */
export function inOneSentence({ summary: { counts } }: Pick<Comparison, 'summary'>): string {
  const [lost, gained, unknown] = (['refused', 'permitted', 'unknown'] as const).map(each =>
    countOf(counts, 'pair', each),
  )
  if (Object.values(counts).every(count => count === 0)) return 'The two decoders say the same.'
  const left = countOf(counts, 'course-code', 'without-pair')
  return [
    `${pairs(lost!)} lost, ${pairs(gained!)} gained.`,
    unknown! > 0 && `Of ${pairs(unknown!)} nobody can say.`,
    left > 0 &&
      `${left} course code${left === 1 ? '' : 's'} would be left without anybody who may teach ${left === 1 ? 'it' : 'them'}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const pairs = (count: number) => `${count} pair${count === 1 ? '' : 's'} of course code and authorization`
