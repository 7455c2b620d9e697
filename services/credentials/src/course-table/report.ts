import type { DecoderDifference } from '@cte-align/contracts'
import { compareKeys } from '@cte-align/impact'
import { z } from 'zod'
import { admittedKey, WILDCARD } from '../assignment-rule.ts'
import { keyOf } from '../authorization.ts'
import type { readCatalogue } from '../catalogue.ts'
import { DecoderSide } from '../decoder/decoder-sides.ts'
import { EditionGap, EditionLayout, type EditionRule } from '../decoder/kept-edition.ts'
import type { CourseTable } from './read-course-table.ts'

/** Lists in a report are for reading: beyond this many the counts tell. */
const MOST_LISTED = 1000

const At = z.string().meta({ description: 'Row as in the file (its first is 1) and column: /rows/12/Subject Code' })
const Row = z.int()
const listed = <T extends z.ZodType>(row: T) =>
  z.object({ count: z.int(), items: z.array(row).meta({ description: `The first ${MOST_LISTED}` }) })
const UnknownCode = z.object({ code: z.string(), rows: z.int(), first: Row })

export const CourseTableReport = z.object({
  dryRun: z.boolean(),
  edition: z.string(),
  layout: EditionLayout,
  sheet: z.string().nullable(),
  rows: z.int().meta({ description: 'Rows of the file below its headings' }),
  rules: z.int().meta({ description: 'Rules that they say; a row may say several' }),
  courseCodes: z.int(),
  wildcards: z.array(z.string()),
  added: z.int().meta({ description: 'Rules of this edition that are kept now' }),
  unchanged: z.int().meta({ description: 'Rules that were kept before, from the same file' }),
  joinedByTitle: z.int().meta({ description: 'Rules whose codes were found by titles alone: unverified' }),
  storedAsNumbers: z.int().meta({ description: 'Course codes that the file holds as numbers' }),
  duplicates: listed(z.object({ row: Row, of: Row })).meta({ description: 'Say what another row says: taken once' }),
  variants: listed(z.object({ row: Row, of: Row, rule: z.string() })).meta({
    description: 'Admit the same as another row, in other words or with another Auth Type: both are kept',
  }),
  gaps: listed(z.object({ at: At, gap: EditionGap, courseCode: z.string() })),
  tidied: listed(z.object({ at: At, from: z.string(), to: z.string() })),
  unknown: z
    .object({ documents: listed(UnknownCode), authorizations: listed(UnknownCode), subjects: listed(UnknownCode) })
    .meta({ description: 'Not in the catalogue: reported, never refused' }),
  notListed: z
    .object({
      against: DecoderSide,
      courseCodes: listed(z.string()),
      rules: listed(z.string()),
      unknown: z.int().meta({ description: 'Rules of which this file does not say whether they stand' }),
    })
    .meta({ description: 'What the other lists and this file does not: nothing is removed anywhere' }),
})
export type CourseTableReport = z.infer<typeof CourseTableReport>

const COLUMN: Record<EditionGap, string> = {
  'auth-type-blank': 'Auth Type',
  'document-blank': 'Document Title',
  'authorization-blank': 'Authorization Code',
  'subject-blank': 'Subject Code',
  'not-joined': 'Credentials Authorizing Course',
  'no-credential': 'Credentials Authorizing Course',
}

export interface Reported {
  edition: string
  dryRun: boolean
  added: boolean
  against: DecoderSide
  /** From `against` to this edition. */
  differences: readonly DecoderDifference[]
  catalogue: Awaited<ReturnType<typeof readCatalogue>>
}

/** What is told of an import. Pure. */
export function reportOf(table: CourseTable, reported: Reported): CourseTableReport {
  const { rules, reading } = table
  const { edition, dryRun, added, against, differences, catalogue } = reported
  const of = (what: DecoderDifference['what'], outcome: DecoderDifference['outcome']) =>
    differences.filter(each => each.what === what && each.outcome === outcome)
  return {
    ...{ dryRun, edition, layout: table.layout, sheet: table.sheet, rows: table.rows, rules: rules.length },
    courseCodes: new Set(rules.map(rule => rule.courseCode)).size,
    wildcards: rules.filter(rule => rule.kind === 'wildcard').map(ruleOf),
    added: added ? rules.length : 0,
    unchanged: added ? 0 : rules.length,
    joinedByTitle: rules.filter(rule => rule.joinedByTitle).length,
    storedAsNumbers: reading.numbers,
    duplicates: list(table.duplicates),
    variants: list(table.variants),
    gaps: list(
      rules.flatMap(({ row, courseCode, gaps }) =>
        gaps.map(gap => ({ at: `/rows/${row}/${COLUMN[gap]}`, gap, courseCode })),
      ),
    ),
    tidied: list(reading.tidied),
    unknown: unknownIn(rules, catalogue),
    notListed: {
      against,
      courseCodes: list(of('course-code', 'gone').map(each => each.courseCode)),
      rules: list(of('rule', 'dropped').map(each => `${each.courseCode}:${each.authorization}`)),
      unknown: of('rule', 'unknown').filter(each => each.after === null).length,
    },
  }
}

function unknownIn(rules: readonly EditionRule[], catalogue: Reported['catalogue']): CourseTableReport['unknown'] {
  const documents = new Set(catalogue.documents.map(document => document._id))
  const authorizations = new Set(catalogue.authorizations.map(keyOf))
  const subjects = new Set([
    ...catalogue.subjects.map(subject => subject._id),
    ...catalogue.authorizations.map(row => row.subjectCode),
  ])
  const isWhole = (rule: EditionRule) =>
    rule.documentCode !== null && rule.authorizationCode !== null && rule.subjectCode !== null
  return {
    documents: missing(rules, documents, rule => rule.documentCode),
    authorizations: missing(rules, authorizations, rule =>
      isWhole(rule) && rule.subjectCode !== WILDCARD ? keyOf(rule as never) : null,
    ),
    subjects: missing(rules, subjects, rule => (rule.subjectCode === WILDCARD ? null : rule.subjectCode)),
  }
}

function missing(
  rules: readonly EditionRule[],
  known: ReadonlySet<string | null>,
  codeOf: (rule: EditionRule) => string | null,
) {
  const found = new Map<string, z.infer<typeof UnknownCode>>()
  for (const rule of rules) {
    const code = codeOf(rule)
    if (code === null || known.has(code)) continue
    const entry = found.get(code) ?? { code, rows: 0, first: rule.row }
    found.set(code, { ...entry, rows: entry.rows + 1 })
  }
  return list([...found.values()].sort((a, b) => compareKeys(a.code, b.code)))
}

const ruleOf = (rule: EditionRule): string => `${rule.courseCode}:${admittedKey(rule as never)}`

const list = <T>(items: readonly T[]) => ({ count: items.length, items: items.slice(0, MOST_LISTED) })
