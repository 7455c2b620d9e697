import { createContext } from 'react'
import type { ShownNode } from './shown-graph.ts'

export interface GraphState {
  /** The one that Tab leads to. */
  current: string
  /** The one whose details are shown. */
  chosen: string
  activate: (node: ShownNode) => void
  setCurrent: (id: string) => void
}

export const GraphContext = createContext<GraphState>({
  ...{ current: '', chosen: '', activate: () => {}, setCurrent: () => {} },
})
