import type { Bus } from '@cte-align/bus'
import {
  type Change,
  type ChangeClass,
  type Dependent,
  fingerprint,
  type Impact,
  PreviewReply,
  type ReachedChange,
  type ReleaseRef,
  rpc,
  type Severity,
} from '@cte-align/contracts'
import { mergeImpacts } from '@cte-align/impact'
import type { Outbox } from '@cte-align/service'
import { type DraftRelease, draftRelease, type Heads, withReach } from './draft-release.ts'
import { problem } from './errors.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Relations } from './relations.ts'
import { chunksOf } from './release-messages.ts'
import type { Trees } from './trees.ts'

const ASKED = { ctc: 'credentials', calpads: 'course-codes' } as const
type Asked = keyof typeof ASKED

export interface AgencyPreview {
  impacts: Impact[]
  bySeverity: Record<Severity, number>
  byClass: Partial<Record<ChangeClass, number>>
  /** No sector or rule leads to these: a person must look at them whenever a sector is reached. */
  manualReview: Dependent[]
  /** The last event of each source that the answer knew. */
  positions: Record<string, number>
  /** How many links hang on each framework. */
  links: Record<string, number>
}

export interface Preview {
  release: ReleaseRef
  changes: Change[]
  agencies: Record<Asked, AgencyPreview>
  notes: { code: string; message: string }[]
  positions: Record<string, number>
  /** Of the impacts: a sign-off can bind to it. */
  digest: string
}

interface Parts {
  bus: Bus
  outbox: Outbox
  trees: Trees
  relations: Relations
  heads: Heads
}

/**
 * What publishing would do, computed by the same functions and written nowhere: the diff and its reach here, the impacts by
 * the services that own the dependents. Throws CTE_AGENCY_UNREACHABLE rather than leave one out.
 */
export async function previewProposal(
  proposal: ProposalDoc,
  { bus, outbox, trees, relations, heads }: Parts,
  request: { correlationId: string; signal?: AbortSignal },
): Promise<Preview> {
  const draft = await draftRelease(proposal, trees, heads)
  const reached = await withReach(draft, relations)
  const [ctc, calpads] = await Promise.all(
    (['ctc', 'calpads'] as const).map(agency => ask(bus, agency, draft.release, reached, request)),
  )
  const agencies = { ctc: ctc!, calpads: calpads! }
  return {
    release: draft.release,
    changes: draft.changes,
    agencies,
    notes: notesOn(draft, reached, agencies),
    positions: { '/cte/standards': await outbox.last() },
    digest: fingerprint([ctc!.impacts, calpads!.impacts]),
  }
}

async function ask(
  bus: Bus,
  agency: Asked,
  release: ReleaseRef,
  reached: ReachedChange[],
  request: { correlationId: string; signal?: AbortSignal },
): Promise<AgencyPreview> {
  const service = ASKED[agency]
  const impacts: Impact[][] = []
  let summary: Extract<PreviewReply, { piece: 'summary' }> | undefined
  try {
    for (const chunk of chunksOf(reached)) {
      for await (const piece of bus.request(rpc.preview(service), { release, reached: chunk }, request)) {
        const reply = PreviewReply.parse(piece)
        if (reply.piece === 'impacts') impacts.push(reply.impacts)
        else summary = merged(summary, reply)
      }
    }
  } catch (cause) {
    if (request.signal?.aborted) throw cause
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw problem('CTE_AGENCY_UNREACHABLE', { service, detail }, { cause })
  }
  if (summary === undefined) throw problem('CTE_AGENCY_UNREACHABLE', { service, detail: 'an answer without an end' })
  const all = mergeImpacts(...impacts)
  return {
    impacts: all,
    bySeverity: {
      breaking: all.filter(impact => impact.severity === 'breaking').length,
      review: all.filter(impact => impact.severity === 'review').length,
      notice: all.filter(impact => impact.severity === 'notice').length,
    },
    byClass: countClasses(all),
    manualReview: summary.manualReview,
    positions: summary.positions,
    links: summary.links,
  }
}

type Summary = Extract<PreviewReply, { piece: 'summary' }>

/** A long question is asked in several requests; what differs between their answers is taken from the newest. */
function merged(earlier: Summary | undefined, newer: Summary): Summary {
  const seen = new Set<string>()
  const manualReview = [...(earlier?.manualReview ?? []), ...newer.manualReview].filter(({ key }) => {
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
  return { ...newer, manualReview }
}

function countClasses(impacts: Impact[]): Partial<Record<ChangeClass, number>> {
  const counts: Partial<Record<ChangeClass, number>> = {}
  for (const impact of impacts) for (const name of impact.classes) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** What a reader must know beside the numbers: that nothing hangs on the framework itself, or that the way there is a draft. */
function notesOn(
  draft: DraftRelease,
  reached: ReachedChange[],
  agencies: Record<Asked, AgencyPreview>,
): Preview['notes'] {
  const notes: Preview['notes'] = []
  const { framework } = draft.release
  for (const [agency, { links }] of Object.entries(agencies))
    if ((links[framework] ?? 0) === 0)
      notes.push({
        code: 'CTE_NOTE_NO_DEPENDENT_OF_ITS_OWN',
        message: `${framework} has no ${agency === 'ctc' ? 'authorization' : 'course code'} of its own: what is reached there is reached through a crosswalk.`,
      })
  const drafts = new Set<string>()
  for (const { reach } of reached)
    for (const { path } of reach)
      for (const step of path) if (step.edge === 'across' && step.state !== 'accepted') drafts.add(step.relationId)
  if (drafts.size > 0)
    notes.push({
      code: 'CTE_NOTE_UNVERIFIED_RELATIONS',
      message: `${drafts.size} crosswalk relations on the way are draft, reviewed or suspect: what rests on them alone is marked and never above review.`,
    })
  if (draft.changes.length === 0)
    notes.push({ code: 'CTE_NOTE_NO_CHANGE', message: 'The proposal changes nothing yet.' })
  return notes
}
