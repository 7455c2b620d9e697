// Everything that followed from one act, as a tree: what caused what. Where one event has many of a kind below it (a release and its
// flags), those stand together.
import type { LoggedEvent } from '../../data/logged-event.ts'

export interface Link {
  type: string
  /** In the order in which they happened; more than one is shown as a count that opens. */
  events: LoggedEvent[]
  /** What followed from them. */
  follows: Link[]
}

/** So many of a kind still stand one by one. */
const FEW = 3

/** In any order in; causes before what follows from them out. An event whose cause is not among them begins a branch. */
export function chainOf(events: readonly LoggedEvent[]): Link[] {
  const ordered = [...events].sort((a, b) => a.position - b.position)
  const known = new Set(ordered.map(({ id }) => id))
  const below = Map.groupBy(ordered, ({ causationid }) => (causationid && known.has(causationid) ? causationid : ''))
  const linksUnder = (cause: string): Link[] => {
    const byType = Map.groupBy(below.get(cause) ?? [], ({ type }) => type)
    return [...byType].flatMap(([type, same]) => {
      const groups = same.length > FEW ? [same] : same.map(event => [event])
      return groups.map(group => ({ type, events: group, follows: group.flatMap(({ id }) => linksUnder(id)) }))
    })
  }
  return linksUnder('')
}

export interface ChainFacts {
  count: number
  /** Who began it, where an event says so. */
  actor: LoggedEvent['actor']
  why: string | null
  first: string
  last: string
  /** From the first event to the last. */
  milliseconds: number
}

/** What the whole chain says at a glance; undefined where there is nothing. */
export function factsOf(
  events: readonly LoggedEvent[],
  why: (event: LoggedEvent) => string | null,
): ChainFacts | undefined {
  const ordered = [...events].sort((a, b) => a.position - b.position)
  const [first] = ordered
  const last = ordered.at(-1)
  if (!first || !last) return undefined
  const reasons = ordered.map(why).filter(reason => reason !== null)
  return {
    count: ordered.length,
    actor: ordered.find(({ actor }) => actor !== null)?.actor ?? null,
    why: reasons[0] ?? null,
    first: first.time,
    last: last.time,
    milliseconds: Date.parse(last.time) - Date.parse(first.time),
  }
}
