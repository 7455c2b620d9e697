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

/** Most titles and codes: nothing that any of these would begin with. Looked at once, it spares files of many rows the rest. */
const PLAIN = /^[A-Za-z &,.;:'"/-]*$/

/** The first such place, counted from 1 as an editor counts; null where nothing looks personal. */
export function findPersonal(text: string): { what: string; place: string } | null {
  if (PLAIN.test(text)) return null
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

const squeezed = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Headings of columns that hold a person, as CALPADS, CTC and their vendors write them (file layouts 9.16, 11.07 to 11.12). */
const HEADINGS =
  /^(?:.*(?:seid|ssid|ssn|socialsecurity(?:no|number)?|birth(?:date|day)?|dateofbirth|dob)|.*(?:first|middle|last|legal|maiden|given|family|sur)name|(?:full|teacher|educator|employee|holder|student|pupil|person|staff|applicant)?(?:name|names)|(?:teacher|educator|employee|holder|student|pupil|person|staff|applicant|localstudent|localemployee)(?:id|ids|no|number)?|.*(?:email|emailaddress|phone|telephone|phonenumber|homeaddress|streetaddress|gender(?:code)?)|(?:document|credential)(?:no|number))$/

/** Whether a column's heading says that it holds persons: only anonymous files are taken, whatever the cells say. */
export const isPersonalHeading = (heading: string): boolean => HEADINGS.test(squeezed(heading))
