import { codesIn } from '../sequences/what-if.ts'

/** What somebody handed over: a file as it is, or codes that they wrote. */
export type DistrictList = { file: File } | { codes: string[] }

/** A file goes first; null where there is neither. */
export function listOf(file: File | null, text: string): DistrictList | null {
  if (file) return { file }
  const codes = codesIn(text)
  return codes.length > 0 ? { codes } : null
}
