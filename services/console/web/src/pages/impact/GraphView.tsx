import { type Edge, MarkerType, type Node, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { GraphHelp } from './GraphHelp.tsx'
import { GraphNode } from './GraphNode.tsx'
import { GraphTools } from './GraphTools.tsx'
import { GraphContext } from './graph-context.ts'
import type { Layout } from './impact-filters.ts'
import { type ImpactModel, rowsOf } from './impact-model.ts'
import { layoutGraph, NODE_HEIGHT, NODE_WIDTH, type Placed } from './layout-graph.ts'
import { waysInWords } from './node-in-words.ts'
import { GROUPINGS, MOST_OPEN, type ShownEdge, type ShownNode, shownGraph } from './shown-graph.ts'
import { useMovement } from './use-movement.ts'
import { firstOf, isWalkKey, step } from './walk-graph.ts'

interface GraphViewProps {
  model: ImpactModel
  layout: Pick<Layout, 'group'>
  chosen: string
  onChoose: (node: string) => void
  onTable: () => void
}
export type FlowNode = Node<{ shown: ShownNode; ways: string }, 'shown'>

/** The ways from the change to those it hits. The table has the same rows. */
export const GraphView = (props: GraphViewProps) => (
  <ReactFlowProvider>
    <Graph {...props} />
  </ReactFlowProvider>
)

const NODE_TYPES = { shown: GraphNode }
/** More labels than this cover each other: then only those at the current node show. */
const MOST_LABELS = 12

function Graph({ model, layout: { group }, chosen, onChoose, onTable }: GraphViewProps) {
  const [open, setOpen] = useState<readonly string[]>([])
  const by = GROUPINGS.find(each => each === group) ?? 'auto'
  const shown = useMemo(() => shownGraph(model, { by, open, chosen }), [model, by, open, chosen])
  const placed = useMemo(() => layoutGraph(shown), [shown])
  const [at, setAt] = useState('')
  const current = placed.has(at) ? at : placed.has(chosen) ? chosen : (firstOf(placed) ?? '')
  const frame = useRef<HTMLDivElement>(null)
  const flow = useReactFlow()
  const { motion, reveal, begin } = useMovement(frame)
  const wanted = useRef<string>(undefined)
  const help = useId()

  const nodes = useMemo<FlowNode[]>(() => shown.nodes.map(each => flowNode(each, shown.edges, placed)), [shown, placed])
  const lit = useMemo(() => litBy(model, chosen), [model, chosen])
  const edges = useMemo(
    () => shown.edges.map(edge => flowEdge(edge, { current, lit, placed, labels: shown.edges.length <= MOST_LABELS })),
    [shown, placed, current, lit],
  )

  useEffect(() => {
    if (wanted.current === undefined) return
    const node = frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(wanted.current)}"]`)
    if (!node) return
    node.focus({ preventScroll: true })
    reveal(placed.get(wanted.current)!)
    wanted.current = undefined
  })
  // Another set of nodes is another picture; one in which groups open is the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is what makes it another
  useEffect(() => {
    begin(placed, placed.get(chosen))
  }, [model, by])

  const activate = (node: ShownNode) => {
    setAt(node.id)
    if (node.kind === 'one') onChoose(node.id)
    else if (node.kind === 'rest') onTable()
    else
      setOpen(old => (old.includes(node.id) ? old.filter(id => id !== node.id) : [...old, node.id].slice(-MOST_OPEN)))
  }
  const zoom: Record<string, () => unknown> = {
    '+': () => flow.zoomIn(motion),
    '=': () => flow.zoomIn(motion),
    '-': () => flow.zoomOut(motion),
    '0': () => flow.zoomTo(1, motion),
    f: () => flow.fitView({ ...FIT, ...motion }),
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isWalkKey(event.key)) {
      wanted.current = step(current, event.key, { placed, edges: shown.edges })
      // The node itself: so that it comes into view where somebody has moved the picture.
      if (wanted.current === current) reveal(placed.get(current)!)
      setAt(wanted.current)
    } else if (zoom[event.key.toLowerCase()]) zoom[event.key.toLowerCase()]!()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className="impact-graph" aria-label="Graph of the impact">
      <GraphTools zoom={zoom} shown={shown} />
      <GraphContext value={{ current, chosen, activate, setCurrent: setAt }}>
        <div className="impact-frame" ref={frame} onKeyDownCapture={onKey}>
          <ReactFlow
            aria-label="Nodes and ways: arrow keys go along them"
            aria-describedby={help}
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            minZoom={0.15}
            maxZoom={2}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panActivationKeyCode={null}
            zoomActivationKeyCode={null}
            zoomOnScroll={false}
            zoomOnDoubleClick={false}
            preventScrolling={false}
            proOptions={{ hideAttribution: true }}
          />
        </div>
      </GraphContext>
      <GraphHelp id={help} />
    </section>
  )
}

const FIT = { padding: 0.04, maxZoom: 1 }

function flowNode(shown: ShownNode, edges: readonly ShownEdge[], placed: ReturnType<typeof layoutGraph>): FlowNode {
  const { id } = shown
  const { x, y } = placed.get(id)!
  const count = (end: 'from' | 'to') => edges.filter(edge => edge[end] === id).length
  return {
    ...{ id, type: 'shown', position: { x, y }, width: NODE_WIDTH, height: NODE_HEIGHT },
    // The button within says what it is.
    domAttributes: { 'aria-roledescription': undefined },
    data: { shown, ways: waysInWords(count('to'), count('from')) },
  }
}

/** Of a dependent that is hit the ways to it alone; of anything else all that come by. */
function litBy(model: ImpactModel, chosen: string): string[] | undefined {
  const node = model.nodes.get(chosen)
  if (!node) return undefined
  return node.kind === 'dependent' && node.hit ? rowsOf(model, node).map(({ key }) => key) : [...node.rows]
}

interface Drawing {
  current: string
  /** The rows of what is chosen. */
  lit: readonly string[] | undefined
  placed: ReadonlyMap<string, Placed>
  labels: boolean
}

function flowEdge(
  { id, from, to, words, unverified, across, rows }: ShownEdge,
  { current, lit, placed, labels }: Drawing,
): Edge {
  const isLit = lit?.some(row => rows.has(row)) ?? false
  const label = labels || across || isLit || from === current || to === current ? words : undefined
  const back = placed.get(to)!.column < placed.get(from)!.column
  return {
    ...{ id, source: from, target: to, ...(label !== undefined && { label: unverified ? `? ${label}` : label }) },
    ...(back ? { sourceHandle: 'back-out', targetHandle: 'back-in' } : { sourceHandle: 'out', targetHandle: 'in' }),
    className: `impact-edge${unverified ? ' impact-edge--unverified' : ''}${isLit ? ' impact-edge--lit' : ''}`,
    ariaLabel: words,
    markerEnd: {
      ...{ type: MarkerType.ArrowClosed, color: 'var(--line-strong)', width: 18, height: 18 },
      markerUnits: 'userSpaceOnUse',
    },
  }
}
