import { type Actor, californiaDay, idFrom } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import { type ClientSession, type Database, etagOf, type NewEvent, type Outbox, pageByKey } from '@cte-align/service'
import type { Model } from 'mongoose'
import { problem } from '../errors.ts'
import { addStep, changeStep, UNTOUCHED } from './change-step.ts'
import { dated } from './milestones.ts'
import type { Templates } from './templates.ts'
import type { WorkflowDoc, WorkflowEntryDoc } from './workflow.ts'
import type { NewOutcome, NewStep, NewWorkflow, StepChange, WorkflowRevision } from './workflow-input.ts'

export interface WorkflowDeps {
  db: Database
  outbox: Outbox
  review: Pick<Review, 'release'>
  templates: Templates
  workflows: Model<WorkflowDoc>
  entries: Model<WorkflowEntryDoc>
  now: () => Date
}
/** Who acts, and the request that everything that follows is traced to. */
export interface Doing {
  by: Actor
  correlationId: string
}
type Entry = Pick<WorkflowEntryDoc, 'act' | 'step' | 'changes' | 'reason'>

/** The checklists of changes of sectors: begun by a person, changed step by step, with a history to which things are only added. */
export function createWorkflows(deps: WorkflowDeps) {
  const { db, outbox, review, templates, workflows, entries, now } = deps

  async function find(id: string): Promise<WorkflowDoc> {
    const found = await workflows.findById(id).lean<WorkflowDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_WORKFLOW', { id })
    return found
  }

  const entryOf = (workflow: WorkflowDoc, entry: Entry, by: Actor): WorkflowEntryDoc => ({
    _id: `${workflow._id}#${workflow.version}`,
    workflow: workflow._id,
    number: workflow.version,
    ...entry,
    by,
    at: workflow.updatedAt,
  })

  /** Writes what differs, with its entry and events, at the version that was read. */
  async function write(
    before: WorkflowDoc,
    fields: Partial<WorkflowDoc>,
    { entry, by, events = [] }: { entry: Entry; by: Actor; events?: NewEvent[] },
  ): Promise<WorkflowDoc> {
    const after = { ...before, ...fields, version: before.version + 1, updatedAt: now() }
    await db.transaction(async session => {
      const at = { _id: before._id, version: before.version }
      const { matchedCount } = await workflows.collection.replaceOne(at as never, after as never, { session })
      const given = etagOf(before.version)
      if (matchedCount === 0) throw problem('CTE_CHANGED_MEANWHILE', { given, current: 'a newer one' })
      await entries.collection.insertOne(entryOf(after, entry, by) as never, { session })
      await outbox.append(session, events)
    })
    return after
  }

  /** A withdrawn rulemaking may be begun again; while one is under way there is no second. */
  async function attemptOf(wanted: NewWorkflow, session: ClientSession): Promise<number> {
    const of = { template: wanted.template, release: wanted.release ?? null, proposal: wanted.proposal ?? null }
    const earlier = await workflows.find(of, null, { session }).sort({ attempt: -1 }).lean<WorkflowDoc[]>()
    const [last] = earlier
    if (last !== undefined && last.outcomes.at(-1)?.outcome !== 'withdrawn')
      throw problem('CTE_WORKFLOW_EXISTS', { of: wanted.release ?? wanted.proposal!, id: last._id })
    return earlier.length + 1
  }

  return {
    find,
    page: (filter: Record<string, unknown>, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(workflows, filter, page),
    /** Releases that have one, withdrawn or not: nothing is suggested of them. */
    releases: (): Promise<string[]> => workflows.distinct('release', { release: { $ne: null } }),
    history: (id: string) => entries.find({ workflow: id }).sort({ number: 1 }).lean<WorkflowEntryDoc[]>(),

    /** Begins a checklist of a release that is known here, or of a proposal whose dates are given. */
    async begin(wanted: NewWorkflow, { by }: Doing): Promise<WorkflowDoc> {
      const { release = null, proposal = null } = wanted
      if ((release === null) === (proposal === null)) throw problem('CTE_WORKFLOW_OF_ONE')
      if (proposal !== null && !wanted.milestones?.effective) throw problem('CTE_PROPOSAL_WITHOUT_DATES', { proposal })
      const heard = release === null ? null : await review.release(release)
      if (release !== null && heard === null) throw problem('CTE_RELEASE_UNHEARD', { release })
      const template = await templates.get(wanted.template)
      const at = now()
      return db.transaction(async session => {
        const attempt = await attemptOf(wanted, session)
        const workflow: WorkflowDoc = {
          _id: idFrom('workflow', template.key, release ?? proposal!, attempt),
          template: template.key,
          release,
          proposal,
          attempt,
          title: wanted.title ?? `${template.title}: ${heard?.title ?? `proposal ${proposal}`}`,
          milestones: dated(
            // No date stands in for another: the effective date of CTC's rules is the release's regulation date.
            { adoption: heard?.dates.adoption ?? null, effective: heard?.dates.regulation ?? null, census: null },
            wanted.milestones,
          ),
          usualDays: template.usualDays,
          precedent: template.precedent,
          steps: template.steps.map(step => ({ ...step, ...UNTOUCHED })),
          outcomes: [],
          version: 1,
          createdAt: at,
          updatedAt: at,
        }
        const entry: Entry = { act: 'begun', step: null, changes: [], reason: wanted.reason }
        await workflows.collection.insertOne(workflow as never, { session }).catch(refuseSecond(workflow))
        await entries.collection.insertOne(entryOf(workflow, entry, by) as never, { session })
        return workflow
      })
    },

    async revise(before: WorkflowDoc, { title, milestones, reason }: WorkflowRevision, { by }: Doing) {
      const fields = {
        ...(title !== undefined && { title }),
        ...(milestones !== undefined && { milestones: dated(before.milestones, milestones) }),
      }
      const changes = (Object.keys(fields) as (keyof typeof fields)[]).map(field => ({
        field,
        from: before[field],
        to: fields[field],
      }))
      return write(before, fields, { entry: { act: 'dated', step: null, changes, reason }, by })
    },

    /** Changes one step; a step that becomes done is told to others. */
    async change(before: WorkflowDoc, key: string, { change, doing }: { change: StepChange; doing: Doing }) {
      const { steps, changes, completed } = changeStep(before.steps, key, { change, today: californiaDay(now()) })
      const { by, correlationId } = doing
      const step = steps.find(each => each.key === key)!
      const told: NewEvent = {
        type: 'cte.ctc.workflow-step.completed',
        subject: `${before._id}/${key}`,
        key: before.template,
        by,
        correlationid: correlationId,
        data: {
          workflow: before._id,
          template: before.template,
          release: before.release,
          proposal: before.proposal,
          step: { key, title: step.title },
          actual: step.actual!,
        },
      }
      const entry = { act: 'step-changed', step: key, changes, reason: change.reason } as const
      return write(before, { steps }, { entry, by, events: completed ? [told] : [] })
    },

    async add(before: WorkflowDoc, wanted: NewStep, { by }: Doing) {
      const steps = addStep(before.steps, wanted, by)
      const changes = [{ field: 'steps', from: null, to: { ...wanted, reason: undefined } }]
      const entry = { act: 'step-added', step: wanted.key, changes, reason: wanted.reason } as const
      return write(before, { steps }, { entry, by })
    },

    /** Adds what the rulemaking came to; a wrong record is corrected by a later one. */
    async conclude(before: WorkflowDoc, { outcome, day, reason }: NewOutcome, { by }: Doing) {
      const today = californiaDay(now())
      if (day > today) throw problem('CTE_DAY_TO_COME', { day, today })
      const last = before.outcomes.at(-1)?.outcome ?? null
      const outcomes = [...before.outcomes, { outcome, day, reason, by, at: now() }]
      const changes = [{ field: 'outcome', from: last, to: outcome }]
      return write(before, { outcomes }, { entry: { act: 'outcome-recorded', step: null, changes, reason }, by })
    },
  }
}
export type Workflows = ReturnType<typeof createWorkflows>

/** Of two that begin at the same moment one comes second. */
const refuseSecond =
  ({ _id, release, proposal }: WorkflowDoc) =>
  (error: unknown): never => {
    if ((error as { code?: unknown }).code !== 11000) throw error
    throw problem('CTE_WORKFLOW_EXISTS', { of: release ?? proposal!, id: _id }, { cause: error })
  }
