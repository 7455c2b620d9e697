import type { Actor, Framework, Operation } from '@cte-align/contracts'
import { type Database, importProblem, type Outbox, refuseFaults, type Sheet } from '@cte-align/service'
import type { CrosswalkDoc, RelationDoc } from './crosswalk.ts'
import type { Frameworks } from './frameworks.ts'
import {
  type CrosswalkFile,
  type CrosswalkHead,
  type Ends,
  headFaults,
  planCrosswalkImport,
} from './import-crosswalk.ts'
import { type FrameworkFile, importId, operationFaults, planFrameworkImport, provenanceOf } from './import-framework.ts'
import { type PairsFile, type PairsReport, planPairs } from './import-pairs.ts'
import { readScheme, type SchemeFile } from './import-scheme.ts'
import { planStatementImport, type StatementRow } from './import-statements.ts'
import type { Models } from './models.ts'
import type { RelationsPlan } from './plan-relations.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Proposals } from './proposals.ts'
import { holdStill } from './relations.ts'
import type { Trees } from './trees.ts'
import { relationEvents, writeRelations } from './write-relations.ts'

export interface Sending {
  actor: Actor
  at: Date
  correlationId: string
  /** Report what would happen and write nothing. */
  dryRun: boolean
}

interface Parts {
  models: Models
  db: Database
  outbox: Outbox
  trees: Trees
  frameworks: Frameworks
  proposals: Proposals
}

