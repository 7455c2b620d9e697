import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { proposalKey, useHere } from '../use-proposal.ts'
import { many } from '../words.ts'

/** How much was said, by whom, and what is unanswered. */
export function CommentSummary() {
  const { proposal, params } = useHere()
  const summary = useAnswer(proposalKey(proposal.id, 'comments', 'summary'), signal =>
    standards.GET('/proposals/{id}/comments/summary', { params, signal }),
  )
  return (
    <section className="card" aria-labelledby="summary-head">
      <h2 id="summary-head">In numbers</h2>
      <Shown of={summary} what="the summary of comments" lines={5}>
        {({ total, threads, people, unanswered, byDisposition, byRole, bySession, withdrawn, redacted }) => (
          <>
            <p className="count">
              <strong>{unanswered}</strong> of {many(threads, 'thread')} unanswered
            </p>
            <p>
              {many(total, 'comment')} of {many(people, 'person', 'people')}
              {withdrawn > 0 && `, ${withdrawn} withdrawn`}
              {redacted > 0 && `, ${redacted} redacted`}
            </p>
            <dl className="facts">
              <dt>Answers</dt>
              <dd>
                {byDisposition.accepted} accepted, {byDisposition.partly} in part, {byDisposition.declined} declined,{' '}
                {byDisposition['out-of-scope']} out of scope, {byDisposition.lapsed} lapsed
              </dd>
              <dt>By role</dt>
              <dd>{counts(byRole)}</dd>
              <dt>By session</dt>
              <dd>{counts(bySession)}</dd>
            </dl>
            <p>
              <a href={`/api/standards/proposals/${proposal.id}/docket?format=html`} target="_blank" rel="noreferrer">
                The docket, to print<span className="hidden-visually"> (new window)</span>
              </a>
            </p>
          </>
        )}
      </Shown>
    </section>
  )
}

const counts = (of: { name: string; comments: number }[]): string =>
  of.map(({ name, comments }) => `${comments} ${name}`).join(', ') || 'none'
