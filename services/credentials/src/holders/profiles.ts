import type { HolderDocument } from '@cte-align/contracts'
import type { FieldError } from '@cte-align/service'
import type { HolderRow } from './read-holder-row.ts'

/** Holders who are alike: their documents, and for what they are asked. Rows that follow each other under one label are one. */
export interface Profile {
  /** The first of its rows in the file. */
  number: number
  rows: number
  label: string | null
  documents: HolderDocument[]
  courseCode: string
  /** How many holders it stands for. */
  holders: number
  /** What is wrong with any of its rows: then none of it is evaluated, since with half its documents it would be another. */
  faults: FieldError[]
}

export const MOST_DOCUMENTS = 50

/** Gathers rows into profiles as they come; of the file no more is held than one profile. */
export async function* profilesOf(rows: AsyncIterable<HolderRow> | Iterable<HolderRow>): AsyncGenerator<Profile> {
  let open: Profile | null = null
  for await (const row of rows) {
    if (open !== null && row.profile !== null && row.profile === open.label) {
      join(open, row)
      continue
    }
    if (open !== null) yield open
    open = begin(row)
  }
  if (open !== null) yield open
}

function begin({ number, profile, document, courseCode, count, faults }: HolderRow): Profile {
  if (courseCode === null && !faults.some(({ path }) => isCourseCode(path) || path === `/rows/${number}`))
    faults.push({ path: `/rows/${number}/course code`, message: 'is blank' })
  return {
    ...{ number, rows: 1, label: profile, documents: [document], faults },
    ...{ courseCode: courseCode ?? '', holders: count ?? 1 },
  }
}

const isCourseCode = (path: string): boolean => /\/course.?code$/i.test(path)

/** A further row repeats course code and count or leaves them blank. */
function join(profile: Profile, { number, document, courseCode, count, faults }: HolderRow): void {
  profile.rows++
  profile.faults.push(...faults)
  const fault = (column: string, message: string) => profile.faults.push({ path: `/rows/${number}/${column}`, message })
  if (courseCode !== null && courseCode !== profile.courseCode)
    fault('course code', 'differs within the profile: a holder with another course code is a profile of its own')
  if (count !== null && count !== profile.holders) fault('count', 'differs within the profile')
  if (profile.documents.length < MOST_DOCUMENTS) profile.documents.push(document)
  else if (profile.rows === MOST_DOCUMENTS + 1) fault('document', `is one more than the ${MOST_DOCUMENTS} of a profile`)
}
