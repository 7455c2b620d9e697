import {
  type DecoderComparison,
  type Dependent,
  type Impact,
  MAX_EVENT_BYTES,
  type PreviewReply,
  type PreviewRequest,
  type SourceGap,
} from '@cte-align/contracts'
import type { Outbox } from '@cte-align/service'
import type { Decoder } from './decoder.ts'
import type { LinkCounts } from './link-counts.ts'
import { asOf, type Planner } from './planner.ts'
import type { Positions } from './positions.ts'

export interface PreviewOptions {
  plan: Planner
  positions: Positions
  outbox: Outbox
  countLinks: LinkCounts
  compare: Decoder
  manualReview: () => Promise<Dependent[]>
  gapsOf: (keys: string[]) => Promise<SourceGap[]>
}

const ROOM = MAX_EVENT_BYTES - 1024

/**
 * What a release would do, planned as an assessment plans, on the positions that the last piece names. Only reads; between any
 * two reads, and before each piece, it looks whether anybody still wants to know, and throws the signal's reason if not.
 */
export function createPreview(options: PreviewOptions) {
  const { plan, positions, outbox, countLinks, compare, manualReview, gapsOf } = options
  return async function* preview(
    { release, reached, decoder }: PreviewRequest,
    signal?: AbortSignal,
  ): AsyncGenerator<PreviewReply> {
    const told = await outbox.last()
    const known = await positions.all()
    const counts = asOf(known)
    const isFirst = release.number === 1
    const impacts = isFirst ? [] : await plan({ reached, counts, sequence: Number.POSITIVE_INFINITY, signal })
    for (const piece of pieces(impacts)) {
      yield { piece: 'impacts', impacts: piece }
      await othersTurn(signal)
    }
    const gaps = impacts.length === 0 ? [] : await gapsOf(impacts.map(({ dependent }) => dependent.key))
    for (const piece of inPieces(gaps, ROOM)) yield { piece: 'gaps', gaps: piece }
    signal?.throwIfAborted()
    if (decoder !== undefined && !isFirst) yield* comparison(await compare(decoder, counts, { signal }))
    signal?.throwIfAborted()
    const reachesSector = reached.some(({ reach }) => reach.some(({ item }) => item.kind === 'sector'))
    yield {
      piece: 'summary',
      positions: known,
      told,
      manualReview: release.number > 1 && reachesSector ? await manualReview() : [],
      links: await countLinks(known),
    }
  }
}

/** Lets the process hear that the asker has gone, and answer others. */
async function othersTurn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
  signal?.throwIfAborted()
}

function* comparison({ pairs, kept, withoutPair }: DecoderComparison): Generator<PreviewReply> {
  const none = { piece: 'decoder' as const, pairs: [], kept: [], withoutPair: [] }
  for (const some of inPieces(pairs, ROOM)) yield { ...none, pairs: some }
  for (const some of inPieces(kept, ROOM)) yield { ...none, kept: some }
  for (const some of inPieces(withoutPair, ROOM)) yield { ...none, withoutPair: some }
}

/** Impacts in lists that fit a message. One that does not fit is given in several, which `mergeImpacts` puts together. */
export function* pieces(impacts: readonly Impact[], room = ROOM): Generator<Impact[]> {
  yield* filled(fittingParts(impacts, room), room)
}

/** Runs of rows of at most `room` bytes of JSON, none of them empty. */
function inPieces<T>(rows: readonly T[], room: number): Generator<T[]> {
  return filled(sized(rows), room)
}

type Sized<T> = { row: T; bytes: number }

function* sized<T>(rows: readonly T[]): Generator<Sized<T>> {
  for (const row of rows) yield { row, bytes: bytesOf(row) }
}

function* filled<T>(rows: Iterable<Sized<T>>, room: number): Generator<T[]> {
  let piece: T[] = []
  let size = 0
  for (const { row, bytes } of rows) {
    if (piece.length > 0 && size + bytes + 1 > room) {
      yield piece
      piece = []
      size = 0
    }
    piece.push(row)
    size += bytes + 1
  }
  if (piece.length > 0) yield piece
}

function* fittingParts(impacts: readonly Impact[], room: number): Generator<Sized<Impact>> {
  for (const impact of impacts) yield* fitting(impact, room)
}

function fitting(impact: Impact, room: number): Sized<Impact>[] {
  const bytes = bytesOf(impact)
  if (bytes < room) return [{ row: impact, bytes }]
  const { causes } = impact
  const [cause] = causes
  if (causes.length > 1) return halves(causes).flatMap((some, n) => fitting(part({ causes: some }, n), room))
  if (cause!.paths.length === 1) return [{ row: impact, bytes }]
  return halves(cause!.paths).flatMap((paths, n) => fitting(part({ causes: [{ ...cause!, paths }] }, n), room))

  function part(with_: Partial<Impact>, n: number): Impact {
    return { ...impact, ...with_, findings: n === 0 ? impact.findings : [] }
  }
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

function halves<T>(list: readonly T[]): [T[], T[]] {
  const middle = list.length >> 1
  return [list.slice(0, middle), list.slice(middle)]
}
