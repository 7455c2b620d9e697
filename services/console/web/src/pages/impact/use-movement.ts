import { useReactFlow } from '@xyflow/react'
import type { RefObject } from 'react'
import { NODE_HEIGHT, NODE_WIDTH, type Placed } from './layout-graph.ts'
import { firstOf } from './walk-graph.ts'

const MARGIN = 16

/** How the picture moves, or jumps for who wants less of that. */
export function useMovement(frame: RefObject<HTMLElement | null>) {
  const flow = useReactFlow()
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const motion = { duration: still ? 0 : 180 }
  /** Brings a node into the frame; one that is in it whole stays where it is. */
  const reveal = ({ x, y }: Placed) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    frame.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    const { x: left, y: top, zoom } = flow.getViewport()
    const [from, above] = [x * zoom + left, y * zoom + top]
    const [to, below] = [from + NODE_WIDTH * zoom, above + NODE_HEIGHT * zoom]
    if (from >= 0 && above >= 0 && to <= box.width && below <= box.height) return
    center({ x, y }, zoom)
  }
  const center = ({ x, y }: Pick<Placed, 'x' | 'y'>, zoom: number) =>
    void flow.setCenter(x + NODE_WIDTH / 2, y + NODE_HEIGHT / 2, { zoom, ...motion })
  /** As wide as the frame, but never too small to read, from the first column on, at the height of where it begins. */
  const begin = (placed: ReadonlyMap<string, Placed>, chosen: Placed | undefined) => {
    const box = frame.current?.getBoundingClientRect()
    const first = firstOf(placed)
    if (!box || first === undefined) return
    const all = [...placed.values()]
    const width = Math.max(...all.map(({ x }) => x)) + NODE_WIDTH
    const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y)) + NODE_HEIGHT]
    const zoom = Math.max(0.65, Math.min(1, (box.width - 2 * MARGIN) / width))
    const middle = (bottom - top) * zoom <= box.height ? (top + bottom) / 2 : placed.get(first)!.y + NODE_HEIGHT / 2
    const x = Math.max(MARGIN, (box.width - width * zoom) / 2)
    const y = box.height / 2 - middle * zoom
    void flow.setViewport({ x, y, zoom }).then(() => chosen && center(chosen, zoom))
  }
  return { motion, reveal, begin }
}
