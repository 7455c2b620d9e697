import type { Answer, Body } from '@cte-align/client'

export type HolderCheck = Body<'credentials', '/holder-check', 'post'>
export type HolderAnswer = Answer<'credentials', '/holder-check', 'post'>
export type Verdict = HolderAnswer['verdict']

/** What is kept while one types: codes alone. Days and printed titles are gone with the page. */
export interface HolderCodes {
  courseCode: string
  schoolYear: string
  side: string
  documents: DocumentCodes[]
}
export interface DocumentCodes {
  documentCode: string
  /** Null until somebody types it: then it is the only one that the document has (for the subject). Empty: not known. */
  authorizationCode: string | null
  subjectCode: string
}
export interface HolderDays {
  printedTitle: string
  issued: string
  added: string
  expires: string
  forLife: boolean
}
export const NO_CODES: DocumentCodes = { documentCode: '', authorizationCode: null, subjectCode: '' }
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
export function questionOf(
  codes: HolderCodes,
  days: readonly HolderDays[],
  known: readonly KnownAuthorization[],
): HolderCheck {
  const { courseCode, schoolYear, side, documents } = codes
  return {
    courseCode: courseCode.trim(),
    ...(schoolYear && { schoolYear }),
    ...(side && { side }),
    documents: documents.map((document, index) => {
      const { documentCode, subjectCode } = document
      const { printedTitle, issued, added, expires, forLife } = days[index] ?? NO_DAYS
      return {
        documentCode: documentCode.trim(),
        authorizationCode: authorizationOf(document, known).trim() || null,
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

export interface KnownAuthorization {
  documentCode: string
  authorizationCode: string | null
  subjectCode: string | null
  subjectTitle: string | null
}

/** What is typed; until then the only authorization code that the document has, for the subject where one is given. */
export function authorizationOf(document: DocumentCodes, known: readonly KnownAuthorization[]): string {
  if (document.authorizationCode !== null) return document.authorizationCode
  const subject = document.subjectCode.trim()
  const codes = new Set(
    known
      .filter(each => each.documentCode === document.documentCode.trim())
      .filter(each => subject === '' || each.subjectCode === subject)
      .map(each => each.authorizationCode),
  )
  const [only] = codes
  return codes.size === 1 ? (only ?? '') : ''
}

/** What CTC's catalogue has on a document: its authorization codes, and the subject codes of the one that is typed. */
export function onDocument(document: DocumentCodes, known: readonly KnownAuthorization[]) {
  const typed = document.authorizationCode?.trim() ?? ''
  const own = known.filter(each => each.documentCode === document.documentCode.trim())
  return {
    authorizations: [...new Set(own.flatMap(each => each.authorizationCode ?? []))],
    subjects: [
      ...new Map(
        own
          .filter(each => typed === '' || each.authorizationCode === typed)
          .flatMap(each => (each.subjectCode ? [[each.subjectCode, each.subjectTitle ?? ''] as const] : [])),
      ),
    ],
  }
}
