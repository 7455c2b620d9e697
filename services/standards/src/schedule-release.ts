import type { Actor, EffectiveDates } from '@cte-align/contracts'
import { CteError, keepDoing, type Log } from '@cte-align/service'
import type { Heads } from './draft-release.ts'
import { problem } from './errors.ts'
import { stateAfter } from './lifecycle.ts'
import type { Models } from './models.ts'
import type { Preview } from './preview-proposal.ts'
import type { ProposalDoc } from './proposal.ts'
import { type Doing, type Proposals, told } from './proposals.ts'
import { datesFor, type Publisher } from './publish-release.ts'
import { lapses, requireSigned } from './sign-offs.ts'

const LOOK_EVERY_MS = 1000
/** Somebody else's work in the way, or an agency that does not answer: tried again until it is done. */
const PASSING = new Set(['CTE_AGENCY_UNREACHABLE', 'CTE_PUBLISHING_UNDER_WAY', 'CTE_CHANGED_MEANWHILE'])

interface Parts {
  models: Models
  proposals: Proposals
  publisher: Publisher
  heads: Heads
  previewNow: (proposal: ProposalDoc, correlationId: string) => Promise<Preview>
  now: () => Date
  log: Log
}
export interface Scheduling extends Doing {
  by: Actor
  reason: string
  at: Date
  publishAt: Date
  title: string | null
  dates: Partial<EffectiveDates>
  over: string | null
}

/**
 * Publishing at a date and time. The schedule is in the database and nothing of it in memory: any instance that looks after the
 * time has come does it, after any restart, and only the first can begin. Where what was signed no longer holds, it asks.
 */
export function createSchedule({ models, proposals, publisher, heads, previewNow, now, log }: Parts) {
  const { Proposal } = models

  async function hold(proposal: ProposalDoc, reasons: string[]): Promise<void> {
    const { at, by, correlationId } = proposal.schedule!
    const reason = reasons.join('; ')
    const done = { by: null, reason, at: now(), correlationId }
    await proposals.take(proposal, 'held', done, {
      set: { schedule: null, held: { at: now(), reasons } },
      details: { publishAt: at.toISOString(), scheduledBy: by },
      events: [{ type: 'cte.cde.proposal.held', ...told(proposal, done) }],
    })
    log.warn({ proposal: proposal._id, reasons, correlationId }, 'a scheduled release waits for somebody to look again')
  }

  async function fire(proposal: ProposalDoc): Promise<void> {
    const { by, reason, title, dates, over, correlationId } = proposal.schedule!
    try {
      const head = (await heads(proposal.framework)) ?? 0
      const moved = head === proposal.base ? [] : [`${proposal.framework} is at release ${head} by now`]
      const reasons = [...moved, ...lapses(proposal, await previewNow(proposal, correlationId), over)]
      if (reasons.length > 0) return await hold(proposal, reasons)
      await publisher.publish(proposal, { title: title ?? proposal.title, reason, dates, by, over, correlationId })
    } catch (error) {
      if (!(error instanceof CteError) || PASSING.has(error.code)) throw error
      await hold(proposal, [error.message])
    }
  }

  return {
    async schedule(proposal: ProposalDoc, scheduling: Scheduling): Promise<ProposalDoc> {
      const { by, reason, publishAt, title, dates, correlationId } = scheduling
      stateAfter(proposal, 'scheduled')
      if (publishAt <= now()) throw problem('CTE_SCHEDULE_PAST', { at: publishAt.toISOString() })
      const over = requireSigned(proposal, await previewNow(proposal, correlationId), scheduling.over)
      const schedule = { at: publishAt, by, reason, title, dates: datesFor(proposal, dates), over, correlationId }
      const said = told(proposal, scheduling)
      const at = publishAt.toISOString()
      return proposals.take(proposal, 'scheduled', scheduling, {
        set: { schedule },
        details: { publishAt: at, over },
        events: [{ type: 'cte.cde.proposal.scheduled', ...said, data: { ...said.data, at } }],
      })
    },

    async unschedule(proposal: ProposalDoc, doing: Doing & { by: Actor; reason: string }): Promise<ProposalDoc> {
      const said = told(proposal, doing)
      return proposals.take(proposal, 'unscheduled', doing, {
        set: { schedule: null },
        events: [{ type: 'cte.cde.proposal.scheduled', ...said, data: { ...said.data, at: null } }],
      })
    },

    /** Publishes, or holds, whatever the time has come for; says whether there was any. One that must wait holds up no other. */
    async fireDue(): Promise<boolean> {
      const due = await Proposal.find({ state: 'scheduled', 'schedule.at': { $lte: now() } }, { _id: 1 })
        .sort({ 'schedule.at': 1 })
        .lean<{ _id: string }[]>()
      for (const { _id } of due) {
        const proposal = await proposals.get(_id)
        if (proposal.state !== 'scheduled' || proposal.schedule!.at > now()) continue
        await fire(proposal).catch(err => log.info({ err, proposal: _id }, 'A scheduled release is tried again'))
      }
      return due.length > 0
    },
  }
}
export type Schedule = ReturnType<typeof createSchedule>

/** Looks now and then until it is stopped. */
export function keepSchedule(
  schedule: Schedule,
  { onPublished, log }: { onPublished: () => void; log: Log },
): { stop(): Promise<void> } {
  const work = () =>
    schedule
      .fireDue()
      .then(done => done && onPublished())
      .catch(err => log.warn({ err }, 'The schedule could not be read; trying again'))
  return keepDoing(work, { everyMs: LOOK_EVERY_MS })
}
