import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { bandPath, type FlowNode, flowOf } from './flow.ts'
import { type EndItem, RELATIONS, type Relation, relationAloud } from './words.ts'
import './flow.scss'

const WIDTH = 960
const COLUMN = 320
/** Left of a band stands its letter. */
const LETTER = 18
const EDGES = [COLUMN + LETTER, WIDTH - COLUMN] as const
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

interface FlowDiagramProps {
  from: EndItem[]
  to: EndItem[]
  relations: Relation[]
}

/** Bands between two columns. One Tab stop: the arrow keys go from band to band, Enter opens. */
export function FlowDiagram({ from, to, relations }: FlowDiagramProps) {
  const { left, right, bands, height } = useMemo(() => flowOf(from, to, relations), [from, to, relations])
  const [current, setCurrent] = useState(0)
  const [said, setSaid] = useState('')
  const picture = useRef<SVGSVGElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(bands.length - 1, current + step))
    setCurrent(next)
    picture.current?.querySelector<SVGAElement>(`[data-band="${next}"]`)?.focus()
  }
  const chosen = bands[current]?.relation
  return (
    <figure className="flow">
      <section
        className="table-frame"
        aria-label="Diagram of the relations"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a picture has no fieldset */}
        <svg
          ref={picture}
          viewBox={`-8 -8 ${WIDTH + 16} ${height + 16}`}
          role="group"
          aria-label={`${relations.length} relations as bands; the table below has the same rows`}
          onKeyDown={onKeyDown}
        >
          {bands.map((band, index) => {
            const { relation } = band
            const aloud = relationAloud(relation)
            return (
              <Link
                key={relation.id}
                to={paths.relation(relation.crosswalk, relation.id)}
                className="flow-band"
                data-band={index}
                data-relation={relation.relation}
                data-state={relation.state}
                aria-label={aloud}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => {
                  setCurrent(index)
                  setSaid(aloud)
                }}
                onMouseEnter={() => setSaid(aloud)}
              >
                <path className="flow-reach" d={bandPath(band, EDGES)} />
                <path className="flow-line" d={bandPath(band, EDGES)} />
                <text x={COLUMN + 5} y={band.fromY + 4} className="flow-letter">
                  {RELATIONS[relation.relation].letter}
                </text>
              </Link>
            )
          })}
          <Column nodes={left} x={0} chosen={chosen?.from.id} />
          <Column nodes={right} x={WIDTH - COLUMN} chosen={chosen?.to?.id} />
        </svg>
      </section>
      <figcaption className="picture-said small" aria-hidden="true">
        {said ||
          'Each band says in words here what it stands for: go over it, or Tab into the picture and use the arrow keys.'}
      </figcaption>
    </figure>
  )
}

const Column = ({ nodes, x, chosen }: { nodes: FlowNode[]; x: number; chosen: string | undefined }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: words in a picture cannot take the focus
  <g aria-hidden="true">
    {nodes.map(({ item, y, height }) => (
      <g key={item.id} className="flow-node" data-chosen={item.id === chosen}>
        <rect x={x} y={y} width={COLUMN} height={height} rx={5} />
        <text x={x + 10} y={y + height / 2 + 5}>
          {item.title.length > 42 ? `${item.title.slice(0, 40)} …` : item.title}
        </text>
      </g>
    ))}
  </g>
)
