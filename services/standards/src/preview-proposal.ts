import { type Bus, MAX_REQUEST_BYTES } from '@cte-align/bus'
import {
  allDates,
  type Change,
  type CourseCodeConsequence,
  type DecoderComparison,
  type DecoderQuestion,
  type Finding,
  fingerprint,
  type ReachedChange,
  type ReleaseRef,
  type Unknown,
} from '@cte-align/contracts'
import { brokenSequencesIn, courseCodeConsequences, ownerChanges, ownerMoves, whatIsUnknown } from '@cte-align/impact'
import type { Outbox } from '@cte-align/service'
import { type AgencyAnswer, type AgencyPreview, ASKED, type Asked, askAgency } from './ask-agency.ts'
import { type DraftRelease, draftRelease, type Heads, withReach } from './draft-release.ts'
import { notesOn, type PreviewNote } from './preview-notes.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Relations } from './relations.ts'
import { chunksOf } from './release-messages.ts'
import { topItems } from './top-items.ts'
import type { Trees } from './trees.ts'

export type { AgencyPreview } from './ask-agency.ts'

/** All that publishing would do, as far as it can be known, and what cannot. */
export interface Preview {
  release: ReleaseRef
  changes: Change[]
  agencies: Record<Asked, AgencyPreview>
  /** What the changes may mean for each course code: suggested, never decided. */
  courseCodes: CourseCodeConsequence[]
  /** Sequences of course codes that would no longer hold. */
  sequences: Finding[]
  /** Pairs of course code and authorization that would be newly permitted or refused. */
  decoder: DecoderComparison
  unknowns: Unknown[]
  notes: PreviewNote[]
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

export interface Asking {
  correlationId: string
  /** Aborted when nobody waits any more: the work stops here and at the agencies, and the signal's reason is thrown. */
  signal?: AbortSignal
}

/**
 * What publishing would do, computed by the same functions and written nowhere: the diff and its reach here, the impacts by
 * the services that own the dependents. Throws CTE_AGENCY_UNREACHABLE rather than leave one out.
 */
export async function previewProposal(
  proposal: ProposalDoc,
  { bus, outbox, trees, relations, heads }: Parts,
  { correlationId, signal: given }: Asking,
): Promise<Preview> {
  const failed = new AbortController()
  const signal = given === undefined ? failed.signal : AbortSignal.any([given, failed.signal])
  const asking = { correlationId, signal }
  await othersTurn(signal)
  // Before anything is read: what is written meanwhile makes this answer an old one.
  const last = await outbox.last()
  const draft = await draftRelease(proposal, trees, heads)
  await othersTurn(signal)
  const reached = await withReach(draft, relations)
  const topOf = await topItems(draft, reached, { trees, heads })
  await othersTurn(signal)
  const moves = ownerMoves(reached, draft, topOf)
  const decoder = fits(moves) ? moves : undefined
  const { release, changes } = draft
  const chunks = chunksOf(reached)
  const ask = (agency: Asked) =>
    askAgency(bus, agency, { release, chunks, decoder: agency === 'ctc' ? decoder : undefined }, asking).catch(
      error => {
        // The other agency need not go on: its answer would be thrown away.
        failed.abort(error)
        throw error
      },
    )
  const [ctc, calpads] = await Promise.all([ask('ctc'), ask('calpads')])
  await othersTurn(signal)
  const { impacts } = calpads.preview
  return {
    release,
    changes,
    agencies: { ctc: ctc.preview, calpads: calpads.preview },
    courseCodes: courseCodeConsequences(impacts, changes, {
      ownerChanges: ownerChanges(moves, draft.base),
      schoolYear: allDates(proposal.dates).calpadsSchoolYear,
    }),
    sequences: brokenSequencesIn(impacts),
    decoder: ctc.decoder,
    ...saidBeside(draft, reached, { ctc, calpads }, decoder === undefined),
    positions: { '/cte/standards': last },
    digest: fingerprint([ctc.preview.impacts, impacts]),
  }
}

/** Lets the process answer others, and hear that the caller has gone. */
async function othersTurn(signal: AbortSignal): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
  signal.throwIfAborted()
}

/** Beside the moves a request has a few words of its own. */
const fits = (moves: DecoderQuestion): boolean => Buffer.byteLength(JSON.stringify(moves)) < MAX_REQUEST_BYTES - 4096

function saidBeside(
  { release: { framework, number }, changes }: DraftRelease,
  reached: ReachedChange[],
  answers: Record<Asked, AgencyAnswer>,
  tooManyMoves: boolean,
): Pick<Preview, 'notes' | 'unknowns'> {
  const agencies = Object.keys(ASKED) as Asked[]
  const previews = agencies.map(agency => answers[agency].preview)
  const previewed = {
    framework,
    reached: number === 1 ? [] : reached,
    impacts: previews.flatMap(({ impacts }) => impacts),
    manualReview: previews.flatMap(({ manualReview }) => manualReview),
    gaps: agencies.flatMap(agency => answers[agency].gaps),
    withoutDependents: agencies.filter(agency => (answers[agency].preview.links[framework] ?? 0) === 0),
  }
  const unknowns = whatIsUnknown({
    ...previewed,
    withoutDependents: previewed.withoutDependents.map(agency => agency.toUpperCase()),
  })
  if (tooManyMoves)
    unknowns.push({
      code: 'CTE_UNKNOWN_DECODER',
      message: 'More items change their owner than one comparison of the decoder takes: divide the proposal',
      count: 1,
      examples: [],
    })
  return { unknowns, notes: notesOn({ ...previewed, changes }) }
}
