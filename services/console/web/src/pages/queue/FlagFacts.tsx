import { Link } from 'react-router'
import { plainWord, SeverityTag, StateTag } from '../../parts/Tags.tsx'
import { dayText, momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { Due } from './Due.tsx'
import type { FlagView } from './flag-types.ts'
import type { Queue } from './use-queue.ts'

/** How a flag stands, and until when it wants dealing with. */
export const FlagFacts = ({ queue, flag }: { queue: Queue; flag: FlagView }) => (
  <dl className="facts">
    <dt>Severity</dt>
    <dd>
      <SeverityTag severity={flag.severity} />
    </dd>
    <dt>State</dt>
    <dd>
      <StateTag state={flag.state} /> {flag.disposition && plainWord(flag.disposition)}
    </dd>
    <dt>Seen to by</dt>
    <dd>{flag.owner ?? 'nobody'}</dd>
    <dt>Due</dt>
    <dd>
      <Due due={flag.due} state={flag.state} />
      <p className="small soft">{flag.due.basis}</p>
      {flag.due.setBy && <p className="small soft">Reckoned: {dayText(flag.due.reckoned)}</p>}
    </dd>
    <dt>Release</dt>
    <dd>
      <Link to={paths.release(flag.release.id)}>{flag.release.id}</Link>
    </dd>
    <dt>Flagged</dt>
    <dd>{momentText(flag.flaggedAt)}</dd>
    {flag.previous && (
      <>
        <dt>Before</dt>
        <dd>
          <Link to={paths.flag(queue.agency, flag.previous)}>Its flag of an earlier release</Link>
        </dd>
      </>
    )}
    {flag.coveredBy.length > 0 && (
      <>
        <dt>Covered by</dt>
        <dd>
          {flag.coveredBy.map((id, place) => (
            <Link key={id} to={paths.flag(queue.agency, id)}>
              {place > 0 && ', '}earlier attestation {place + 1}
            </Link>
          ))}
        </dd>
      </>
    )}
  </dl>
)
