import { Link } from 'react-router'
import { Code, Tag } from '../../parts/Tags.tsx'
import { dayText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { type HolderAnswer, VERDICTS } from './holder.ts'

/** Yes, no or unknown, the rule that decided, and every step that led there. */
export function HolderAnswerView({ answer }: { answer: HolderAnswer }) {
  const { answer: word, shape, kind } = VERDICTS[answer.verdict]
  const rule = answer.rule ?? answer.grandfathering
  return (
    <section className="card holder-answer" aria-labelledby="holder-answer" data-kind={kind}>
      <h2 id="holder-answer">
        <span aria-hidden="true">{shape} </span>
        {word} <Tag>{answer.verdict.replaceAll('-', ' ')}</Tag>
      </h2>
      <p>{answer.inWords}</p>
      <dl className="facts">
        <dt>Course code</dt>
        <dd>
          <Link to={paths.courseCode(answer.courseCode)}>{answer.courseCode}</Link>
        </dd>
        <dt>Census day</dt>
        <dd>{dayText(answer.censusDate)}</dd>
        <dt>Rule that decided</dt>
        <dd>{rule ? <Code>{rule}</Code> : 'none'}</dd>
        <dt>Decoder</dt>
        <dd>{answer.decoder}</dd>
        {answer.condition && (
          <>
            <dt>Bound to</dt>
            <dd>{answer.condition}</dd>
          </>
        )}
        {answer.employerDecides && (
          <>
            <dt>Employer</dt>
            <dd>Only where the employing agency says so (5 CCR 80004(c))</dd>
          </>
        )}
        {answer.doubts.length > 0 && (
          <>
            <dt>In doubt by</dt>
            <dd className="row">
              {answer.doubts.map(doubt => (
                <Tag key={doubt} kind="unsure">
                  {doubt.replaceAll('-', ' ')}
                </Tag>
              ))}
            </dd>
          </>
        )}
      </dl>
      <h3>How it came to that</h3>
      <ol>
        {answer.steps.map(({ about, document, rule: of, finding, sentence }) => (
          <li key={`${about} ${document} ${of} ${finding}`}>{sentence}</li>
        ))}
      </ol>
      <h3>By</h3>
      <ul>
        {answer.references.map(({ reference, says }) => (
          <li key={reference}>
            <strong>{reference}</strong>: {says}
          </li>
        ))}
      </ul>
      <button type="button" className="usa-button usa-button--outline no-print" onClick={() => window.print()}>
        Print
      </button>
    </section>
  )
}
