import { useSession } from '../../data/use-session.ts'
import { InTurn } from '../../parts/InTurn.tsx'
import { Page } from '../../parts/Page.tsx'
import { Changed } from './changed/Changed.tsx'
import { Comes } from './coming/Comes.tsx'
import { Health } from './health/Health.tsx'
import { Waits } from './waits/Waits.tsx'
import './home.scss'

/** What waits, what changed, what comes, and how far the data can be trusted. */
export function HomePage() {
  const { session, actor } = useSession()
  const lead = actor
    ? `${actor.name}, ${actor.agency} ${actor.role}.`
    : session
      ? 'You read along with everybody.'
      : '\u00a0'
  return (
    <Page title="Home" lead={lead}>
      <InTurn>
        <div className="home-top">
          <Waits />
          <Changed />
        </div>
        <Comes />
        <Health />
      </InTurn>
    </Page>
  )
}
