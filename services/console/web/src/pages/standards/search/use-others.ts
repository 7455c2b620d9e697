import { courseCodes, credentials } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'

/** Course codes and authorizations that hold what was typed. Without anything typed, nothing is asked. */
export function useOthers(typed: string) {
  const q = typed.trim()
  const options = { enabled: q !== '', keep: true }
  return {
    courseCodes: usePages(
      ['course-codes', 'search', q],
      (cursor, signal) =>
        courseCodes.GET('/course-codes', { params: { query: { q, limit: 20, ...(cursor && { cursor }) } }, signal }),
      options,
    ),
    authorizations: usePages(
      ['credentials', 'search', q],
      (cursor, signal) =>
        credentials.GET('/authorizations', { params: { query: { q, limit: 20, ...(cursor && { cursor }) } }, signal }),
      options,
    ),
  }
}
export type Others = ReturnType<typeof useOthers>
