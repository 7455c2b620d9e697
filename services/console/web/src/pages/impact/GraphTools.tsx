import type { ShownGraph } from './shown-graph.ts'

interface GraphToolsProps {
  zoom: Record<string, () => unknown>
  shown: ShownGraph
}

const TOOLS = [
  { key: '+', words: 'Larger' },
  { key: '-', words: 'Smaller' },
  { key: '0', words: 'As large as text' },
  { key: 'f', words: 'Fit' },
]

export function GraphTools({ zoom, shown: { nodes, total } }: GraphToolsProps) {
  const groups = nodes.filter(({ kind }) => kind === 'group').length
  const within = total - nodes.filter(({ kind }) => kind === 'one').length
  return (
    <div className="row small impact-tools">
      <p role="status">
        {total} {total === 1 ? 'node' : 'nodes'}
        {groups > 0 && `, ${within} of them within ${groups} ${groups === 1 ? 'group' : 'groups'}: Enter opens one`}.
      </p>
      <div className="row no-print">
        {TOOLS.map(({ key, words }) => (
          <button type="button" className="impact-tool" key={key} onClick={() => zoom[key]!()}>
            {words} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
    </div>
  )
}
