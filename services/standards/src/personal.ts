import { findPersonal } from '@cte-align/service'
import { commentProblem } from './comment-errors.ts'

/**
 * Refuses a text that seems to hold an e-mail address, a phone number or a number that stands for a person. Says where, never
 * what: the refusal goes into logs. Names cannot be told from other words; who records a comment leaves them out.
 */
export function refusePersonal(path: string, text: string | null | undefined): void {
  const found = text == null ? null : findPersonal(text)
  if (found === null) return
  const { what, place } = found
  throw commentProblem(
    'CTE_LOOKS_PERSONAL',
    { path, what, place },
    { errors: [{ path, message: `seems to hold ${what} at ${place}` }] },
  )
}
