/** One credential as the layout with titles alone names it: `CTE`, `Single Subject*`, … and a subject. */
export interface NamedCredential {
  authType: 'Full' | 'Limited' | null
  /** The label as printed, without its colon; null where the text has none. */
  label: string | null
  subjectTitle: string | null
  /** `any of the currently-issued industry sectors` */
  any: boolean
}

const BLOCK = /(Full|Limited) Authorization:/
/** The longer first: "Supplementary Auth" is a part of others. The pieces are glued together: nothing but these tells where one ends. */
const LABEL =
  /(CTE credential in any of the currently[- ]issued industry sectors|(?:Single Subject|Intro Supplementary Auth|Specific Supplementary Auth|Supplementary Auth|Intro Subject Matter Auth|Specific Subject Matter Auth|CTE)\*?:)/
const ANY = /^CTE credential in any/

/**
 * Takes the cell `Credentials Authorizing Course` apart: "Full Authorization:CTE: Business and Finance; Marketing, Sales and
 * ServiceSingle Subject*: Business" names three. What cannot be taken apart comes back whole, without a label.
 */
export function readCredentialsCell(text: string): NamedCredential[] {
  const [before = '', ...rest] = text.split(BLOCK)
  const found = before.trim() === '' ? [] : [whole(null, before)]
  for (let n = 0; n < rest.length; n += 2) found.push(...readBlock(rest[n] as 'Full' | 'Limited', rest[n + 1] ?? ''))
  return found
}

function readBlock(authType: 'Full' | 'Limited', text: string): NamedCredential[] {
  const [before = '', ...pieces] = text.split(LABEL)
  // Words before the first label may qualify it ("Single Subject or …"): then nobody can say what belongs to what.
  if (before.trim() !== '' || pieces.length === 0) return text.trim() === '' ? [] : [whole(authType, text)]
  const found: NamedCredential[] = []
  for (let n = 0; n < pieces.length; n += 2) {
    const label = pieces[n]!
    const subjects = pieces[n + 1]!.split(';').map(subject => subject.trim())
    if (ANY.test(label)) {
      found.push({ authType, label: 'CTE', subjectTitle: label, any: true })
      if (subjects.some(subject => subject !== '')) found.push(whole(authType, pieces[n + 1]!))
      continue
    }
    for (const subject of subjects)
      if (subject !== '') found.push({ authType, label: label.slice(0, -1), subjectTitle: subject, any: false })
  }
  return found
}

const whole = (authType: NamedCredential['authType'], text: string): NamedCredential => ({
  ...{ authType, label: null, subjectTitle: text.trim(), any: false },
})
