import { type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '../../data/use-session.ts'
import { paths } from '../../paths.ts'
import { type Matrix, stepIn } from './matrix.ts'
import { RelationMark } from './RelationMark.tsx'
import { type EndItem, type Relation, relationAloud } from './words.ts'
import './matrix.scss'

/** One Tab stop; the arrow keys, Home and End walk over its cells, Enter opens or drafts. */
export function MatrixGrid({ matrix, crosswalk }: { matrix: Matrix; crosswalk: string }) {
  const { rows, columns, at, none } = matrix
  const { may } = useSession()
  const mayDraft = may('draft crosswalk')
  const [[row, column], setAt] = useState<readonly [number, number]>([0, 0])
  const [said, setSaid] = useState('')
  const grid = useRef<HTMLTableElement>(null)
  const size = { rows: rows.length, columns: columns.length + 1 }

  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepIn(size, [row, column], event)
    if (!next) return
    event.preventDefault()
    setAt(next)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join()}"]`)?.focus()
  }
  const cell = (y: number, x: number, relation: Relation | undefined, words: string, draft: string) => {
    const tabIndex = y === row && x === column ? 0 : -1
    const label = relation ? relationAloud(relation) : `${words}${mayDraft ? ': draft a relation' : ''}`
    const shared = {
      'data-cell': `${y},${x}`,
      tabIndex,
      onFocus: () => {
        setAt([y, x])
        setSaid(label)
      },
      onMouseEnter: () => setSaid(label),
    }
    if (relation)
      return (
        <Link {...shared} to={paths.relation(crosswalk, relation.id)} className="matrix-cell">
          <RelationMark {...relation} />
          <span className="hidden-visually">{label}</span>
        </Link>
      )
    if (mayDraft)
      return (
        <Link {...shared} to={draft} className="matrix-cell matrix-cell--empty">
          <span aria-hidden="true">+</span>
          <span className="hidden-visually">{label}</span>
        </Link>
      )
    return (
      <span {...shared} className="matrix-cell">
        <span aria-hidden="true">·</span>
        <span className="hidden-visually">{label}</span>
      </span>
    )
  }
  const draftOf = (from: EndItem, to?: EndItem) =>
    paths.draftRelation(crosswalk, { from: from.key, ...(to && { to: to.key }) })

  return (
    <>
      <div className="table-frame matrix-frame">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern is made of a table's own rows and cells */}
        <table ref={grid} role="grid" className="matrix" aria-label="From (rows) to (columns)" onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">
                <span className="small">From ↓ to →</span>
              </th>
              {columns.map(item => (
                <th scope="col" key={item.id}>
                  <span className="matrix-head">{item.title}</span>
                </th>
              ))}
              <th scope="col">
                <span className="matrix-head soft">no counterpart</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((from, y) => (
              <tr key={from.id}>
                <th scope="row">
                  {from.title} <code className="code soft">{from.key}</code>
                </th>
                {columns.map((to, x) => (
                  <td key={to.id}>
                    {cell(y, x, at(from, to), `nothing said of ${from.title} and ${to.title}`, draftOf(from, to))}
                  </td>
                ))}
                <td>
                  {cell(
                    y,
                    columns.length,
                    none.get(from.id),
                    `nobody has said that ${from.title} has no counterpart`,
                    draftOf(from),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="picture-said small" aria-hidden="true">
        {said || 'Each cell says in words here what it shows: go over it, or walk with the arrow keys.'}
      </p>
    </>
  )
}
