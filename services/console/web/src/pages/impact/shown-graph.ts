// How much of a model is drawn: what is much of a kind in one place is drawn as one group, which somebody may open.

import { AGENCY_WORDS, KIND_WORDS } from './impact-filters.ts'
import { type ImpactModel, type ImpactNode, PLACES, type Place, RANKS } from './impact-model.ts'
import type { Severity } from './impact-types.ts'

export const GROUPINGS = ['auto', 'sector', 'kind', 'severity'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** So many of one place stand alone; more are grouped. */
const ALONE = 24
/** So many groups of one place; the smaller ones beyond are one. */
const MOST_GROUPS = 30
/** So many of a group that is open; the rest is counted, and stands in the table. */
const MOST_MEMBERS = 40
/** So many groups are open at once: whoever opens another closes the oldest. */
export const MOST_OPEN = 4

export type ShownNode = { id: string; place: Place; severity: Severity | null; unverified: boolean } & (
  | { kind: 'one'; node: ImpactNode }
  | { kind: 'group'; words: string; members: ImpactNode[]; open: boolean }
  | { kind: 'rest'; words: string; members: ImpactNode[] }
)
export interface ShownEdge {
  id: string
  from: string
  to: string
  words: string
  unverified: boolean
  /** Over a crosswalk: what it says is never left out. */
  across: boolean
  rows: Set<string>
}
export interface ShownGraph {
  nodes: ShownNode[]
  edges: ShownEdge[]
  /** How many nodes there are in all, drawn alone or within groups. */
  total: number
}

interface Showing {
  by: Grouping
  /** Ids of the groups that are open, the oldest first. */
  open: readonly string[]
  /** Is drawn alone, wherever it is. */
  chosen?: string | undefined
}

export function shownGraph(model: ImpactModel, { by, open, chosen }: Showing): ShownGraph {
  const all = [...model.nodes.values()]
  const nodes = PLACES.flatMap(place => {
    const here = all.filter(node => node.place === place).sort(gravestFirst)
    return inPlace(here, { place, by, open: open.slice(-MOST_OPEN), chosen })
  })
  const shownAs = new Map<string, string>()
  for (const shown of nodes) for (const { id } of standsFor(shown)) shownAs.set(id, shown.id)
  return { nodes, edges: edgesBetween(model, shownAs), total: all.length }
}

/** The nodes of the model that a shown one stands for; an open group stands for none, its members do so themselves. */
export function standsFor(shown: ShownNode): readonly ImpactNode[] {
  if (shown.kind === 'one') return [shown.node]
  return shown.kind === 'group' && shown.open ? [] : shown.members
}

function inPlace(here: ImpactNode[], { place, by, open, chosen }: Showing & { place: Place }): ShownNode[] {
  const asked = by !== 'auto' && (place === 'link' || place === 'rule')
  if (here.length <= ALONE && !asked) return here.map(one)
  const all = [...Map.groupBy(here, node => groupOf(node, by))].sort((a, b) => b[1].length - a[1].length)
  const beyond = all.slice(MOST_GROUPS).flatMap(([, members]) => members)
  const groups = [...all.slice(0, MOST_GROUPS), ...(beyond.length > 0 ? [['others', beyond] as const] : [])]
  return groups.flatMap(([words, members]) => groupShown(members, { place, words, open, chosen }))
}

function groupShown(
  members: ImpactNode[],
  { place, words, open, chosen }: Pick<Showing, 'open' | 'chosen'> & { place: Place; words: string },
): ShownNode[] {
  if (members.length === 1) return [one(members[0]!)]
  const id = `group:${place}:${words}`
  const isOpen = open.includes(id)
  const alone = isOpen ? members.slice(0, MOST_MEMBERS) : members.filter(node => node.id === chosen)
  const seen = new Set(alone)
  if (isOpen) for (const node of members) if (node.id === chosen) seen.add(node)
  const rest = members.filter(node => !seen.has(node))
  const about = (of: ImpactNode[]) => ({
    place,
    severity: gravestOf(of),
    unverified: of.every(each => each.unverified),
  })
  const singles = [...seen].map(one)
  if (!isOpen) return [{ kind: 'group', id, words, members: rest, open: false, ...about(members) }, ...singles]
  return [
    { kind: 'group', id, words, members, open: true, ...about(members) },
    ...singles,
    ...(rest.length > 0 ? [{ kind: 'rest' as const, id: `rest:${id}`, words, members: rest, ...about(rest) }] : []),
  ]
}

const one = (node: ImpactNode): ShownNode => ({
  ...{ kind: 'one', id: node.id, place: node.place, severity: node.severity, unverified: node.unverified, node },
})

const rankOf = (severity: Severity | null): number => (severity === null ? 0 : RANKS[severity])
const gravestFirst = (a: ImpactNode, b: ImpactNode): number =>
  rankOf(b.severity) - rankOf(a.severity) || nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true })

const gravestOf = (nodes: readonly ImpactNode[]): Severity | null =>
  nodes.reduce<Severity | null>((worst, { severity }) => (rankOf(severity) > rankOf(worst) ? severity : worst), null)

export const nameOf = (node: ImpactNode): string =>
  node.kind === 'dependent' ? node.dependent.key : node.kind === 'change' ? node.change.item.key : node.item.key

function groupOf(node: ImpactNode, by: Grouping): string {
  if (node.kind !== 'dependent') return topLevelOf(node.kind === 'change' ? node.change.item.key : node.item.key)
  if (by === 'severity') return node.severity ?? 'on the way'
  if (by === 'kind' || node.hit === null) return `${KIND_WORDS[node.dependent.kind]}s`
  return `${AGENCY_WORDS[node.hit.agency]}, ${sectorsOfHit(node.hit.sectors)}`
}

/** A natural key begins with the code of its top-level item. */
const topLevelOf = (key: string): string => key.split('.')[0]!
const sectorsOfHit = (sectors: readonly string[]): string =>
  sectors.length <= 2 ? sectors.map(each => each.split(':')[1]).join(' and ') : `${sectors.length} sectors`

function edgesBetween(model: ImpactModel, shownAs: ReadonlyMap<string, string>): ShownEdge[] {
  const edges = new Map<string, ShownEdge>()
  const words = new Map<string, Set<string>>()
  for (const edge of model.edges.values()) {
    const [from, to] = [shownAs.get(edge.from)!, shownAs.get(edge.to)!]
    if (from === to) continue
    const id = `${from}>${to}`
    const known = edges.get(id)
    if (known) {
      for (const row of edge.rows) known.rows.add(row)
      known.unverified &&= edge.unverified
      known.across ||= edge.relation === 'across'
    } else
      edges.set(id, {
        id,
        from,
        to,
        words: '',
        unverified: edge.unverified,
        across: edge.relation === 'across',
        rows: new Set(edge.rows),
      })
    const said = words.get(id) ?? new Set<string>()
    words.set(id, said.add(edge.words))
  }
  for (const [id, said] of words)
    edges.get(id)!.words = said.size <= 2 ? [...said].join('; ') : `${said.size} relations`
  return [...edges.values()]
}
