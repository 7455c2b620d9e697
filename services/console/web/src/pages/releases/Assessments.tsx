import type { Answer as AnswerOf } from '@cte-align/client'
import { Link } from 'react-router'
import { courseCodes, credentials } from '../../data/api.ts'
import { problemFrom } from '../../data/problem.ts'
import { type Answer, useAnswer } from '../../data/use-answer.ts'
import { Shown } from '../../parts/Shown.tsx'
import { SEVERITY_ORDER, SeverityTag } from '../../parts/Tags.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { type Progress, progressText } from './progress.ts'

export type Assessment = AnswerOf<'credentials', '/releases/{id}/assessment', 'get'>

/** How far each agency's assessment is: "34 flags, complete" is a fact, not a hope. */
export function Assessments({ id }: { id: string }) {
  const path = { id }
  const ctc = useAnswer(['credentials', 'assessment', id], signal =>
    credentials.GET('/releases/{id}/assessment', { params: { path }, signal }),
  )
  const calpads = useAnswer(['course-codes', 'assessment', id], signal =>
    courseCodes.GET('/releases/{id}/assessment', { params: { path }, signal }),
  )
  return (
    <>
      <h2 className="first">Whom it flagged</h2>
      <div className="columns columns--narrow">
        <Agency name="CTC" agency="ctc" id={id} answer={ctc} />
        <Agency name="CALPADS" agency="calpads" id={id} answer={calpads} />
      </div>
    </>
  )
}

/** An agency that has not heard of the release yet has read nothing of it. */
export function heard(answer: Answer<Assessment>): Answer<Progress> {
  const { error } = answer
  if (!error || answer.data || problemFrom(error).code !== 'CTE_NO_SUCH_ASSESSMENT') return answer
  return { ...answer, error: null, data: { state: 'waiting', pieces: 0, of: null, note: null, assessment: null } }
}

function Agency(props: { name: string; agency: FlagAgency; id: string; answer: Answer<Assessment> }) {
  const { name, agency, id, answer } = props
  return (
    <section className="card assessment" aria-label={`Assessment by ${name}`}>
      <h3>{name}</h3>
      <Shown of={heard(answer)} what={`${name}’s assessment`} lines={3}>
        {data => (
          <>
            <p className="assessed" role="status">
              {progressText(data)}
            </p>
            {data.note && <p className="small">{data.note}</p>}
            {data.assessment && data.assessment.flags > 0 && (
              <>
                <p className="row">
                  {SEVERITY_ORDER.map(severity => (
                    <SeverityTag
                      key={severity}
                      severity={severity}
                      count={data.assessment?.bySeverity[severity] ?? 0}
                    />
                  ))}
                </p>
                <Link to={paths.queue(agency, { release: id })}>Its flags in {name}’s queue</Link>
              </>
            )}
          </>
        )}
      </Shown>
    </section>
  )
}
