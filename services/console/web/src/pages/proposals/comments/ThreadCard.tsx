import { useState } from 'react'
import { useSession } from '../../../data/use-session.ts'
import { Tag } from '../../../parts/Tags.tsx'
import { dayText, momentText } from '../../../parts/times.ts'
import { useHere } from '../use-proposal.ts'
import { isOpen, many } from '../words.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { CommentSteps } from './CommentSteps.tsx'
import { aboutText, type Comment, DISPOSITIONS, ROLES, SESSIONS, type Thread, textOf } from './comment.ts'
import { RecordComment } from './RecordComment.tsx'

/** What was said, what was replied, and how it was answered. */
export function ThreadCard({ thread }: { thread: Thread }) {
  const { proposal, can } = useHere()
  const { may } = useSession()
  const [doing, setDoing] = useState<'answer' | 'reply'>()
  const { disposition, replies, replyCount, unanswered, withdrawn } = thread
  const close = () => setDoing(undefined)
  return (
    <li className="card thread">
      <Said comment={thread} />
      {unanswered && <Tag kind="review">unanswered</Tag>}
      {disposition && (
        <div className="answer">
          <p>
            <Tag>{textOf(DISPOSITIONS, disposition.disposition)}</Tag> {disposition.reason}{' '}
            <span className="soft small">
              {disposition.by.id}, {momentText(disposition.at)}
            </span>
          </p>
          {disposition.noOperation && <p>No operation: {disposition.noOperation}</p>}
          <ul>
            {disposition.operations.map(({ fingerprint, words, now }) => (
              <li key={fingerprint}>
                {words}{' '}
                {now.state !== 'stands' && (
                  <Tag kind="review">{now.state === 'gone' ? 'gone since' : 'changed since'}</Tag>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {replies.length > 0 && (
        <ol className="plain-list replies">
          {replies.map(reply => (
            <li key={reply.id} style={{ marginInlineStart: `${Math.min(reply.depth, 4)}rem` }}>
              <Said comment={reply} />
              <CommentSteps comment={reply} />
            </li>
          ))}
        </ol>
      )}
      {replyCount > replies.length && (
        <p className="soft">{many(replyCount - replies.length, 'more reply', 'more replies')}.</p>
      )}
      {!doing && !withdrawn && isOpen(proposal.state) && (
        <div className="row acts">
          {can('edit') && (
            <button type="button" className="usa-button usa-button--outline" onClick={() => setDoing('answer')}>
              {disposition ? 'Answer anew' : 'Answer'}
              <span className="hidden-visually"> comment {thread.number}</span>
            </button>
          )}
          {may('comment') && (
            <button type="button" className="usa-button usa-button--unstyled" onClick={() => setDoing('reply')}>
              Reply<span className="hidden-visually"> to comment {thread.number}</span>
            </button>
          )}
          <CommentSteps comment={thread} />
        </div>
      )}
      {doing === 'answer' && <AnswerForm comment={thread} onClose={close} />}
      {doing === 'reply' && <RecordComment replyTo={thread.id} onClose={close} />}
    </li>
  )
}

function Said({ comment }: { comment: Comment }) {
  const { number, about, text, session, region, role, count, withdrawn, redactions } = comment
  const where = [session.name, session.place, region].filter(Boolean).join(', ')
  return (
    <>
      <p className="soft small">
        {number}. {textOf(ROLES, role)}
        {count > 1 && `, ${many(count, 'person', 'people')}`}; {textOf(SESSIONS, session.kind)}
        {where && ` (${where})`}
        {session.day && `, ${dayText(session.day)}`}; {aboutText(about)}
      </p>
      <p className={withdrawn ? 'soft' : undefined}>{text}</p>
      {withdrawn && (
        <p className="small">
          Withdrawn by {withdrawn.by.id}: {withdrawn.reason}
        </p>
      )}
      {redactions.map(({ by, at, reason, what }) => (
        <p className="small" key={at}>
          {what.join(', ')} removed by {by.id}, {momentText(at)}: {reason}
        </p>
      ))}
    </>
  )
}
