import type { Bus } from '@cte-align/bus'
import {
  type ChangeClass,
  type DecoderComparison,
  type Dependent,
  type DependentKind,
  type Impact,
  PreviewReply,
  type PreviewRequest,
  type ReachedChange,
  type ReleaseRef,
  rpc,
  type Severity,
  type SourceGap,
} from '@cte-align/contracts'
import { mergeImpacts } from '@cte-align/impact'
import { problem } from './errors.ts'

export const ASKED = { ctc: 'credentials', calpads: 'course-codes' } as const
export type Asked = keyof typeof ASKED

export interface AgencyPreview {
  impacts: Impact[]
  bySeverity: Record<Severity, number>
  byClass: Partial<Record<ChangeClass, number>>
  /** Authorizations and legal references are both CTC's. */
  byKind: Partial<Record<DependentKind, number>>
  /** No sector or rule leads to these: a person must look at them whenever a sector is reached. */
  manualReview: Dependent[]
  /** The last event of each source that the answer knew. */
  positions: Record<string, number>
  /** The last event that it had told itself. */
  told: number | undefined
  /** How many links hang on each framework. */
  links: Record<string, number>
}

export interface AgencyAnswer {
  preview: AgencyPreview
  /** What the agency's sources do not say of the dependents that are reached. */
  gaps: SourceGap[]
  decoder: DecoderComparison
}

export interface Question {
  release: ReleaseRef
  /** What is reached, in parts that fit a request each: cut once for all agencies. */
  chunks: ReachedChange[][]
  decoder?: PreviewRequest['decoder']
}

/**
 * Asks the service that owns an agency's dependents, in as many requests as the question takes. Throws
 * CTE_AGENCY_UNREACHABLE; or the signal's reason, once it is aborted.
 */
export async function askAgency(
  bus: Bus,
  agency: Asked,
  question: Question,
  request: { correlationId: string; signal: AbortSignal },
): Promise<AgencyAnswer> {
  const service = ASKED[agency]
  const heard = { impacts: [] as Impact[][], gaps: new Map<string, SourceGap>(), decoder: emptyComparison() }
  let summary: Summary | undefined
  try {
    for (const part of requestsOf(question)) {
      request.signal.throwIfAborted()
      for await (const piece of bus.request(rpc.preview(service), part, request)) {
        const reply = PreviewReply.parse(piece)
        if (reply.piece === 'summary') summary = merged(summary, reply)
        else if (reply.piece === 'impacts') heard.impacts.push(reply.impacts)
        else if (reply.piece === 'gaps') for (const gap of reply.gaps) heard.gaps.set(`${gap.code} ${gap.key}`, gap)
        else add(heard.decoder, reply)
      }
    }
  } catch (cause) {
    if (request.signal.aborted) throw cause
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw problem('CTE_AGENCY_UNREACHABLE', { service, detail }, { cause })
  }
  if (summary === undefined) throw problem('CTE_AGENCY_UNREACHABLE', { service, detail: 'an answer without an end' })
  const impacts = mergeImpacts(...heard.impacts)
  const { manualReview, positions, told, links } = summary
  return {
    preview: { impacts, ...countsOf(impacts), manualReview, positions, told, links },
    gaps: [...heard.gaps.values()],
    decoder: heard.decoder,
  }
}

/** The decoder comparison looks at all moves together, so it is a request of its own. */
function* requestsOf({ release, chunks, decoder }: Question): Generator<PreviewRequest> {
  for (const chunk of chunks) yield { release, reached: chunk }
  if (decoder !== undefined && decoder.moves.length > 0) yield { release, reached: [], decoder }
}

type Summary = Extract<PreviewReply, { piece: 'summary' }>

/** A long question is asked in several requests; all of it was known only as far as at the first. */
function merged(earlier: Summary | undefined, newer: Summary): Summary {
  const known = [...(earlier?.manualReview ?? []), ...newer.manualReview]
  const { positions, told } = earlier ?? newer
  return { ...newer, positions, told, manualReview: [...new Map(known.map(each => [each.key, each])).values()] }
}

export const emptyComparison = (): DecoderComparison => ({ pairs: [], kept: [], withoutPair: [] })

function add(to: DecoderComparison, { pairs, kept, withoutPair }: DecoderComparison): void {
  for (const pair of pairs) to.pairs.push(pair)
  for (const owner of kept) to.kept.push(owner)
  for (const code of withoutPair) to.withoutPair.push(code)
}

function countsOf(impacts: Impact[]): Pick<AgencyPreview, 'bySeverity' | 'byClass' | 'byKind'> {
  const bySeverity: Record<Severity, number> = { breaking: 0, review: 0, notice: 0 }
  const byClass: Partial<Record<ChangeClass, number>> = {}
  const byKind: Partial<Record<DependentKind, number>> = {}
  for (const { severity, classes, dependent } of impacts) {
    bySeverity[severity]++
    byKind[dependent.kind] = (byKind[dependent.kind] ?? 0) + 1
    for (const name of classes) byClass[name] = (byClass[name] ?? 0) + 1
  }
  return { bySeverity, byClass, byKind }
}
