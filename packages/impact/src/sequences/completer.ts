import {
  type Certainty,
  hasLevel,
  type PlacedCode,
  type SequencePathway,
  samePlace,
  sectorOf,
  standsIn,
  worldOf,
} from './sequences.ts'

/** One course of somebody who is not named. `passed` is C- or better, the band that Flash 183 asks of the capstone. */
export interface CourseTaken {
  code: string
  schoolYear: string
  grade: 'passed' | 'not' | 'unknown'
}
export interface Verdict {
  answer: Certainty
  reasons: string[]
}
export interface Completion {
  /** California: completes the pathway's sequence and passes the capstone with C- or better. The 300 hours were removed in 2023. */
  completer: Verdict
  /** Perkins V: completed at least two courses in a single program (20 U.S.C. 2302(12)(A)). */
  perkinsConcentrator: Verdict
}

type Judged = CourseTaken & { level: PlacedCode['level'] | null; fits: Certainty; why: string }

/** Whether courses make somebody a completer of a pathway, and a Perkins V concentrator. What no source says stays unknown. */
export function isCompleter(
  taken: readonly CourseTaken[],
  pathway: SequencePathway,
  codes: readonly PlacedCode[],
): Completion {
  const known = new Map(codes.map(code => [code.code, code]))
  const judged = taken.map(course => judge(course, pathway, known.get(course.code)))
  return { completer: completes(judged, pathway, codes), perkinsConcentrator: concentrates(judged, pathway) }
}

/** Whether a course counts for the pathway: on it (an introductory one, or on its sector), and in force in the year it was taken. */
function judge(course: CourseTaken, pathway: SequencePathway, code: PlacedCode | undefined): Judged {
  const { code: key, schoolYear } = course
  if (code === undefined) return { ...course, level: null, fits: 'unknown', why: `${key} is not known here` }
  const { level, places } = code
  const say = (fits: Certainty, why: string) => ({ ...course, level, fits, why })
  if (level === 'exploratory') return say('no', `${key} is exploratory and in no sequence`)
  const own = places.some(place => samePlace(place, pathway))
  const ofSector = places.some(place => samePlace(place, sectorOf(pathway)))
  if (!own && !ofSector) return say('no', `${key} does not belong to ${pathway.item}`)
  const stands = standsIn(code, schoolYear)
  if (stands === 'no') return say('no', `${key} was not in force in ${schoolYear} (GERR0007)`)
  if (!own && level !== 'introductory')
    return say('unknown', `No source says whether ${key} belongs to ${pathway.item}`)
  if (stands === 'unknown')
    return say('unknown', `No source says whether ${key} was in force in ${schoolYear} (GERR0007)`)
  return say('yes', `${key} belongs to ${pathway.item} and was in force in ${schoolYear}`)
}

/** Over every concentrator with every capstone: one pair that is certain is enough, one that may be leaves it unknown. */
function completes(courses: Judged[], pathway: SequencePathway, codes: readonly PlacedCode[]): Verdict {
  const may = (level: string) =>
    courses.filter(course => course.fits !== 'no' && (course.level === level || course.level === null))
  const pairs = may('concentrator').flatMap(first =>
    may('capstone').flatMap(last => (first === last ? [] : [pairOf(first, last)])),
  )
  const best =
    (['yes', 'unknown'] as const).flatMap(answer => pairs.filter(pair => pair.answer === answer))[0] ?? pairs[0]
  if (best !== undefined) return best
  const world = worldOf([pathway], [...codes], null)
  const reasons = (['concentrator', 'capstone'] as const).flatMap(level => {
    if (may(level).length > 0) return []
    const none = hasLevel(world, pathway, level) === 'no' ? `, and no code of ${pathway.item} is one` : ''
    return [`No ${level} of ${pathway.item} among the courses (${level === 'capstone' ? 'CERT124' : 'CERT122'})${none}`]
  })
  return { answer: 'no', reasons: [...reasons, ...courses.filter(({ fits }) => fits === 'no').map(({ why }) => why)] }
}

function pairOf(concentrator: Judged, capstone: Judged): Verdict {
  if (capstone.schoolYear < concentrator.schoolYear)
    return { answer: 'no', reasons: [`${capstone.code} was taken before ${concentrator.code}: out of sequence`] }
  if (capstone.grade === 'not')
    return { answer: 'no', reasons: [`${capstone.code}: the capstone was not passed with C- or better (Flash 183)`] }
  const doubts = [concentrator, capstone].filter(({ fits }) => fits === 'unknown').map(({ why }) => why)
  if (capstone.grade === 'unknown')
    doubts.push(`${capstone.code}: the grade is not known; C- or better completes (Flash 183)`)
  if (concentrator.grade !== 'passed')
    doubts.push(
      `${concentrator.code}: no source says which grade completes a concentrator; this one is ${concentrator.grade === 'not' ? 'below C-' : 'unknown'}`,
    )
  if (doubts.length > 0) return { answer: 'unknown', reasons: doubts }
  return {
    answer: 'yes',
    reasons: [concentrator.why, capstone.why, `${capstone.code} was passed with C- or better (Flash 183)`],
  }
}

/** The statute names no grade: a course below C- may have been completed. */
function concentrates(courses: Judged[], { item }: SequencePathway): Verdict {
  const distinct = (list: Judged[]) => [...new Set(list.map(({ code }) => code))]
  const possible = distinct(courses.filter(({ fits }) => fits !== 'no'))
  const certain = distinct(courses.filter(({ fits, grade }) => fits === 'yes' && grade === 'passed'))
  const law = 'at least two in one program (20 U.S.C. 2302(12)(A))'
  if (certain.length >= 2)
    return { answer: 'yes', reasons: [`${certain.join(', ')} were completed in ${item}: ${law}`] }
  if (possible.length >= 2)
    return {
      answer: 'unknown',
      reasons: [`${possible.join(', ')} may count for ${item}, ${certain.length} certainly: ${law}`],
    }
  return {
    answer: 'no',
    reasons: [
      `${possible.length === 0 ? 'No course counts' : `Only ${possible.join(', ')} counts`} for ${item}: ${law}`,
    ],
  }
}
