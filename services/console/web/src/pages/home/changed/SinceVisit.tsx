import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { Shown } from '../../../parts/Shown.tsx'
import { momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { countInWords } from '../../events/type-in-words.ts'
import type { EventPage } from '../../events/use-events.ts'
import { useNewestEvents } from '../use-newest-events.ts'
import { keepVisits, movedSince, readVisits, visitsAfter } from './since-visit.ts'

/** So many kinds of event are told. */
const KINDS = 8

/** What has happened since whoever looks was here before, counted by what it was. */
export function SinceVisit({ who }: { who: string }) {
  const newest = useNewestEvents()
  const [before] = useState(() => visitsAfter(readVisits(who), { position: 0, at: new Date().toISOString() }).before)
  const position = newest.data?.items[0]?.position
  useEffect(() => {
    if (position !== undefined)
      keepVisits(who, visitsAfter(readVisits(who), { position, at: new Date().toISOString() }))
  }, [who, position])
  return (
    <section className="since" aria-labelledby="since-visit">
      <h3 id="since-visit">{before ? `Since ${momentText(before.at)}` : 'Lately'}</h3>
      <Shown of={newest} what="what happened" lines={8}>
        {page => <Moved page={page} after={before?.position ?? 0} />}
      </Shown>
    </section>
  )
}

function Moved({ page: { items, next }, after }: { page: EventPage; after: number }) {
  const moved = movedSince(items, after)
  const all = next === null || (items.at(-1)?.position ?? 0) <= after
  if (moved.length === 0) return <p className="small soft">Nothing has happened since you were here.</p>
  return (
    <>
      <ul className="plain-list moved">
        {moved.slice(0, KINDS).map(({ type, events }) => (
          <li key={type}>
            <Link to={paths.events({ type })}>{countInWords(type, events)}</Link>
          </li>
        ))}
        {moved.length > KINDS && (
          <li>
            <Link to={paths.events()}>and {moved.length - KINDS} more kinds of event</Link>
          </li>
        )}
      </ul>
      {!all && <p className="small soft">Counted among the newest {items.length} events; there are older ones.</p>}
    </>
  )
}
