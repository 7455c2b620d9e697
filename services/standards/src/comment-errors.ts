import { defineErrors } from '@cte-align/service'

export const commentProblem = defineErrors({
  CTE_NO_SUCH_COMMENT: {
    status: 404,
    title: 'No such comment',
    message: 'No comment {comment} on proposal {proposal}',
  },
  CTE_COMMENTS_CLOSED: {
    status: 409,
    title: 'Comments closed',
    message: 'Proposal {proposal} is {state}; it takes comments as draft, in review, approved and scheduled',
  },
  CTE_LOOKS_PERSONAL: {
    status: 422,
    title: 'Looks personal',
    message: '{path} seems to hold {what} at {place}. Comments name nobody: write "name removed" in its place',
  },
  CTE_SESSION_AHEAD: {
    status: 422,
    title: 'Session ahead',
    message: 'The session of {day} has not been held yet; today is {today} in California',
  },
  CTE_REPLY_HAS_NO_DISPOSITION: {
    status: 422,
    title: 'A reply has no disposition',
    message: 'Comment {number} is a reply. The thread is answered at its beginning: {root}',
  },
  CTE_COMMENT_WITHDRAWN: {
    status: 409,
    title: 'Comment withdrawn',
    message: 'Comment {number} was withdrawn: it needs no answer, and is not withdrawn twice',
  },
  CTE_COMMENT_REDACTED: {
    status: 409,
    title: 'Comment redacted',
    message: 'Of comment {number} that was redacted already',
  },
  CTE_NOT_RECORDER: {
    status: 403,
    title: 'Not the recorder',
    message: '{actor} did not record comment {number}; who did may withdraw it',
  },
  CTE_DISPOSITION_LEADS_NOWHERE: {
    status: 422,
    title: 'Which operation?',
    message: '{disposition} names the operations it led to, or says in noOperation why there is none; one of the two',
  },
})
