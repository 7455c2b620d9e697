import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import type { LoggedEvent } from '../../data/logged-event.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'
import { momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { type Link as ChainLink, chainOf, factsOf } from './chain.ts'
import { EventEntry } from './EventEntry.tsx'
import { explainEvent } from './explain-event.ts'
import { given } from './given.ts'
import { countInWords, countOf } from './type-in-words.ts'
import { useChain } from './use-events.ts'

/** All that carries one correlation id, causes before what follows from them. */
export function Chain({ correlation }: { correlation: string }) {
  const pages = useChain(correlation)
  const { data, more, loadingMore, loadMore } = pages
  return (
    <>
      <Shown
        of={pages}
        what="the events of this act"
        lines={8}
        empty="No event with this correlation id is kept here. It may be older than what is kept, or the id mistyped."
      >
        {events => (
          <>
            <Facts events={events} correlation={correlation} partial={more} />
            <h2>How it went</h2>
            <Links links={chainOf(events)} />
          </>
        )}
      </Shown>
      {data && data.length > 0 && (
        <More shown={data.length} more={more} loadingMore={loadingMore} loadMore={loadMore} what="events of this act" />
      )}
    </>
  )
}

function Facts({ events, correlation, partial }: { events: LoggedEvent[]; correlation: string; partial: boolean }) {
  const facts = factsOf(events, event => explainEvent(event).why)
  if (!facts) return null
  const { actor, why, first, last, milliseconds, count } = facts
  return (
    <dl className="facts card">
      <dt>Who</dt>
      <dd>{actor ? `${actor.id} (${actor.agency} ${actor.role})` : 'no event of it says who'}</dd>
      <dt>Why</dt>
      <dd>
        <Why events={events} given={why} />
      </dd>
      <dt>When</dt>
      <dd>
        {momentText(first)}; {partial ? 'the last event shown' : 'the last event'} {spanText(milliseconds)} later, at{' '}
        {momentText(last)}
      </dd>
      <dt>Events</dt>
      <dd>
        {count}
        {partial && ' shown, and more'}
      </dd>
      <dt>Correlation id</dt>
      <dd>
        <Code>{correlation}</Code>
      </dd>
    </dl>
  )
}

/** The event that publishes a release does not repeat why; the release says it. */
function Why({ events, given: reason }: { events: LoggedEvent[]; given: string | null }) {
  const published = events.find(({ type }) => type === 'cte.cde.release.published')
  const id = published ? given(published.data).text('release', 'id') : ''
  const release = useAnswer(
    ['standards', 'releases', 'one', id],
    signal => standards.GET('/releases/{id}', { params: { path: { id } }, signal }),
    { enabled: id !== '' },
  )
  if (reason !== null) return reason
  if (id === '') return 'no reason was given'
  if (release.loading) return 'reading the reason …'
  if (!release.data) return `the reason of release ${id} could not be read`
  return (
    <>
      {release.data.reason} (<Link to={paths.release(id)}>{release.data.title}</Link>)
    </>
  )
}

const spanText = (milliseconds: number): string =>
  milliseconds < 60_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 60_000)} min`

const Links = ({ links }: { links: ChainLink[] }) => (
  <ol className="plain-list chain">
    {links.map(link => (
      <li key={link.events[0]!.id}>
        {link.events.length === 1 ? (
          <ol className="plain-list">
            <EventEntry event={link.events[0]!} inChain />
          </ol>
        ) : (
          <details>
            <summary className="chain-heap">{countInWords(countOf(link.type, link.events))}</summary>
            <ol className="plain-list event-list">
              {link.events.map(event => (
                <EventEntry key={event.id} event={event} inChain />
              ))}
            </ol>
          </details>
        )}
        {link.follows.length > 0 && <Links links={link.follows} />}
      </li>
    ))}
  </ol>
)
