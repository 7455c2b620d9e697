import { Shown } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { useNewestEvents } from '../use-newest-events.ts'
import { behind } from './behind.ts'
import { GAP_SERVICES, type GapService } from './gaps.ts'
import { Count } from './Health.tsx'
import { useDeadLetters, usePositions } from './use-health.ts'

const SERVICES = Object.keys(GAP_SERVICES) as GapService[]
const AGENCY: Record<string, string> = {
  '/cte/standards': 'CDE',
  '/cte/credentials': 'CTC',
  '/cte/course-codes': 'CALPADS',
}

/** Whether every agency has heard what the others told. */
export const Delivery = () => (
  <section aria-labelledby="health-delivery">
    <h3 id="health-delivery">What each has heard</h3>
    <ul className="plain-list counts">
      {SERVICES.map(service => (
        <Heard key={service} service={service} />
      ))}
    </ul>
  </section>
)

function Heard({ service }: { service: GapService }) {
  const letters = useDeadLetters(service)
  const positions = usePositions(service)
  const newest = useNewestEvents()
  const name = GAP_SERVICES[service]
  return (
    <>
      <Shown of={letters} what="messages given up on" lines={1}>
        {({ items }) => (
          <Count count={items.length} to={paths.gaps({ service, code: 'dead-letter' })}>
            messages that {name} could not take in
          </Count>
        )}
      </Shown>
      <Shown of={positions} what="how far it has heard" lines={1}>
        {heard => (
          <li className="small soft">
            {newest.data
              ? behind(heard, newest.data.items)
                  .map(each => `${name} ${behindText(each.behind)} ${AGENCY[each.source] ?? each.source}`)
                  .join('; ')
              : 'How far is not known yet'}
            .
          </li>
        )}
      </Shown>
    </>
  )
}

const behindText = (count: number | null): string => {
  if (count === null) return 'has heard, as far as the newest events tell, all of'
  return count === 0 ? 'has heard all of' : `is ${count} ${count === 1 ? 'event' : 'events'} behind`
}
