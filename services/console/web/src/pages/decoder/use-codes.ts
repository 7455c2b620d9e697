import { courseCodes, credentials } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useUpTo } from '../../data/use-up-to.ts'

const limit = 200
const HOUR = 3_600_000

/** What is proposed while one types codes: of documents, authorizations and course codes. Where it could not be read one types on. */
export function useCodes() {
  const documents = useUpTo(
    usePages(
      ['credentials', 'documents', 'codes'],
      (cursor, signal) =>
        credentials.GET('/documents', { params: { query: { limit, ...(cursor && { cursor }) } }, signal }),
      { staleTime: HOUR },
    ),
  )
  const authorizations = useUpTo(
    usePages(
      ['credentials', 'authorizations', 'codes'],
      (cursor, signal) =>
        credentials.GET('/authorizations', { params: { query: { limit, ...(cursor && { cursor }) } }, signal }),
      { staleTime: HOUR },
    ),
  )
  const codes = useUpTo(
    usePages(
      ['course-codes', 'course-codes', 'codes'],
      (cursor, signal) =>
        courseCodes.GET('/course-codes', { params: { query: { limit, ...(cursor && { cursor }) } }, signal }),
      { staleTime: HOUR },
    ),
  )
  return {
    documents: (documents.data ?? []).map(({ code, title }) => [code, title] as const),
    authorizations: authorizations.data ?? [],
    courseCodes: (codes.data ?? []).map(({ code, title }) => [code, title] as const),
  }
}
export type KnownCodes = ReturnType<typeof useCodes>
