import { useSearchParams } from 'react-router'
import { Page } from '../../parts/Page.tsx'
import { paths } from '../../paths.ts'
import { Chain } from './Chain.tsx'
import { EventLog } from './EventLog.tsx'

/** The log; with a correlation in the address, everything that followed from one act. */
export function EventsPage() {
  const [params] = useSearchParams()
  const correlation = params.get('correlation')
  if (correlation)
    return (
      <Page
        title="What followed from one act"
        lead="From the request that began it to the last flag: every event that carries the same correlation id."
        crumbs={[{ text: 'Events', to: paths.events() }]}
      >
        <Chain correlation={correlation} />
      </Page>
    )
  return (
    <Page
      title="Events"
      lead="What happened, as it happens: who did what and why, and what followed from it. Other systems hear the same events, in the same order."
    >
      <EventLog />
      <ForSubscribers />
    </Page>
  )
}

/** What another system reads today, and what comes with the service for subscriptions. */
const ForSubscribers = () => (
  <aside className="card" aria-labelledby="for-subscribers">
    <h2 id="for-subscribers">For other systems</h2>
    <p>
      These are CloudEvents on NATS (stream <code className="code">CTE</code>), numbered without gaps for each source.
      Over HTTP they are read at <code className="code">/api/console/events</code> and heard at{' '}
      <code className="code">/api/console/events/stream</code>, which goes on after a break where it was. Webhooks,
      feeds and replay for subscribers come with a service of their own, and their pages will stand beside this one.
    </p>
  </aside>
)
