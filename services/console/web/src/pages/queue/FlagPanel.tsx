import { Link } from 'react-router'
import { Shown } from '../../parts/Shown.tsx'
import { Code, SeverityTag, StateTag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { Changes } from './Changes.tsx'
import { DeedButtons } from './DeedButtons.tsx'
import { Due } from './Due.tsx'
import type { FlagRow } from './flag-types.ts'
import type { Deed } from './step.ts'
import { useFlag } from './use-flag.ts'
import type { Queue } from './use-queue.ts'
import { Whys } from './Whys.tsx'

interface FlagPanelProps {
  queue: Queue
  flag: FlagRow
  onDeed: (deed: Deed) => void
}

/** The flag on which the focus is: what must be read before it is decided. */
export function FlagPanel({ queue, flag, onDeed }: FlagPanelProps) {
  const answer = useFlag(queue, flag.id)
  return (
    <aside className="card flag-panel" aria-label="The current flag">
      <h2>
        <Link to={paths.flag(queue.agency, flag.id)}>
          <Code>{flag.dependent.key}</Code>
        </Link>{' '}
        <span className="panel-title">{flag.dependent.title}</span>
      </h2>
      <p className="row tight">
        <SeverityTag severity={flag.severity} />
        <StateTag state={flag.state} />
        <span className="small">
          Due: <Due due={flag.due} state={flag.state} />
        </span>
      </p>
      <DeedButtons queue={queue} flag={flag} onDeed={onDeed} />
      <Shown of={answer} what="the flag" lines={8}>
        {({ causes, release, causeCount }) => (
          <>
            <h3>What changed</h3>
            <Changes changes={causes.map(({ change }) => change)} release={release.id} most={3} />
            <h3>Why it concerns this</h3>
            <Whys causes={causes} release={release.id} most={3} />
            {causeCount > 3 && (
              <p className="small">
                <Link to={paths.flag(queue.agency, flag.id)}>All {causeCount} causes</Link>
              </p>
            )}
          </>
        )}
      </Shown>
    </aside>
  )
}
