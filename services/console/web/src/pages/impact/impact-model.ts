// One model of what is shown, from which both the graph and the table are drawn: whatever is in one is in the other.
import type { Cause, Change, Dependent, Hit, ItemRef, Path, Severity, Step } from './impact-types.ts'

/** A line of the table, and a way through the graph: one change as it touches one dependent. */
export interface Row {
  /** The cause's id: a fingerprint of change, dependent and order. */
  key: string
  hit: Hit
  cause: Cause
}

/** Where a node stands, from left to right: an item is shown once for each way of being reached. */
export const PLACES = ['change', 'up', 'across', 'down', 'link', 'rule'] as const
export type Place = (typeof PLACES)[number]

export const PLACE_WORDS: Record<Place, string> = {
  change: 'Changed',
  up: 'To which it belongs',
  across: 'Across the crosswalk',
  down: 'Which belongs to it',
  link: 'Linked to it',
  rule: 'Joined by assignment rules',
}

interface Reached {
  id: string
  place: Place
  /** The rows that come by, or end here. */
  rows: Set<string>
  /** Of the gravest way that comes by; a dependent has that of its whole impact, and none where it is only on the way. */
  severity: Severity | null
  /** No way hereto is sure. */
  unverified: boolean
}
export type ImpactNode = Reached &
  (
    | { kind: 'change'; change: Change }
    | { kind: 'item'; item: ItemRef }
    | { kind: 'dependent'; dependent: Pick<Dependent, 'kind' | 'key'>; title: string | null; hit: Hit | null }
  )
export type Relation = Exclude<Step['edge'], 'change'>
export interface ImpactEdge {
  id: string
  from: string
  to: string
  relation: Relation
  words: string
  unverified: boolean
  rows: Set<string>
}
export interface ImpactModel {
  rows: Row[]
  nodes: Map<string, ImpactNode>
  edges: Map<string, ImpactEdge>
}

export const RANKS: Record<Severity, number> = { breaking: 3, review: 2, notice: 1 }
export const graver = (a: Severity | null, b: Severity): Severity => (a !== null && RANKS[a] >= RANKS[b] ? a : b)
export const dependentId = ({ kind, key }: Pick<Dependent, 'kind' | 'key'>): string => `dependent:${kind}:${key}`

/** Rows of the causes that `keep` keeps, and the nodes and edges that their paths go by. */
export function modelOf(hits: readonly Hit[], keep: (cause: Cause) => boolean = () => true): ImpactModel {
  const rows = hits.flatMap(hit => hit.causes.filter(keep).map(cause => ({ key: cause.id, hit, cause })))
  const model: ImpactModel = { rows, nodes: new Map(), edges: new Map() }
  const hitOf = new Map(hits.map(hit => [dependentId(hit.dependent), hit]))
  const known = { hitOf, ruled: joinedByRules(rows) }
  for (const row of rows) for (const path of row.cause.paths) addPath(model, row, path, known)
  // What is on the way to others and is hit as well, but by none of the rows, is only on the way here.
  const ends = new Set(rows.map(({ hit }) => dependentId(hit.dependent)))
  for (const node of model.nodes.values())
    if (node.kind === 'dependent') {
      if (ends.has(node.id)) {
        node.severity = node.hit!.severity
        node.unverified = node.hit!.unverified
      } else Object.assign(node, { hit: null, severity: null })
    }
  return model
}

/** Dependents that an assignment rule leads to or from. */
const joinedByRules = (rows: readonly Row[]): Set<string> =>
  new Set(
    rows
      .flatMap(({ cause }) => cause.paths)
      .filter(({ steps }) => steps.some(({ edge }) => edge === 'rule'))
      .flatMap(({ steps }) => steps.flatMap(step => ('dependent' in step ? [dependentId(step.dependent)] : []))),
  )

interface Known {
  hitOf: ReadonlyMap<string, Hit>
  ruled: ReadonlySet<string>
}

function addPath(model: ImpactModel, row: Row, path: Path, known: Known): void {
  const sure = path.doubts.length === 0
  let before: ImpactNode | undefined
  for (const step of path.steps) {
    const id = idOf(step, row.cause.change)
    let node = model.nodes.get(id)
    if (!node) {
      node = { id, rows: new Set(), severity: null, unverified: true, ...bodyOf(step, row, known) }
      model.nodes.set(id, node)
    }
    node.rows.add(row.key)
    if (node.kind !== 'dependent') node.severity = graver(node.severity, path.severity)
    if (sure) node.unverified = false
    if (before && step.edge !== 'change') addEdge(model, before, node, { step, row, path })
    before = node
  }
  // The change itself is no matter of doubt.
  const change = model.nodes.get(idOf(path.steps[0]!, row.cause.change))
  if (change) change.unverified = false
}

function idOf(step: Step, change: Change): string {
  if (step.edge === 'change') return `change:${change.id}`
  return 'item' in step ? `${step.edge}:${step.item.id}` : dependentId(step.dependent)
}

function bodyOf(step: Step, { cause: { change } }: Row, { hitOf, ruled }: Known) {
  if (step.edge === 'change') return { kind: 'change', place: 'change', change } as const
  if ('item' in step) return { kind: 'item', place: step.edge, item: step.item } as const
  const id = dependentId(step.dependent)
  const hit = hitOf.get(id) ?? null
  // Rules join course codes and authorizations both ways: the authorizations stand behind, so that the two do not mix.
  const place: Place = step.dependent.kind === 'authorization' && ruled.has(id) ? 'rule' : 'link'
  return { kind: 'dependent', place, dependent: step.dependent, title: hit?.dependent.title ?? null, hit } as const
}

type Edging = { step: Exclude<Step, { edge: 'change' }>; row: Row; path: Path }

function addEdge(model: ImpactModel, from: ImpactNode, to: ImpactNode, { step, row, path }: Edging): void {
  const words = relationInWords(step)
  const id = `${from.id}>${to.id}>${words}`
  const doubtful = isDoubtful(step, path)
  const edge = model.edges.get(id)
  if (edge) {
    edge.rows.add(row.key)
    edge.unverified &&= doubtful
  } else
    model.edges.set(id, {
      ...{ id, from: from.id, to: to.id, relation: step.edge, words, unverified: doubtful },
      rows: new Set([row.key]),
    })
}

/** What an edge says, read from left to right. */
export function relationInWords(step: Edging['step']): string {
  switch (step.edge) {
    case 'up':
      return 'belongs to'
    case 'down':
      return 'has within it'
    case 'across':
      return `${step.relation}, ${step.state}`
    case 'link':
      return step.dependent.kind === 'legal-reference' ? 'counted by' : 'linked to'
    case 'rule':
      return step.dependent.kind === 'authorization' ? 'may be taught with' : 'may teach'
  }
}

function isDoubtful(step: Edging['step'], { doubts }: Path): boolean {
  switch (step.edge) {
    case 'across':
      return step.state !== 'accepted'
    case 'link':
      return doubts.includes('unverified-link')
    case 'rule':
      return doubts.includes('unverified-rule') || doubts.includes('inferred-twin')
    default:
      return false
  }
}

/** The rows that end at a dependent. */
export const rowsOf = ({ rows }: ImpactModel, { id }: Pick<ImpactNode, 'id'>): Row[] =>
  rows.filter(({ hit }) => dependentId(hit.dependent) === id)
