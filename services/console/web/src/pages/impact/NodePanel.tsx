import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import type { Told } from '../../why/why-in-words.ts'
import { BeforeAfter } from './BeforeAfter.tsx'
import { DependentDetails } from './DependentDetails.tsx'
import { dependentId, type ImpactModel, type ImpactNode } from './impact-model.ts'
import { headingOf } from './node-in-words.ts'

interface NodePanelProps {
  node: ImpactNode
  model: ImpactModel
  told: Told
  /** Takes the focus: somebody has just chosen it. */
  focus: boolean
  onChoose: (node: string) => void
  onClose: () => void
}

/** All about what is chosen. Escape closes it and leads back. */
export function NodePanel({ node, model, told, focus, onChoose, onClose }: NodePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  return (
    <aside
      className="card stack impact-panel"
      aria-label="Details"
      onKeyDown={event => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="row impact-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {headingOf(node, told)}
        </h2>
        <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      {node.kind === 'dependent' && node.hit !== null ? (
        <DependentDetails hit={node.hit} told={told} model={model} />
      ) : (
        <Reached node={node} model={model} onChoose={onChoose} />
      )}
    </aside>
  )
}

const MOST = 30

/** Of a change, an item or something on the way: what it is, and whom it leads to. */
function Reached({ node, model, onChoose }: Pick<NodePanelProps, 'node' | 'model' | 'onChoose'>) {
  const hits = new Map(
    model.rows.filter(({ key }) => node.rows.has(key)).map(({ hit }) => [dependentId(hit.dependent), hit]),
  )
  const item = node.kind === 'change' ? node.change.item : node.kind === 'item' ? node.item : null
  return (
    <>
      {item && (
        <p>
          <Link to={paths.item(item.framework, item.id)}>
            {item.kind} {item.key} in {item.framework}
          </Link>
        </p>
      )}
      {node.kind === 'dependent' && node.dependent.kind === 'course-code' && (
        <p>
          <Link to={paths.courseCode(node.dependent.key)}>Course code {node.dependent.key}</Link>
        </p>
      )}
      {node.kind === 'change' && <BeforeAfter change={node.change} />}
      <h3>
        {hits.size} {hits.size === 1 ? 'dependent is' : 'dependents are'} hit this way
      </h3>
      <ul className="impact-choices">
        {[...hits].slice(0, MOST).map(([id, { dependent, severity }]) => (
          <li key={id}>
            <button type="button" className="usa-button usa-button--unstyled" onClick={() => onChoose(id)}>
              {dependent.key}
            </button>{' '}
            <span className="small">
              {dependent.title} ({severity})
            </span>
          </li>
        ))}
      </ul>
      {hits.size > MOST && <p className="soft">And {hits.size - MOST} more: the table has them all.</p>}
    </>
  )
}