/** Files become proposals (or draft relations), never releases: a person publishes. A file is taken whole or refused whole. */
export function createImports({ models, db, outbox, trees, frameworks, proposals }: Parts) {
  const { Proposal, Crosswalk, Relation } = models

  /**
   * Opens the proposal that a file leads to; the same file again finds the one it opened, unless that was withdrawn. A framework
   * that is new comes with its first proposal, or not at all.
   */
  async function propose(
    file: unknown,
    framework: string,
    base: number,
    title: string,
    operations: Operation[],
    sending: Sending,
    made?: Framework,
  ): Promise<ProposalDoc> {
    const { actor, at, correlationId } = sending
    for (let tries = 1; ; tries++) {
      let id = importId(file, base, 1)
      for (let attempt = 2; ; attempt++) {
        const standing = await Proposal.findById(id).lean<ProposalDoc>()
        if (standing === null) break
        if (standing.state !== 'withdrawn') return standing
        id = importId(file, base, attempt)
      }
      const isNew = made !== undefined && (await frameworks.head(framework)) === undefined
      const opening = { id, framework, base, title, description: null, operations, actor, at, correlationId }
      try {
        return await db.transaction(async session => {
          if (isNew) await frameworks.create(made, at, session)
          return proposals.open(opening, session)
        })
      } catch (error) {
        // Another import was quicker by a moment: its framework is ours, and its proposal where the file is the same.
        const { code } = error as { code?: unknown }
        if ((code !== 11000 && code !== 'CTE_FRAMEWORK_EXISTS') || tries === 3) throw error
      }
    }
  }

  return {
    async framework(file: FrameworkFile, sending: Sending) {
      const { key } = file.framework
      const head = (await frameworks.head(key)) ?? 0
      const tree = await trees.at(key, head)
      const plan = planFrameworkImport(file, tree)
      refuseFaults(plan.faults)
      refuseFaults(operationFaults(tree, plan.operations, index => `/items (operation ${index + 1})`))
      const { operations, faults: _none, ...counts } = plan
      if (sending.dryRun || operations.length === 0) return { proposal: null, operations: operations.length, ...counts }
      const { title, owner, description } = file.framework
      const made = { key, title, owner, description, provenance: provenanceOf(file.framework, file.sources) }
      const proposal = await propose(file, key, head, file.release.title, operations, sending, made)
      return { proposal, operations: operations.length, ...counts }
    },

    async statements(framework: string, rows: StatementRow[], source: string, sending: Sending) {
      const { head } = await frameworks.get(framework)
      const tree = await trees.at(framework, head)
      const plan = planStatementImport(rows, tree, source)
      refuseFaults(plan.faults)
      refuseFaults(operationFaults(tree, plan.operations, index => `/rows (operation ${index + 1})`))
      const { operations, faults: _none, ...counts } = plan
      if (sending.dryRun || operations.length === 0) return { proposal: null, operations: operations.length, ...counts }
      const title = `Statements from ${source}`
      const proposal = await propose({ framework, rows, source }, framework, head, title, operations, sending)
      return { proposal, operations: operations.length, ...counts }
    },

    crosswalk(file: CrosswalkFile, sending: Sending) {
      const planned = (ends: Ends, known: RelationDoc[]) => planCrosswalkImport(file, ends, known, sending.actor.id)
      return takeRelations(file.crosswalk, sending, planned)
    },

    /** A publisher's list of codes: a framework, by way of a proposal. */
    async scheme(sheets: Sheet[], asked: SchemeFile, sending: Sending) {
      const { file, faults, report } = readScheme(sheets, asked)
      refuseFaults(faults)
      return { ...(await this.framework(file, sending)), ...report }
    },

    /** A publisher's table of pairs: drafts, with its name as their source. */
    async pairs(sheets: Sheet[], asked: PairsFile, head: Omit<CrosswalkHead, 'key'>, sending: Sending) {
      let report: PairsReport | undefined
      const known = await Crosswalk.findById(asked.crosswalk).lean<CrosswalkDoc>()
      const purpose = head.purpose ?? known?.purpose ?? 'reference'
      const taken = await takeRelations({ ...head, purpose, key: asked.crosswalk }, sending, (ends, known) => {
        const plan = planPairs(sheets, asked, ends, known, sending.actor.id)
        report = plan.report
        return plan
      })
      return { ...taken, ...report! }
    },
  }

  /** Writes what a file plans for a crosswalk: all of it with its events in one transaction, or nothing. */
  async function takeRelations(
    head: CrosswalkHead,
    sending: Sending,
    planned: (ends: Ends, known: RelationDoc[]) => RelationsPlan,
  ) {
    const { key, title, from, to } = head
    const [fromHead, toHead] = [(await frameworks.get(from)).head, (await frameworks.get(to)).head]
    const ends = { from: await trees.at(from, fromHead), to: await trees.at(to, toHead), fromHead, toHead }
    const known = await Relation.find({ crosswalk: key }).lean<RelationDoc[]>()
    const plan = planned(ends, known)
    refuseFaults([...headFaults(await Crosswalk.findById(key).lean<CrosswalkDoc>(), head), ...plan.faults])
    const report = { added: plan.added.length, unchanged: plan.unchanged, notListed: plan.notListed }
    if (sending.dryRun) return report
    const { actor: by, at, correlationId } = sending
    const steps = plan.added.map(doc => ({ doc, act: 'drafted' as const, by, at, reason: doc.provenance.source }))
    await db.transaction(async session => {
      const found = await Crosswalk.findById(key).session(session).lean<CrosswalkDoc>()
      refuseFaults(headFaults(found, head))
      if (found !== null && steps.length === 0) return
      const purpose = head.purpose ?? 'alignment'
      if (found === null) await Crosswalk.create([{ _id: key, title, from, to, purpose, createdAt: at }], { session })
      await holdStill(models.Framework, { _id: key, from, to }, session)
      const overtaken = await Relation.exists({ _id: { $in: steps.map(({ doc }) => doc._id) } }).session(session)
      if (overtaken !== null) throw importProblem('CTE_IMPORT_OVERTAKEN', { what: key })
      await writeRelations(session, models, steps)
      await outbox.append(session, relationEvents(steps, correlationId))
    })
    return report
  }
}
export type Imports = ReturnType<typeof createImports>
