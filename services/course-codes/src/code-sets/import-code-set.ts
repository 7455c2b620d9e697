import type { Actor } from '@cte-align/contracts'
import { type CodeSetComparison, compareCodeSets } from '@cte-align/impact'
import { refuseFaults } from '@cte-align/service'
import { problem } from '../errors.ts'
import type { Edition } from './edition.ts'
import { CURRENT, digestOf, type EditionStore } from './editions.ts'
import { type CodeSetRead, readCodeSet } from './read-code-set.ts'

export interface CodeSetFile {
  edition: string
  title: string | undefined
  schoolYear: string | undefined
  publishedOn: string | undefined
  source: string
  verified: boolean
  sheet: string | undefined
  /** Which edition the report compares with. */
  against: string | undefined
}
export interface CodeSetReport extends Omit<CodeSetRead, 'rows' | 'faults'> {
  outcome: 'kept' | 'would-be-kept' | 'kept-before'
  edition: Edition
  /** Course codes here that the file does not list: told, and marked nowhere. */
  notListed: string[]
  comparison: CodeSetComparison | null
}

/**
 * Keeps a file as an edition, whole, or refuses it whole with every fault by row and column. Live course codes stay as they are:
 * those a plan changes. The same file under the same id again changes nothing; another under that id is refused.
 */
export async function importCodeSet(
  editions: EditionStore,
  { file, about }: { file: Uint8Array; about: CodeSetFile },
  { by, at, dryRun }: { by: Actor; at: Date; dryRun: boolean },
): Promise<CodeSetReport> {
  const { rows, faults, ...read } = await readCodeSet(file, about.sheet)
  refuseFaults(faults)
  const against = about.against === undefined ? null : await editions.rows(about.against)
  const digest = digestOf(rows)
  const edition: Edition = {
    _id: about.edition,
    title: about.title ?? `Code set ${about.edition}`,
    schoolYear: about.schoolYear ?? null,
    publishedOn: about.publishedOn ?? null,
    ...{ source: about.source, verified: about.verified, origin: 'imported', plan: null },
    ...{ codes: rows.length, digest, by, at, set: `${about.edition} ${digest}` },
  }
  const listed = new Set(rows.map(({ code }) => code))
  const report = {
    ...read,
    notListed: (await editions.rows(CURRENT)).map(({ code }) => code).filter(code => !listed.has(code)),
    comparison: against === null ? null : compareCodeSets(against, rows),
  }
  const known = await editions.peek(about.edition)
  if (known !== null) {
    if (!sameEdition(known, edition)) throw problem('CTE_EDITION_EXISTS', { edition: about.edition })
    return { ...report, outcome: 'kept-before', edition: known }
  }
  if (dryRun) return { ...report, outcome: 'would-be-kept', edition }
  await editions.writeRows(edition.set, rows)
  await editions.insert(edition)
  return { ...report, outcome: 'kept', edition }
}

const SAID = ['title', 'schoolYear', 'publishedOn', 'source', 'verified', 'digest'] as const
const sameEdition = (a: Edition, b: Edition): boolean => SAID.every(field => a[field] === b[field])
