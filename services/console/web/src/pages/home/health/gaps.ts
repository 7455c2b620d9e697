// What is not known or not verified, in words, with the page that mends it.
import { paths } from '../../../paths.ts'

export const GAP_SERVICES = { credentials: 'CTC', 'course-codes': 'CALPADS' } as const
export type GapService = keyof typeof GAP_SERVICES

export interface Gap {
  code: string
  key: string
  message: string
}

const WORDS: Record<string, string> = {
  'authorization-code-blank': 'authorizations without a code in their source',
  'no-subject': 'authorizations that carry no subject',
  'status-unknown': 'documents of which nobody knows whether they are still issued',
  'statement-not-carried': 'authorization codes whose statement is not carried here',
  unverified: 'records that nobody has verified against their source',
  'unverified-list': 'sections of law whose list nobody has verified',
  'pathway-code-blank': 'pathways without a CALPADS code in any source',
  'school-years-unknown': 'course codes of which nobody knows in which school years they are valid',
  'pathway-not-stated': 'course codes whose pathway no source states',
  'manual-review': 'authorizations to which no sector leads, looked at by hand',
}

/** A kind that is newer than this page is told by its code. */
export const gapWords = (code: string): string => WORDS[code] ?? code.replaceAll('-', ' ')

/** Most first. */
export const gapsByCode = (gaps: readonly Gap[]): { code: string; count: number }[] =>
  [...Map.groupBy(gaps, ({ code }) => code)]
    .map(([code, { length: count }]) => ({ code, count }))
    .sort((a, b) => b.count - a.count)

/** Where the record is that has the gap; null where it has no page. */
export function pageOfGap(service: GapService, key: string): string | null {
  const [framework, item] = key.split(':')
  if (framework && item) return paths.search({ q: item, framework })
  if (service === 'course-codes') return /^\d{4}$/.test(key) ? paths.courseCode(key) : null
  return key.split('/').length === 3 ? paths.authorization(key) : null
}
