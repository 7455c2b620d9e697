import type { CommentDoc } from './comment.ts'
import { keyOfAbout } from './comment-target.ts'
import type { ProposalDoc } from './proposal.ts'

type Of = Pick<ProposalDoc, '_id' | 'framework'>

export const commentReceived = (comment: CommentDoc, proposal: Of, correlationid: string) => ({
  type: 'cte.cde.comment.received' as const,
  ...told(comment, proposal, { replyTo: comment.parent }),
  by: comment.recordedBy,
  correlationid,
})

export const commentAnswered = (comment: CommentDoc, proposal: Of, correlationid: string) => {
  const { disposition, operations, by } = comment.disposition!
  return {
    type: 'cte.cde.comment.answered' as const,
    ...told(comment, proposal, { disposition, operations: operations.length }),
    by,
    correlationid,
  }
}

/** The text is not told: an event stays forever, and a text may have to be redacted. */
function told<T extends object>(comment: CommentDoc, { _id, framework }: Of, more: T) {
  const item = keyOfAbout(comment.about)
  const about = { on: comment.about.on, item }
  return {
    subject: item ?? _id,
    key: framework,
    data: { proposal: _id, framework, comment: comment._id, number: comment.number, about, ...more },
  }
}
