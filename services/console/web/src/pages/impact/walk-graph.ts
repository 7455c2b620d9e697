// The arrow keys in the graph: along the edges to the right and to the left, up and down within a column.
import type { Placed } from './layout-graph.ts'
import type { ShownEdge } from './shown-graph.ts'

export interface Ways {
  placed: ReadonlyMap<string, Placed>
  edges: readonly ShownEdge[]
}
const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
type Key = (typeof KEYS)[number]
export const isWalkKey = (key: string): key is Key => KEYS.some(each => each === key)

/** Where a key leads from a node; the node itself where it leads nowhere. */
export function step(from: string, key: Key, { placed, edges }: Ways): string {
  const here = placed.get(from)
  if (!here) return from
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const ends = edges.flatMap(edge =>
      key === 'ArrowRight' ? (edge.from === from ? [edge.to] : []) : edge.to === from ? [edge.from] : [],
    )
    const side = key === 'ArrowRight' ? 1 : -1
    const ways = ends.map(id => placed.get(id)!)
    const ahead = ways.filter(({ column }) => (column - here.column) * side > 0)
    return nearest(ahead.length > 0 ? ahead : ways, here) ?? from
  }
  const column = [...placed.values()].filter(each => each.column === here.column).sort((a, b) => a.y - b.y)
  const at = column.findIndex(({ id }) => id === from)
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: column.length - 1 }[key]
  return column[Math.max(0, Math.min(column.length - 1, to))]!.id
}

/** The first column's first node: where Tab leads. */
export const firstOf = (placed: ReadonlyMap<string, Placed>): string | undefined =>
  [...placed.values()].sort((a, b) => a.column - b.column || a.y - b.y)[0]?.id

const nearest = (ways: readonly Placed[], { x, y }: Placed): string | undefined =>
  [...ways].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x) || Math.abs(a.y - y) - Math.abs(b.y - y))[0]?.id
