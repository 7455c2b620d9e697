import { useState } from 'react'
import { Link } from 'react-router'
import type { LoggedEvent } from '../../data/logged-event.ts'
import { momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { agencyOf } from './event-filters.ts'
import { explainEvent } from './explain-event.ts'

/** One event: when, whose, what in a sentence, by whom, why, what it is about, and what belongs to it. */
export function EventEntry({ event, inChain = false }: { event: LoggedEvent; inChain?: boolean }) {
  const { says, why, about } = explainEvent(event)
  return (
    <li className="event">
      <time dateTime={event.time} className="soft small">
        {momentText(event.time)}
      </time>
      <span className="event-agency small">{agencyOf(event.source)}</span>
      <div>
        <p>{says}</p>
        <Who event={event} />
        {why && <p className="small">Why: {why}</p>}
        <ul className="plain-list row small">
          {about.map(({ text, to }) => (
            <li key={to}>
              <Link to={to}>{text}</Link>
            </li>
          ))}
          {!inChain && (
            <li>
              <Link to={paths.events({ correlation: event.correlationid })}>
                everything of this act<span className="hidden-visually">: {says}</span>
              </Link>
            </li>
          )}
          <li>
            <Raw event={event} says={says} />
          </li>
        </ul>
      </div>
    </li>
  )
}

function Who({ event: { actor, causationid } }: { event: LoggedEvent }) {
  if (actor)
    return (
      <p className="small">
        By <Link to={paths.events({ person: actor.id })}>{actor.id}</Link> ({actor.agency} {actor.role})
      </p>
    )
  return (
    <p className="small soft">
      {causationid ? 'Follows from another event; nobody did it.' : 'The event does not say who.'}
    </p>
  )
}

/** The event as other systems get it, for those who build them. */
function Raw({ event, says }: { event: LoggedEvent; says: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={toggled => setOpen(toggled.currentTarget.open)}>
      <summary>
        As data<span className="hidden-visually">: {says}</span>
      </summary>
      {open && (
        <>
          {event.partial && <p>Shown in part; the whole is on the stream.</p>}
          <section
            className="event-data"
            aria-label={`Data of event ${event.position}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
            tabIndex={0}
          >
            <pre className="code">{JSON.stringify(event, null, 2)}</pre>
          </section>
        </>
      )}
    </details>
  )
}
