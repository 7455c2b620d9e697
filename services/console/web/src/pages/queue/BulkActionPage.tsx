import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAct } from '../../data/use-act.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'
import { momentText } from '../../parts/times.ts'
import { type FlagAgency, paths } from '../../paths.ts'
import { actionInWords } from './BulkActionsPage.tsx'
import type { BulkAction } from './flag-types.ts'
import { type Queue, useQueue } from './use-queue.ts'

/** What became of one bulk action: how many it moved, whom it passed over and why, and how to take it back. */
export function BulkActionPage({ agency }: { agency: FlagAgency }) {
  const { id = '' } = useParams()
  const queue = useQueue(agency)
  const answer = useAnswer(queue.key('bulk-action', id), signal =>
    queue.client.GET('/bulk-actions/{id}', { params: { path: { id } }, signal }),
  )
  return (
    <Page
      title={answer.data ? `Bulk action: ${actionInWords(answer.data)}` : 'Bulk action'}
      crumbs={[
        { text: `${queue.name} queue`, to: paths.queue(agency) },
        { text: 'Bulk actions', to: paths.bulkActions(agency) },
      ]}
    >
      <Shown of={answer} what="the bulk action" lines={8}>
        {action => (
          <>
            <Facts queue={queue} action={action} />
            <TakeBack queue={queue} action={action} />
            <Skips queue={queue} action={action} />
          </>
        )}
      </Shown>
    </Page>
  )
}

const Facts = ({ queue, action }: { queue: Queue; action: BulkAction }) => (
  <dl className="facts">
    <dt>Who</dt>
    <dd>
      {action.actor.id} ({action.actor.agency} {action.actor.role}), {momentText(action.begunAt)}
    </dd>
    <dt>Why</dt>
    <dd>{action.reason}</dd>
    <dt>Over</dt>
    <dd>
      <Code>{action.of}</Code>
    </dd>
    <dt>Moved</dt>
    <dd>
      {action.moved} of {action.flags}
      {action.state === 'applying' && ', and still at it'}
    </dd>
    {action.undoes && (
      <>
        <dt>Takes back</dt>
        <dd>
          <Link to={paths.bulkAction(queue.agency, action.undoes)}>this bulk action</Link>
        </dd>
      </>
    )}
    {action.undoneBy && (
      <>
        <dt>Taken back</dt>
        <dd>
          <Link to={paths.bulkAction(queue.agency, action.undoneBy)}>by this one</Link>
        </dd>
      </>
    )}
  </dl>
)

/** Only what nobody has moved since goes back; the others are named. */
function TakeBack({ queue, action }: { queue: Queue; action: BulkAction }) {
  const [asking, setAsking] = useState(false)
  const act = useAct(
    (reason: string) =>
      queue.client.POST('/bulk-actions/{id}/undo', { params: { path: { id: action.id } }, body: { reason } }),
    {
      touches: [queue.key()],
      done: ({ data }) => `${data.moved} flags are back where they stood, ${data.skipped} were passed over.`,
    },
  )
  if (action.kind === 'undo' || action.undoneBy !== null || action.state !== 'done') return null
  if (!queue.reviewer) return <p className="small soft">Taking it back is for {queue.who}.</p>
  return (
    <p>
      <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking(true)}>
        Take it back …
      </button>
      {asking && (
        <ReasonDialog
          title="Take the bulk action back"
          verb="Take back"
          draft={`${queue.agency}:bulk-action:${action.id}:undo`}
          act={act}
          onClose={() => setAsking(false)}
        >
          <p>
            Puts the {action.moved} flags back to where they stood before, except those that somebody has moved since.
            It is final.
          </p>
        </ReasonDialog>
      )}
    </p>
  )
}

function Skips({ queue, action }: { queue: Queue; action: BulkAction }) {
  if (action.skips.length === 0) return null
  return (
    <section aria-labelledby="skips">
      <h2 id="skips">Passed over ({action.skipped})</h2>
      <ul>
        {action.skips.map(({ flag, code, reason }) => (
          <li key={flag}>
            <Link to={paths.flag(queue.agency, flag)}>{reason}</Link> <Code>{code}</Code>
          </li>
        ))}
      </ul>
    </section>
  )
}
