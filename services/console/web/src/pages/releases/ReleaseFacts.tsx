import type { Answer } from '@cte-align/client'
import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Alert } from '../../parts/Alert.tsx'
import { awayText, dayText, todayInCalifornia } from '../../parts/times.ts'
import { paths } from '../../paths.ts'

type Release = Answer<'standards', '/releases/{id}', 'get'>

/** The dates by which each reader goes, why it was published, and what it corrects or was corrected by. */
export function ReleaseFacts({ release }: { release: Release }) {
  const { id, framework, dates, inForceFrom, reason, corrects, over, proposal, warnings } = release
  const others = useAnswer(['standards', 'releases', framework], signal =>
    standards.GET('/releases', { params: { query: { framework, limit: 200 } }, signal }),
  )
  const correctedBy = others.data?.items.filter(other => other.corrects === id) ?? []
  return (
    <div>
      {correctedBy.length > 0 && (
        <Alert kind="warning">
          Corrected since by{' '}
          {correctedBy.map(({ id: by, title }) => (
            <Link key={by} to={paths.release(by)}>
              {title} ({by})
            </Link>
          ))}
          .
        </Alert>
      )}
      <dl className="facts">
        {corrects && (
          <>
            <dt>Corrects</dt>
            <dd>
              <Link to={paths.release(corrects)}>{corrects}</Link>: it is an erratum
            </dd>
          </>
        )}
        <dt>Adopted</dt>
        <dd>{dayText(dates.adoption)}</dd>
        <dt>In force from</dt>
        <dd>
          {dayText(inForceFrom)} <span className="soft">({awayText(todayInCalifornia(), inForceFrom)})</span>
          {dates.effective === null && (
            <div className="small soft">No effective date was set: this day follows from the others</div>
          )}
        </dd>
        <dt>CALPADS from</dt>
        <dd>{dates.calpadsSchoolYear ?? 'unknown'}</dd>
        <dt>Regulation (Title 5)</dt>
        <dd>{dayText(dates.regulation)}</dd>
        <dt>Perkins from</dt>
        <dd>{dates.perkinsYear ?? 'unknown'}</dd>
        <dt>College programs</dt>
        <dd>{dayText(dates.collegeProgram)}</dd>
        <dt>Reason</dt>
        <dd>{reason}</dd>
        <dt>Proposal</dt>
        <dd>
          <Link to={paths.proposal(proposal)}>The proposal it came from</Link>, with comments and sign-offs
        </dd>
        {over && (
          <>
            <dt>Published over</dt>
            <dd>
              {over.agencies.map(({ agency, decision }) => `${agency} (${decision ?? 'had not signed'})`).join(', ')}:{' '}
              {over.reason}
            </dd>
          </>
        )}
        <dt>What followed</dt>
        <dd>
          <Link to={paths.events({ correlation: release.correlationId })}>Every event from request to last flag</Link>
        </dd>
      </dl>
      {warnings.map(({ code, message }) => (
        <Alert key={code} kind="info">
          {message} <code className="code">{code}</code>
        </Alert>
      ))}
    </div>
  )
}
