import { type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type Coming, idOf, LANES, type Lane, whenText } from './coming.ts'
import { type Mark, marksOf, monthsOf, placeOf, type Span } from './line.ts'

interface TimeLineProps {
  entries: readonly Coming[]
  span: Span
  today: string
}

const MONTH = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short' })

/** One stop for the Tab key; the arrow keys go along the line. What it shows stands in the list below, word for word. */
export function TimeLine({ entries, span, today }: TimeLineProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const lanes = (Object.keys(LANES) as Lane[]).map(lane => ({
    lane,
    marks: marksOf(
      entries.filter(({ when }) => placeOf(when, span) >= 0),
      lane,
      span,
    ),
  }))
  const count = lanes.reduce((sum, { marks }) => sum + marks.length, 0)
  const go = (to: number) => {
    const next = Math.min(count - 1, Math.max(0, to))
    setCurrent(next)
    frame.current?.querySelectorAll<HTMLElement>('.mark')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -count, End: count }[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(current + step)
  }
  let number = 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys go along the links inside
    <div className="time-line" ref={frame} onKeyDown={onKeyDown}>
      <div className="time-months" aria-hidden="true">
        {monthsOf(span).map(month => (
          <span key={month} style={{ left: `${placeOf(month, span) * 100}%` }}>
            {month.slice(5, 7) === '01' ? (
              <strong>{month.slice(0, 4)}</strong>
            ) : (
              MONTH.format(new Date(`${month}T00:00:00Z`))
            )}
          </span>
        ))}
      </div>
      {lanes.map(({ lane, marks }) => (
        <div className="time-lane" key={lane} data-lane={lane}>
          <h3>{LANES[lane]}</h3>
          <ol className="plain-list">
            {marks.map(mark => {
              const at = number++
              return (
                <li
                  className="time-mark"
                  key={mark.entries[0]!.key}
                  style={{ left: `${mark.left}%`, width: `${mark.room}%` }}
                >
                  <MarkLink mark={mark} tabIndex={at === current ? 0 : -1} onFocus={() => setCurrent(at)} />
                </li>
              )
            })}
            {marks.length === 0 && <li className="time-none small soft">nothing is known to come</li>}
          </ol>
        </div>
      ))}
      <div className="time-today" style={{ '--at': placeOf(today, span) } as React.CSSProperties} aria-hidden="true">
        <span>today</span>
      </div>
    </div>
  )
}

function MarkLink({ mark, ...rest }: { mark: Mark; tabIndex: number; onFocus: () => void }) {
  const [first] = mark.entries
  const many = mark.entries.length
  const text = mark.entries.map(each => `${whenText(each.when)}: ${each.text}`).join('; ')
  const inList = idOf(first!)
  const alone = many === 1 ? first?.to : undefined
  return (
    <Link
      className={`mark${mark.entries.every(({ unsure }) => unsure) ? ' mark--unsure' : ''}`}
      to={alone ?? `#${inList}`}
      onClick={() => !alone && document.getElementById(inList)?.focus()}
      title={text}
      aria-label={text}
      {...rest}
    >
      <span className="mark-point" aria-hidden="true">
        {many > 1 ? many : ''}
      </span>
      <span className="mark-text" aria-hidden="true">
        {first?.text}
      </span>
    </Link>
  )
}
