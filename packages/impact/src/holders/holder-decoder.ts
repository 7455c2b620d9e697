import { type AssignmentRule, dayAfter, type GrandfatheringRule, type SubjectTitle } from '@cte-align/contracts'
import { isCteCode } from '../code-sets/field-limits.ts'
import { authorizationKey, type DoubtfulPair, type UnreadRow } from '../decoder/decoder-table.ts'
import { compareText } from '../natural-order.ts'

/** What a holder check has to know of an authorization that CTC lists. */
export interface HolderAuthorization {
  documentCode: string
  authorizationCode: string | null
  subjectCode: string | null
  title: string
  subjectTitle: string | null
  cteRelation: string
  status: string
  twinOf: string | null
  gaps: readonly string[]
}
export interface HolderSubject {
  code: string
  title: string
  /** Every title it ever had, with its last day where that is known. */
  titles: readonly Pick<SubjectTitle, 'title' | 'to'>[]
  /** No longer issued; the last day, where it is known. */
  ended?: { on: string | null }
}
/** A rule as others may hand it in: a code that the table leaves blank is null, empty or `_`. */
export type HolderRule = Omit<AssignmentRule, 'authorizationCode' | 'subjectCode'> & {
  authorizationCode: string | null
  subjectCode: string | null
}

/** As much of a decoder as a holder is checked against. */
export interface HolderDecoder {
  rules: readonly HolderRule[]
  authorizations: readonly HolderAuthorization[]
  subjects: readonly HolderSubject[]
  grandfathering: readonly GrandfatheringRule[]
  /** Rows that leave blank who is authorized, and pairs of which nobody can say whether they are admitted. */
  unread?: readonly UnreadRow[]
  doubts?: readonly DoubtfulPair[]
}

/** The rules of one course code. */
export interface CourseRules {
  rules: readonly HolderRule[]
  grandfathering: readonly GrandfatheringRule[]
  /** Some rule stands for a CTE sector, so that only a CTE authorization will do. */
  isCte: boolean
  /** Subject codes of the sectors whose course code it is: `FAB+MSS` for 7400; `*` for any. */
  sector: string
}

interface Titled {
  code: string
  title: string
  before: string | null
}
export type CompiledDecoder = ReturnType<typeof compileDecoder>

/** A decoder by course code and key, read once for any number of holders. The order of its rows does not matter. */
export function compileDecoder(decoder: HolderDecoder) {
  const { authorizations, subjects, grandfathering, unread = [], doubts = [] } = decoder
  const rules = [...decoder.rules, ...unread.map(blankRule)]
  const doubtful = new Set(doubts.map(({ courseCode, authorization }) => `${courseCode} ${authorization}`))
  const byCode = new Map<string, { rules: HolderRule[]; grandfathering: GrandfatheringRule[] }>()
  const at = (code: string) => {
    const known = byCode.get(code) ?? { rules: [], grandfathering: [] }
    byCode.set(code, known)
    return known
  }
  for (const rule of rules.sort((a, b) => compareText(a.id, b.id))) at(rule.courseCode).rules.push(rule)
  for (const rule of [...grandfathering].sort((a, b) => compareText(a.id, b.id)))
    for (const code of new Set(rule.courseCodes)) at(code).grandfathering.push(rule)
  const listed = [...authorizations].sort((a, b) => compareText(authorizationKey(a), authorizationKey(b)))
  const byKey = new Map(listed.map(row => [authorizationKey(row), row]))
  const sectorDocuments = new Map<string, HolderAuthorization>()
  for (const row of listed)
    if (row.cteRelation === 'authorizes_cte_sector' && !sectorDocuments.has(row.documentCode))
      sectorDocuments.set(row.documentCode, row)
  return {
    courseCodes: new Map<string, CourseRules>(
      [...byCode].map(([code, found]) => [code, { ...found, ...sectorOf(found.rules) }]),
    ),
    authorization: (key: string): HolderAuthorization | undefined => byKey.get(key),
    /** Any authorization for a CTE sector that this document carries. */
    sectorDocument: (documentCode: string): HolderAuthorization | undefined => sectorDocuments.get(documentCode),
    /** Whether nobody can say if the decoder admits this authorization to this course code. */
    isDoubtful: (courseCode: string, key: string): boolean => doubtful.has(`${courseCode} ${key}`),
    areTwins: (a: string, b: string): boolean => byKey.get(a)?.twinOf === b || byKey.get(b)?.twinOf === a,
    subjects: new Map(subjects.map(subject => [subject.code, subject])),
    titles: titlesOf(subjects, listed),
  }
}

/** A row with blanks admits whomever the rest does not rule out, and a person must look. */
const blankRule = ({ row, ...said }: UnreadRow): HolderRule => ({
  ...{
    id: `${said.courseCode}:row ${row ?? '_'}`,
    courseCode: said.courseCode,
    documentCode: said.documentCode ?? '_',
  },
  ...{ authorizationCode: said.authorizationCode, subjectCode: said.subjectCode, authType: 'Full', condition: null },
  ...{ kind: isCteCode(said.courseCode) ? 'sector' : 'other', verified: true },
})

function sectorOf(rules: readonly HolderRule[]): Pick<CourseRules, 'isCte' | 'sector'> {
  const sectors = rules
    .filter(({ kind }) => kind === 'sector' || kind === 'wildcard')
    .map(rule => rule.subjectCode ?? '_')
  return {
    isCte: rules.some(({ kind }) => kind !== 'other'),
    sector: [...new Set(sectors)].sort(compareText).join('+') || '_',
  }
}

function titlesOf(subjects: readonly HolderSubject[], authorizations: readonly HolderAuthorization[]) {
  const present = new Map<string, Titled[]>()
  const earlier = new Map<string, Titled[]>()
  const put = (titles: Map<string, Titled[]>, titled: Titled) => {
    const word = plainTitle(titled.title)
    const known = titles.get(word) ?? []
    if (!known.some(each => each.code === titled.code)) known.push(titled)
    titles.set(word, known)
  }
  for (const { code, title, titles } of [...subjects].sort((a, b) => compareText(a.code, b.code))) {
    put(present, { code, title, before: null })
    for (const old of titles)
      if (old.title !== title)
        put(earlier, { code, title: old.title, before: old.to === null ? null : dayAfter(old.to) })
  }
  for (const { subjectCode, subjectTitle } of authorizations)
    if (subjectCode !== null && subjectTitle !== null)
      put(present, { code: subjectCode, title: subjectTitle, before: null })
  return { present, earlier }
}

/** Agencies spell one title differently: Public Service(s), Technologies and Technology, with and without a comma, and or &. */
export const plainTitle = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .map(word => word.replace(/ies$/, 'y').replace(/s$/, ''))
    .join(' ')
