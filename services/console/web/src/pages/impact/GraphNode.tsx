import { Handle, type NodeProps, Position } from '@xyflow/react'
import { useContext } from 'react'
import { SeverityTag } from '../../parts/Tags.tsx'
import type { FlowNode } from './GraphView.tsx'
import { GraphContext } from './graph-context.ts'
import { PLACE_WORDS } from './impact-model.ts'
import { nodeInWords } from './node-in-words.ts'

/** A node: what it is, its code and title, and how grave it is. Groups open and close, others show their details. */
export function GraphNode({ data: { shown, ways } }: NodeProps<FlowNode>) {
  const { current, chosen, activate, setCurrent } = useContext(GraphContext)
  const { what, name, about } = nodeInWords(shown)
  const { id, kind, place, severity, unverified } = shown
  const where = PLACE_WORDS[place]
  const classes = ['impact-node', `impact-node--${kind}`, `impact-node--${place}`]
  if (severity !== null) classes.push(`impact-node--${severity}`)
  if (unverified) classes.push('impact-node--unverified')
  return (
    <>
      <Handle id="in" type="target" position={Position.Left} isConnectable={false} />
      <Handle id="back-in" type="target" position={Position.Right} isConnectable={false} />
      <button
        type="button"
        className={classes.join(' ')}
        data-node={id}
        tabIndex={id === current ? 0 : -1}
        aria-expanded={kind === 'group' ? shown.open : undefined}
        aria-current={id === chosen ? 'true' : undefined}
        title={`${name}: ${about}`}
        onFocus={() => setCurrent(id)}
        onClick={() => activate(shown)}
      >
        <span className="hidden-visually">{where}: </span>
        <span className="impact-node-what">
          {kind === 'group' && <span aria-hidden="true">{shown.open ? '▾ ' : '▸ '}</span>}
          {what}{' '}
        </span>
        <span className="impact-node-name">
          {unverified && <span className="impact-node-doubt">? unverified </span>}
          {name}{' '}
        </span>
        <span className="impact-node-about">{about} </span>
        {severity !== null && <SeverityTag severity={severity} />}
        <span className="hidden-visually"> {ways}</span>
      </button>
      <Handle id="out" type="source" position={Position.Right} isConnectable={false} />
      <Handle id="back-out" type="source" position={Position.Left} isConnectable={false} />
    </>
  )
}
