import type { EndItem, Relation } from './words.ts'

export interface FlowNode {
  item: EndItem
  y: number
  height: number
}
export interface FlowBand {
  relation: Relation
  fromY: number
  /** Null where there is no counterpart: the band ends in the middle. */
  toY: number | null
}
export interface Flow {
  left: FlowNode[]
  right: FlowNode[]
  bands: FlowBand[]
  height: number
}

const BAND = 14
const GAP = 16
const LEAST = 34

/** Two columns, in the order in which the items come; each item is as high as it has bands. */
export function flowOf(from: readonly EndItem[], to: readonly EndItem[], relations: readonly Relation[]): Flow {
  const left = column(from, id => relations.filter(relation => relation.from.id === id).length)
  const right = column(to, id => relations.filter(touches(id)).length)
  const nextLeft = places(left)
  const nextRight = places(right)
  const rank = new Map(to.map((item, index) => [item.id, index]))
  const order = (relation: Relation) => rank.get(relation.to?.id ?? '') ?? to.length
  const bands: FlowBand[] = []
  for (const { item } of left)
    for (const relation of relations.filter(each => each.from.id === item.id).sort((a, b) => order(a) - order(b)))
      bands.push({ relation, fromY: nextLeft(item.id) ?? 0, toY: relation.to && nextRight(relation.to.id) })
  return { left, right, bands, height: Math.max(bottom(left), bottom(right)) }
}

const touches = (id: string) => (relation: Relation) => relation.to?.id === id

function column(items: readonly EndItem[], countOf: (id: string) => number): FlowNode[] {
  let y = 0
  return items.map(item => {
    const height = Math.max(LEAST, countOf(item.id) * BAND)
    const node = { item, y, height }
    y += height + GAP
    return node
  })
}

/** Each call gives the middle of the next band at an item. */
function places(nodes: readonly FlowNode[]): (id: string) => number | null {
  const next = new Map(nodes.map(({ item, y }) => [item.id, y + BAND / 2 + 3]))
  return id => {
    const place = next.get(id)
    if (place === undefined) return null
    next.set(id, place + BAND)
    return place
  }
}

const bottom = (nodes: readonly FlowNode[]): number => {
  const last = nodes.at(-1)
  return last ? last.y + last.height : 0
}

/** A band from edge to edge; one without a counterpart stops half way. */
export function bandPath({ fromY, toY }: FlowBand, [x1, x2]: readonly [number, number]): string {
  const middle = (x1 + x2) / 2
  return toY === null
    ? `M ${x1} ${fromY} H ${middle - 40}`
    : `M ${x1} ${fromY} C ${middle} ${fromY}, ${middle} ${toY}, ${x2} ${toY}`
}
