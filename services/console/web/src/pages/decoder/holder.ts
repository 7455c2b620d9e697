import type { Answer, Body } from '@cte-align/client'

export type HolderCheck = Body<'credentials', '/holder-check', 'post'>
export type HolderAnswer = Answer<'credentials', '/holder-check', 'post'>
export type Verdict = HolderAnswer['verdict']

/** What is kept while one types: codes alone. Days and printed titles are gone with the page. */
export interface HolderCodes {
  courseCode: string
  schoolYear: string
  side: string
  documents: { documentCode: string; authorizationCode: string; subjectCode: string }[]
}
export interface HolderDays {
  printedTitle: string
  issued: string
  added: string
  expires: string
  forLife: boolean
}
export const NO_CODES = { documentCode: '', authorizationCode: '', subjectCode: '' }
export const NO_DAYS: HolderDays = { printedTitle: '', issued: '', added: '', expires: '', forLife: false }

/** The verdict as an answer to "may this holder teach it?". */
export const VERDICTS: Record<Verdict, { answer: string; shape: string; kind: 'good' | 'breaking' | 'unsure' }> = {
  authorized: { answer: 'Yes', shape: '✓', kind: 'good' },
  'not-authorized': { answer: 'No', shape: '✕', kind: 'breaking' },
  review: { answer: 'Unknown: a person must look', shape: '?', kind: 'unsure' },
}

/** What is missing before it can be asked, by field. */
export function holderFaults({ courseCode, documents }: HolderCodes): Record<string, string> {
  const faults: Record<string, string> = {}
  if (!/^\d{4}$/.test(courseCode.trim())) faults.courseCode = 'A course code has four digits, as in 7600'
  documents.forEach(({ documentCode }, index) => {
    if (documentCode.trim() === '') faults[`document ${index}`] = 'Which document: its code, as in CTE'
  })
  return faults
}

/** The question, with what is blank as "not known". */
export function questionOf(codes: HolderCodes, days: readonly HolderDays[]): HolderCheck {
  const { courseCode, schoolYear, side, documents } = codes
  return {
    courseCode: courseCode.trim(),
    ...(schoolYear && { schoolYear }),
    ...(side && { side }),
    documents: documents.map(({ documentCode, authorizationCode, subjectCode }, index) => {
      const { printedTitle, issued, added, expires, forLife } = days[index] ?? NO_DAYS
      return {
        documentCode: documentCode.trim(),
        authorizationCode: authorizationCode.trim() || null,
        subjectCode: subjectCode.trim() || null,
        printedTitle: printedTitle.trim() || null,
        issued: issued || null,
        added: added || null,
        expires: forLife ? 'never' : expires || null,
      }
    }),
  }
}

/** This school year and those about it: a school year runs from 1 July to 30 June. */
export function schoolYears(today: string, { back = 2, ahead = 4 } = {}): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const present = month >= 7 ? year : year - 1
  return Array.from({ length: back + 1 + ahead }, (_, index) => {
    const begins = present - back + index
    return `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
  })
}

export const schoolYearOf = (today: string): string => schoolYears(today, { back: 0, ahead: 0 })[0]!

interface KnownAuthorization {
  documentCode: string
  authorizationCode: string | null
  subjectCode: string | null
  subjectTitle: string | null
}

/** What CTC's catalogue has on a document: the authorization codes, and the subject codes of the one that is chosen. */
export function onDocument(
  known: readonly KnownAuthorization[],
  { documentCode, authorizationCode }: { documentCode: string; authorizationCode: string },
) {
  const own = known.filter(each => each.documentCode === documentCode.trim())
  const authorizations = [...new Set(own.flatMap(each => each.authorizationCode ?? []))]
  const subjects = new Map(
    own
      .filter(each => authorizationCode.trim() === '' || each.authorizationCode === authorizationCode.trim())
      .flatMap(each => (each.subjectCode ? [[each.subjectCode, each.subjectTitle ?? each.subjectCode] as const] : [])),
  )
  return { authorizations, subjects: [...subjects] }
}
