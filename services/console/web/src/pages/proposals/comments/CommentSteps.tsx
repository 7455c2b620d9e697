import { useState } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useSession } from '../../../data/use-session.ts'
import { ReasonDialog } from '../../../parts/ReasonDialog.tsx'
import { touchesOf, useHere } from '../use-proposal.ts'
import { isOpen } from '../words.ts'
import type { Comment } from './comment.ts'

/** Withdrawing what one recorded, and taking out what names somebody. */
export function CommentSteps({ comment }: { comment: Comment }) {
  const { proposal, params } = useHere()
  const { actor } = useSession()
  const [asking, setAsking] = useState<'withdraw' | 'redact'>()
  const write = { path: { ...params.path, comment: comment.id }, header: { 'if-match': `"v${comment.version}"` } }
  const touches = touchesOf(proposal.id)
  const withdraw = useAct(
    (reason: string) =>
      standards.POST('/proposals/{id}/comments/{comment}/withdraw', { params: write, body: { reason } }),
    { touches, done: 'The comment is withdrawn. It stays, marked.' },
  )
  const redact = useAct(
    (reason: string) =>
      standards.POST('/proposals/{id}/comments/{comment}/redact', { params: write, body: { reason, what: ['text'] } }),
    { touches, done: 'The words are removed for good.' },
  )
  const mayWithdraw = actor?.id === comment.recordedBy.id && !comment.withdrawn && isOpen(proposal.state)
  const mayRedact = actor?.agency === 'CDE' && actor.role === 'administrator'
  const button = (what: 'withdraw' | 'redact', text: string) => (
    <button type="button" className="usa-button usa-button--unstyled" onClick={() => setAsking(what)}>
      {text}
      <span className="hidden-visually"> comment {comment.number}</span>
    </button>
  )
  const close = () => setAsking(undefined)
  return (
    <>
      {mayWithdraw && button('withdraw', 'Withdraw')}
      {mayRedact && button('redact', 'Redact')}
      {asking === 'withdraw' && (
        <ReasonDialog
          title="Withdraw the comment"
          verb="Withdraw"
          draft={`comment:${comment.id}:withdraw`}
          act={withdraw}
          onClose={close}
        />
      )}
      {asking === 'redact' && (
        <ReasonDialog
          title="Remove the words of the comment"
          verb="Remove for good"
          danger
          draft={`comment:${comment.id}:redact`}
          act={redact}
          onClose={close}
        >
          <p>For what names a person. The words are kept nowhere afterwards; who removed them, when and why is.</p>
        </ReasonDialog>
      )}
    </>
  )
}
