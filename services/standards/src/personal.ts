import { commentProblem } from './comment-errors.ts'

/** Each bounded, so that a long text of nothing else takes no longer than another. */
const LOOKS: { what: string; pattern: RegExp }[] = [
  {
    what: 'an e-mail address',
    pattern: /[\p{L}\p{N}._%+'-]{1,64} ?(?:@|[[(] ?at ?[\])]) ?(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/iu,
  },
  { what: 'a Social Security number', pattern: /(?<![\d-])\d{3}([- ])\d{2}\1\d{4}(?![\d-])/u },
  {
    what: 'a phone number',
    pattern:
      /(?<![\d.-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])|(?<![\d-])[2-9]\d{2}-\d{4}(?![\d-])/u,
  },
  { what: 'a long number that may stand for a person', pattern: /(?<![\d.,-])\+?\d{9,11}(?![\d.,-]*\d)/u },
]

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

/** The first such place, counted from 1 as an editor counts; null where nothing looks personal. */
export function findPersonal(text: string): { what: string; place: string } | null {
  const plain = asTyped(text)
  const found = LOOKS.flatMap(({ what, pattern }) => {
    const match = pattern.exec(plain)
    return match === null ? [] : [{ what, from: match.index + 1, to: match.index + match[0].length }]
  }).sort((a, b) => a.from - b.from)[0]
  return found === undefined ? null : { what: found.what, place: `characters ${found.from} to ${found.to}` }
}

/** Word processors put other hyphens and blanks, some keyboards wide digits. One for one, so that places stay. */
const asTyped = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00ad\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\t\r\n]/g, ' ')
