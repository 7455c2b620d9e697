import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { Attestations } from './Attestations.tsx'
import { Causes } from './Causes.tsx'
import { Changes } from './Changes.tsx'
import { Correction } from './Correction.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { DeedButtons } from './DeedButtons.tsx'
import { FlagFacts } from './FlagFacts.tsx'
import type { FlagView } from './flag-types.ts'
import { History } from './History.tsx'
import { type Deed, emptyDraft } from './step.ts'
import { UndoDialog } from './UndoDialog.tsx'
import { useFlag } from './use-flag.ts'
import { useMoves } from './use-moves.ts'
import { type Queue, useQueue } from './use-queue.ts'

/** One flag: what changed, why it concerns its dependent, what was done with it, and what can be. */
export function FlagPage({ agency }: { agency: FlagAgency }) {
  const { id = '' } = useParams()
  const queue = useQueue(agency)
  const answer = useFlag(queue, id)
  const { data: flag } = answer
  return (
    <Page
      title={flag ? `Flag of ${flag.dependent.key}` : 'Flag'}
      lead={flag?.dependent.title}
      crumbs={[{ text: `${queue.name} queue`, to: paths.queue(agency) }]}
      actions={flag && <Elsewhere queue={queue} flag={flag} />}
    >
      <Shown of={answer} what="the flag" lines={14}>
        {flag => <Whole queue={queue} flag={flag} />}
      </Shown>
    </Page>
  )
}

/** The same seen from other pages. */
const Elsewhere = ({ queue, flag: { release, dependent } }: { queue: Queue; flag: FlagView }) => (
  <>
    <Link to={paths.impact({ release: release.id }, { dependent: dependent.key })}>Impact of {release.id}</Link>
    {dependent.kind === 'course-code' && <Link to={paths.courseCode(dependent.key)}>Course code {dependent.key}</Link>}
    <Link to={paths.events({ subject: dependent.key })}>Events</Link>
    <Link to={paths.queue(queue.agency, { dependent: dependent.key, state: 'any' })}>All its flags</Link>
  </>
)

function Whole({ queue, flag }: { queue: Queue; flag: FlagView }) {
  const moves = useMoves(queue)
  const [asked, setAsked] = useState<{ deed: Deed; me: string } | 'undo'>()
  const close = () => setAsked(undefined)
  const { reviewer } = queue
  return (
    <>
      <div className="beside">
        <div>
          <section aria-labelledby="changed">
            <h2 id="changed">What changed</h2>
            <Changes changes={flag.causes.map(({ change }) => change)} release={flag.release.id} />
          </section>
          <section aria-labelledby="why">
            <h2 id="why">Why it concerns this</h2>
            <Causes queue={queue} flag={flag} />
          </section>
          {flag.findings.length > 0 && (
            <section aria-labelledby="findings">
              <h2 id="findings">Found beside it</h2>
              <ul>
                {flag.findings.map(({ message, change }) => (
                  <li key={`${change}${message}`}>{message}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className="card stack" aria-label="How it stands">
          <FlagFacts queue={queue} flag={flag} />
          <Correction queue={queue} flag={flag} />
          <DeedButtons queue={queue} flag={flag} onDeed={deed => reviewer && setAsked({ deed, me: reviewer })} />
          {reviewer && flag.version > 1 && flag.supersededBy === null && (
            <button type="button" className="usa-button usa-button--unstyled" onClick={() => setAsked('undo')}>
              Undo your last step …
            </button>
          )}
        </aside>
      </div>
      <History queue={queue} id={flag.id} />
      <Attestations queue={queue} flag={flag} />
      {asked === 'undo' && <UndoDialog queue={queue} flag={flag} onClose={close} />}
      {asked && asked !== 'undo' && (
        <DecideDialog {...{ queue, flag, moves, me: asked.me }} draft={emptyDraft(asked.deed)} onClose={close} />
      )}
    </>
  )
}
