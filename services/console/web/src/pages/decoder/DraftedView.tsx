import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '../../data/use-session.ts'
import { Alert } from '../../parts/Alert.tsx'
import { Code, StateTag } from '../../parts/Tags.tsx'
import { dayText, momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { EditionHistory } from './EditionHistory.tsx'
import { EditionPreview } from './EditionPreview.tsx'
import { EditionStepDialog } from './EditionStepDialog.tsx'
import type { DraftedEdition } from './editions.ts'
import { Operations } from './Operations.tsx'

/** A draft rule edition: its operations in words, what the flags suggest, what it would do, and the one act that puts it in force. */
export function DraftedView({ edition, etag }: { edition: DraftedEdition; etag: string | null }) {
  const { may } = useSession()
  const [doing, setDoing] = useState<'publish' | 'withdraw'>()
  const open = edition.state === 'draft'
  return (
    <>
      {edition.description && <p>{edition.description}</p>}
      <dl className="facts">
        <dt>State</dt>
        <dd>
          <StateTag state={edition.state} /> revision {edition.revision}, last edited by {edition.editedBy.id} (
          {edition.editedBy.agency}) {momentText(edition.updatedAt)}
        </dd>
        <dt>Starts from</dt>
        <dd>
          <Code>{edition.base}</Code>
        </dd>
        <dt>Planned for</dt>
        <dd>
          {dayText(edition.effective)}; first school year {edition.firstSchoolYear ?? 'unknown'}
        </dd>
        <dt>Answers</dt>
        <dd>
          {edition.flags.length === 0
            ? 'no flag'
            : edition.flags.map((flag, index) => (
                <Link key={flag} to={paths.flag('ctc', flag)}>
                  flag {index + 1}{' '}
                </Link>
              ))}
        </dd>
        {edition.published && (
          <>
            <dt>Published</dt>
            <dd>
              {momentText(edition.published.at)} by {edition.published.by.id}: {edition.published.reason}
            </dd>
          </>
        )}
        {edition.withdrawn && (
          <>
            <dt>Withdrawn</dt>
            <dd>
              {momentText(edition.withdrawn.at)} by {edition.withdrawn.by.id}: {edition.withdrawn.reason}
            </dd>
          </>
        )}
      </dl>
      {open && (
        <div className="row no-print">
          {may('publish rule editions') && edition.operationCount > 0 && (
            <button type="button" className="usa-button" onClick={() => setDoing('publish')}>
              Publish
            </button>
          )}
          {may('draft rule editions') && (
            <button type="button" className="usa-button usa-button--outline" onClick={() => setDoing('withdraw')}>
              Withdraw
            </button>
          )}
          {!may('publish rule editions') && <p className="small soft">CTC approvers and above may publish it.</p>}
        </div>
      )}
      {edition.state === 'publishing' && (
        <Alert kind="info" role="status">
          Being published: it finishes by itself, after a crash too.
        </Alert>
      )}
      <Operations edition={edition} etag={etag} />
      {open && <EditionPreview id={edition.id} revision={edition.revision} />}
      <EditionHistory id={edition.id} />
      {doing && <EditionStepDialog edition={edition} etag={etag} step={doing} onClose={() => setDoing(undefined)} />}
    </>
  )
}
