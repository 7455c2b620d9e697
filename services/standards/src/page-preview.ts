import {
  type ChangeClass,
  type DependentKind,
  fingerprint,
  type Impact,
  type KeptPairs,
  type PairChange,
  type Severity,
} from '@cte-align/contracts'
import { countKinds } from '@cte-align/impact'
import { decodeCursor, encodeCursor } from '@cte-align/service'
import { z } from 'zod'
import type { Asked } from './ask-agency.ts'
import { problem } from './errors.ts'
import type { Preview } from './preview-proposal.ts'

export interface PreviewQuery {
  limit: number
  cursor?: string | undefined
  agency?: Asked | undefined
  severity?: Severity | undefined
  kind?: DependentKind | undefined
  class?: ChangeClass | undefined
}

/** A page ends at so many bytes of a list, however few rows that are: one row may be a large one. */
const PAGE_BYTES = 4 * 1024 * 1024

const LISTS = ['changes', 'ctc', 'calpads', 'courseCodes', 'pairs', 'withoutPair'] as const
type List = (typeof LISTS)[number]
const Place = z.int().min(0)
const Cursor = z.strictObject({
  print: z.string(),
  filter: z.string(),
  at: z.strictObject({
    changes: Place,
    ctc: Place,
    calpads: Place,
    courseCodes: Place,
    pairs: Place,
    withoutPair: Place,
  }),
})
const START: Record<List, number> = { changes: 0, ctc: 0, calpads: 0, courseCodes: 0, pairs: 0, withoutPair: 0 }

/**
 * One page of a preview: so many rows of each list, counts of the whole, and the cursor of the next page. Whoever follows
 * `next` to its end has every row once. Throws CTE_PREVIEW_MOVED where the answer is another than the page before was of.
 */
export function pagePreview(preview: Preview, query: PreviewQuery) {
  const print = printOf(preview)
  const at = placesOf(query, print)
  const next = { ...at }
  let more = false
  const page = <T>(list: List, rows: readonly T[]): T[] => {
    const shown = take(rows, at[list], query.limit)
    next[list] = at[list] + shown.length
    more ||= next[list] < rows.length
    return shown
  }
  const { release, changes, agencies, courseCodes, sequences, decoder, unknowns, notes, positions, digest } = preview
  const agency = (name: Asked) => {
    const matching = agencies[name].impacts.filter(impact => matches(impact, name, query))
    const { impacts, ...rest } = agencies[name]
    return { ...rest, impacts: page(name, matching), count: impacts.length, matching: matching.length }
  }
  const shown = {
    release,
    changes: page('changes', changes),
    changeCount: changes.length,
    agencies: { ctc: agency('ctc'), calpads: agency('calpads') },
    courseCodes: {
      items: page('courseCodes', courseCodes),
      count: courseCodes.length,
      byKind: countKinds(courseCodes),
      sequences,
    },
    decoder: {
      counts: countPairs(decoder.pairs, decoder.kept),
      byOwner: byOwner(preview, page('pairs', inOrder(decoder.pairs))),
      withoutPair: page('withoutPair', decoder.withoutPair),
      withoutPairCount: decoder.withoutPair.length,
    },
    ...{ unknowns, notes, positions, digest },
  }
  return { ...shown, next: more ? encodeCursor({ print, filter: filterOf(query), at: next }) : null }
}

function placesOf({ cursor, ...query }: PreviewQuery, print: string): Record<List, number> {
  if (cursor === undefined) return START
  const read = decodeCursor(Cursor, cursor)
  if (read.filter !== filterOf(query)) throw problem('CTE_BAD_CURSOR')
  if (read.print !== print) throw problem('CTE_PREVIEW_MOVED')
  return read.at
}

const filterOf = ({ agency, severity, kind, class: chosen }: Omit<PreviewQuery, 'cursor'>): string =>
  [agency ?? '', severity ?? '', chosen ?? '', kind ?? ''].join(' ')

const prints = new WeakMap<Preview, string>()

/** Of everything that is paged. A kept preview is printed once. */
export function printOf(preview: Preview): string {
  const known = prints.get(preview) ?? printAnew(preview)
  prints.set(preview, known)
  return known
}

const printAnew = ({ digest, release, changes, decoder }: Preview): string =>
  fingerprint([
    digest,
    release.id,
    changes.map(({ id, class: chosen, fingerprints }) => [id, chosen, fingerprints]),
    decoder.pairs.map(pair => [pair.courseCode.key, pair.authorization.key, pair.outcome, pair.doubt]),
  ])

function matches({ dependent, severity, classes }: Impact, agency: Asked, query: PreviewQuery): boolean {
  if (query.agency !== undefined && query.agency !== agency) return false
  if (query.severity !== undefined && query.severity !== severity) return false
  if (query.kind !== undefined && query.kind !== dependent.kind) return false
  return query.class === undefined || classes.includes(query.class)
}

/** So many rows, fewer where they are large; never none. */
export function take<T>(rows: readonly T[], from: number, limit: number): T[] {
  const taken: T[] = []
  let bytes = 0
  for (const row of rows.slice(from, from + limit)) {
    bytes += Buffer.byteLength(JSON.stringify(row))
    if (taken.length > 0 && bytes > PAGE_BYTES) break
    taken.push(row)
  }
  return taken
}

const inOrder = (pairs: readonly PairChange[]): PairChange[] => {
  const numbered = pairs.map((pair, n) => ({ pair, n }))
  const keys = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return numbered
    .sort((a, b) => keys(a.pair.from.key, b.pair.from.key) || keys(a.pair.from.id, b.pair.from.id) || a.n - b.n)
    .map(({ pair }) => pair)
}

type Counts = { permitted: number; refused: number; unknown: number; kept: number }

export function countPairs(pairs: readonly PairChange[], kept: readonly KeptPairs[]): Counts {
  const counts: Counts = { permitted: 0, refused: 0, unknown: 0, kept: 0 }
  for (const { outcome } of pairs) counts[outcome]++
  for (const { count } of kept) counts.kept += count
  return counts
}

/** The top-level items that pairs rest on today, each with its counts and the page's pairs. */
function byOwner({ decoder: { pairs, kept } }: Preview, shown: PairChange[]) {
  const owners = new Map(
    [...pairs.map(({ from }) => from), ...kept.map(({ owner }) => owner)].map(ref => [ref.id, ref]),
  )
  const all = Map.groupBy(pairs, pair => pair.from.id)
  const here = Map.groupBy(shown, pair => pair.from.id)
  return [...owners.values()]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(owner => ({
      owner,
      ...countPairs(
        all.get(owner.id) ?? [],
        kept.filter(each => each.owner.id === owner.id),
      ),
      pairs: here.get(owner.id) ?? [],
    }))
}
