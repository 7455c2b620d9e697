import type { Bus } from '@cte-align/bus'
import type { Review } from '@cte-align/review'
import {
  type Database,
  type FieldError,
  type Importing,
  type ImportReport,
  inBatches,
  type PlannedRow,
  planSection,
  readImport,
  refuseFaults,
  type SectionPlan,
  writeRows,
} from '@cte-align/service'
import type { Announcements } from './announcements.ts'
import { isInForce, type RuleContent, type StoredRule } from './assignment-rule.ts'
import type { StoredAuthorization } from './authorization.ts'
import { type CatalogueModels, readCatalogue } from './catalogue.ts'
import { gapsOf } from './gaps.ts'
import { CredentialsFile } from './import-file.ts'
import { linksForCovers, linksForLists } from './links-for-rows.ts'
import { type CredentialRows, readRows } from './read-rows.ts'
import { writeAuthorizations, writeRules } from './write-import.ts'
import { writeLegalReferences } from './write-legal-references.ts'

export interface ImportDeps {
  db: Database
  bus: Pick<Bus, 'request'>
  review: Review
  models: CatalogueModels
  announce: Announcements
  now: () => Date
}

/**
 * Takes a whole file in, or refuses it whole before anything is written. The same file again changes nothing and says
 * nothing. It is written in batches, each one transaction with its events: after a crash, importing again finishes it.
 */
export async function importCatalogue(deps: ImportDeps, body: unknown, options: Importing): Promise<ImportReport> {
  const file = readImport(CredentialsFile, body)
  const stored = await readCatalogue(deps.models)
  const { rows, faults } = readRows(file, {
    subjects: stored.subjects,
    documents: stored.documents.map(row => row._id),
    authorizations: stored.authorizations.map(row => row._id),
    authorizationCodes: stored.authorizationCodes,
  })
  refuseFaults([...faults, ...strayAuthorizations(file, rows, stored.authorizations)])
  const plan = {
    subjects: planSection(rows.subjects, stored.subjects),
    documents: planSection(rows.documents, stored.documents),
    authorizations: planSection(rows.authorizations, stored.authorizations),
    rules: keepingEnds(planSection(rows.rules, stored.rules), rows.rules, stored.rules),
    legalReferences: planSection(rows.legalReferences, stored.legalReferences),
    authorizationCodes: planSection(rows.authorizationCodes, stored.authorizationCodes),
    vocationalSubjects: planSection(rows.vocationalSubjects, stored.vocationalSubjects),
  }
  const asking = { bus: deps.bus, file, correlationId: options.correlationId }
  const links = await linksForCovers(plan.authorizations.rows, asking)
  const listed = await linksForLists(plan.legalReferences.rows, asking)
  const after = {
    subjects: merged(stored.subjects, plan.subjects.rows),
    documents: merged(stored.documents, plan.documents.rows),
    authorizations: merged(stored.authorizations, plan.authorizations.rows),
    rules: merged(stored.rules, plan.rules.rows),
    legalReferences: merged(stored.legalReferences, plan.legalReferences.rows),
    authorizationCodes: merged(stored.authorizationCodes, plan.authorizationCodes.rows),
    vocationalSubjects: merged(stored.vocationalSubjects, plan.vocationalSubjects.rows),
  }
  if (!options.dryRun) {
    const { db, models, now } = deps
    for (const batch of inBatches(plan.subjects.rows))
      await db.transaction(session => writeRows(session, models.subjects, batch, now()))
    for (const batch of inBatches(plan.documents.rows))
      await db.transaction(session => writeRows(session, models.documents, batch, now()))
    for (const batch of inBatches(plan.authorizationCodes.rows))
      await db.transaction(session => writeRows(session, models.authorizationCodes, batch, now()))
    for (const batch of inBatches(plan.vocationalSubjects.rows))
      await db.transaction(session => writeRows(session, models.vocationalSubjects, batch, now()))
    await writeAuthorizations(deps, plan.authorizations.rows, links, options)
    await writeRules(deps, plan.rules.rows, after, options)
    await writeLegalReferences(deps, plan.legalReferences.rows, listed, options)
    await deps.review.assessPending()
  }
  const sections = {
    subjects: plan.subjects.report,
    documents: plan.documents.report,
    authorizations: plan.authorizations.report,
    assignmentRules: plan.rules.report,
    legalReferences: plan.legalReferences.report,
    authorizationCodes: plan.authorizationCodes.report,
    vocationalSubjects: plan.vocationalSubjects.report,
  }
  return { dryRun: options.dryRun, sections, gaps: gapsOf(after) }
}

/** A rule that a published edition has dropped stays dropped, whatever a file lists; the report names it as kept. */
function keepingEnds(
  plan: SectionPlan<RuleContent>,
  listed: ReadonlyMap<string, RuleContent>,
  stored: StoredRule[],
): SectionPlan<RuleContent> {
  const ended = stored.filter(row => !isInForce(row)).map(row => row._id)
  const kept = [...new Set([...plan.report.kept, ...ended.filter(id => listed.has(id))])]
  const notListed = plan.report.notListed.filter(id => !ended.includes(id))
  return { rows: plan.rows, report: { ...plan.report, kept, notListed } }
}

const merged = <C extends object, S extends C & { _id: string }>(stored: S[], planned: PlannedRow<C>[]): S[] => {
  const all = new Map(stored.map(row => [row._id, row]))
  for (const { key, content } of planned) all.set(key, { ...all.get(key), _id: key, ...content } as S)
  return [...all.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
}

/** A subject that moves to another item takes its authorizations along, so the file must list them. */
function strayAuthorizations(file: CredentialsFile, rows: CredentialRows, stored: StoredAuthorization[]): FieldError[] {
  const unlisted = stored.filter(row => !rows.authorizations.has(row._id))
  return file.subjects.flatMap(({ code, framework, item }, index) => {
    const left = unlisted.find(
      row => row.subjectCode === code && row.covers.some(c => c.framework !== framework || c.item !== item),
    )
    if (left === undefined) return []
    return [{ path: `/subjects/${index}/item`, message: `${left._id} follows ${code} to another item: list it too` }]
  })
}
