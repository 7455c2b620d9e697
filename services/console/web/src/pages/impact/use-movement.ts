import { useReactFlow } from '@xyflow/react'
import type { RefObject } from 'react'
import { NODE_HEIGHT, NODE_WIDTH, type Placed } from './layout-graph.ts'

/** How the picture moves, or jumps for who wants less of that. */
export function useMovement(frame: RefObject<HTMLElement | null>) {
  const flow = useReactFlow()
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const motion = { duration: still ? 0 : 180 }
  /** Brings a node into the frame; one that is in it whole stays where it is. */
  const reveal = ({ x, y }: Placed) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    const { x: left, y: top, zoom } = flow.getViewport()
    const [from, above] = [x * zoom + left, y * zoom + top]
    const [to, below] = [from + NODE_WIDTH * zoom, above + NODE_HEIGHT * zoom]
    if (from >= 0 && above >= 0 && to <= box.width && below <= box.height) return
    void flow.setCenter(x + NODE_WIDTH / 2, y + NODE_HEIGHT / 2, { zoom, ...motion })
  }
  return { motion, reveal }
}
