import { useFilters } from '../../data/use-filters.ts'
import { More, Shown } from '../../parts/Shown.tsx'
import { momentText } from '../../parts/times.ts'
import { EventEntry } from './EventEntry.tsx'
import { EventFilterBar } from './EventFilterBar.tsx'
import { NO_FILTERS } from './event-filters.ts'
import { useEvents } from './use-events.ts'

/** Newest first. What comes while somebody reads waits behind a button, so that nothing moves under their eyes. */
export function EventLog() {
  const { filters, set, active, clear } = useFilters(NO_FILTERS)
  const events = useEvents(filters)
  const { data, first, fresh, show, more, loadingMore, loadMore } = events
  return (
    <>
      <EventFilterBar filters={filters} set={set} active={active} clear={clear} />
      <div className="fresh" role="status">
        {fresh > 0 ? (
          <button type="button" className="usa-button usa-button--outline" onClick={show}>
            Show {fresh === 1 ? 'the new event' : `${fresh} new events`}
          </button>
        ) : (
          <span className="soft small">Nothing new since this was read. New events are announced here.</span>
        )}
      </div>
      <Shown
        of={events}
        what="the events"
        lines={24}
        empty={active > 0 ? 'No event fits these filters. Take one away.' : 'Nothing has happened yet.'}
      >
        {entries => (
          <ol className="plain-list event-list" aria-label="Events, newest first">
            {entries.map(event => (
              <EventEntry key={event.id} event={event} />
            ))}
          </ol>
        )}
      </Shown>
      {data && data.length > 0 && (
        <More shown={data.length} more={more} loadingMore={loadingMore} loadMore={loadMore} what="events" />
      )}
      {first?.oldest && !first.oldest.first && !more && (
        <p className="soft small">
          What is older than {momentText(first.oldest.time)} is not kept here; it is on the stream and in the logs of
          the services.
        </p>
      )}
    </>
  )
}
