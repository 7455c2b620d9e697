// Where the nodes stand: in columns from the change to those it hits.
import { Graph, layout } from '@dagrejs/dagre'
import { PLACES } from './impact-model.ts'
import type { ShownEdge, ShownGraph, ShownNode } from './shown-graph.ts'

export const NODE_WIDTH = 224
export const NODE_HEIGHT = 84
const GAP = 16
/** Between columns, for the words of the edges. */
const ROOM = 130

export interface Placed {
  id: string
  x: number
  y: number
  column: number
}

/** Every node with its column and its place there; neighbours stand near each other. */
export function layoutGraph({ nodes, edges }: ShownGraph): Map<string, Placed> {
  const columns = columnsOf(nodes, edges)
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', ranksep: ROOM, nodesep: GAP, edgesep: 8, ranker: 'longest-path' })
  graph.setDefaultEdgeLabel(() => ({}))
  const last = Math.max(0, ...columns.values())
  // The end is drawn nowhere: it holds every node in its column, whatever it leads to.
  graph.setNode(END, { width: 1, height: 1 })
  for (const { id } of nodes) {
    graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT })
    graph.setEdge(id, END, { minlen: last + 1 - columns.get(id)!, weight: 0 })
  }
  for (const { from, to } of edges) {
    const minlen = columns.get(to)! - columns.get(from)!
    // Between two of a column there is no before and after: such an edge is drawn, and moves nothing.
    if (minlen > 0) graph.setEdge(from, to, { minlen, weight: 2 })
  }
  layout(graph)
  const order = nodes.map(({ id }) => ({ id, column: columns.get(id)!, y: (graph.node(id) as { y: number }).y }))
  return new Map([...Map.groupBy(order, ({ column }) => column).values()].flatMap(stacked).map(each => [each.id, each]))
}

/** In their order, close together, and every column about one middle: what belongs together is seen together. */
function stacked(column: { id: string; column: number; y: number }[]): Placed[] {
  const top = -(column.length * (NODE_HEIGHT + GAP) - GAP) / 2
  return column
    .sort((a, b) => a.y - b.y)
    .map(({ id, column }, n) => ({ id, column, x: column * (NODE_WIDTH + ROOM), y: top + n * (NODE_HEIGHT + GAP) }))
}

const END = '(end)'

/** By place, and within a place by how many of it come before. Columns that nothing stands in are left out. */
function columnsOf(nodes: readonly ShownNode[], edges: readonly ShownEdge[]): Map<string, number> {
  const placeOf = new Map(nodes.map(({ id, place }) => [id, PLACES.indexOf(place)]))
  const depth = new Map<string, number>()
  const before = Map.groupBy(
    edges.filter(({ from, to }) => placeOf.get(from) === placeOf.get(to) && isContainer(placeOf.get(to)!)),
    ({ to }) => to,
  )
  const depthOf = (id: string, way: ReadonlySet<string> = new Set()): number => {
    const known = depth.get(id)
    if (known !== undefined) return known
    const earlier = (before.get(id) ?? []).filter(({ from }) => !way.has(from))
    const found = earlier.reduce((most, { from }) => Math.max(most, 1 + depthOf(from, new Set([...way, id]))), 0)
    depth.set(id, found)
    return found
  }
  const spot = (id: string) => placeOf.get(id)! * 100 + depthOf(id)
  const spots = [...new Set(nodes.map(({ id }) => spot(id)))].sort((a, b) => a - b)
  return new Map(nodes.map(({ id }) => [id, spots.indexOf(spot(id))]))
}

const isContainer = (place: number): boolean => PLACES[place] === 'up' || PLACES[place] === 'down'
