import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { Shown } from '../../../parts/Shown.tsx'
import { momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { countInWords } from '../../events/type-in-words.ts'
import { type EventCounts, useEventCounts } from '../use-event-counts.ts'
import { keepVisits, readVisits, visitsAfter } from './since-visit.ts'

/** So many kinds of event are told. */
const KINDS = 8

/** What has happened since whoever looks was here before, counted by what it was. */
export function SinceVisit({ who }: { who: string }) {
  const [before] = useState(() => visitsAfter(readVisits(who), { position: 0, at: new Date().toISOString() }).before)
  const counts = useEventCounts(before?.position ?? 0)
  const position = counts.data?.newest
  useEffect(() => {
    if (position) keepVisits(who, visitsAfter(readVisits(who), { position, at: new Date().toISOString() }))
  }, [who, position])
  return (
    <section className="since" aria-labelledby="since-visit">
      <h3 id="since-visit">{before ? `Since ${momentText(before.at)}` : 'Lately'}</h3>
      <Shown of={counts} what="what happened" lines={8}>
        {moved => <Moved {...moved} />}
      </Shown>
    </section>
  )
}

function Moved({ counts, whole }: EventCounts) {
  if (counts.length === 0) return <p className="small soft">Nothing has happened since you were here.</p>
  return (
    <>
      <ul className="plain-list moved">
        {counts.slice(0, KINDS).map(count => (
          <li key={count.type}>
            <Link to={paths.events({ type: count.type })}>{countInWords(count)}</Link>
          </li>
        ))}
        {counts.length > KINDS && (
          <li>
            <Link to={paths.events()}>and {counts.length - KINDS} more kinds of event</Link>
          </li>
        )}
      </ul>
      {!whole && <p className="small soft">Counted among the newest events; there are older ones.</p>}
    </>
  )
}
