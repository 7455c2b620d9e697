import {
  type Dependent,
  type Impact,
  MAX_EVENT_BYTES,
  type PreviewReply,
  type PreviewRequest,
} from '@cte-align/contracts'
import { asOf, type Planner } from './planner.ts'
import type { Positions } from './positions.ts'
import type { LinkStore } from './surroundings.ts'

export interface PreviewOptions {
  plan: Planner
  positions: Positions
  links: LinkStore
  manualReview: () => Promise<Dependent[]>
}

const ROOM = MAX_EVENT_BYTES - 1024

/** What a release would do, planned as an assessment plans, on the positions that the last piece names. Only reads. */
export function createPreview({ plan, positions, links, manualReview }: PreviewOptions) {
  return async function* preview({ release, reached }: PreviewRequest): AsyncGenerator<PreviewReply> {
    const known = await positions.all()
    const counts = asOf(known)
    const impacts = release.number === 1 ? [] : await plan({ reached, counts, sequence: Number.POSITIVE_INFINITY })
    for (const piece of pieces(impacts)) yield { piece: 'impacts', impacts: piece }
    const reachesSector = reached.some(({ reach }) => reach.some(({ item }) => item.kind === 'sector'))
    yield {
      piece: 'summary',
      positions: known,
      manualReview: release.number > 1 && reachesSector ? await manualReview() : [],
      links: await links.countByFramework(),
    }
  }
}

/** Impacts in lists that fit a message. One that does not fit is given in several, which `mergeImpacts` puts together. */
export function* pieces(impacts: readonly Impact[], room = ROOM): Generator<Impact[]> {
  let piece: Impact[] = []
  let size = 0
  for (const part of impacts.flatMap(impact => fitting(impact, room))) {
    const bytes = Buffer.byteLength(JSON.stringify(part)) + 1
    if (piece.length > 0 && size + bytes > room) {
      yield piece
      piece = []
      size = 0
    }
    piece.push(part)
    size += bytes
  }
  if (piece.length > 0) yield piece
}

function fitting(impact: Impact, room: number): Impact[] {
  if (Buffer.byteLength(JSON.stringify(impact)) < room) return [impact]
  const { causes } = impact
  const [cause] = causes
  if (causes.length > 1) return halves(causes).flatMap((some, n) => fitting(part({ causes: some }, n), room))
  if (cause!.paths.length === 1) return [impact]
  return halves(cause!.paths).flatMap((paths, n) => fitting(part({ causes: [{ ...cause!, paths }] }, n), room))

  function part(with_: Partial<Impact>, n: number): Impact {
    return { ...impact, ...with_, findings: n === 0 ? impact.findings : [] }
  }
}

function halves<T>(list: readonly T[]): [T[], T[]] {
  const middle = list.length >> 1
  return [list.slice(0, middle), list.slice(middle)]
}
