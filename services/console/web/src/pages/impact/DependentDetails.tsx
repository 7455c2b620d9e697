import { Link } from 'react-router'
import { Alert } from '../../parts/Alert.tsx'
import { SeverityTag, StateTag, Tag, Unverified } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { Why } from '../../why/Why.tsx'
import { assignmentInWords, changeInWords, doubtsInWords, pathInWords, type Told } from '../../why/why-in-words.ts'
import { BeforeAfter } from './BeforeAfter.tsx'
import { AGENCY_WORDS } from './impact-filters.ts'
import { dependentId, type ImpactModel, rowsOf } from './impact-model.ts'
import type { Cause, Hit } from './impact-types.ts'

interface DependentDetailsProps {
  hit: Hit
  told: Told
  model: ImpactModel
}

/** A dependent: how grave it is, every cause with every way, and where one deals with it. */
export function DependentDetails({ hit, told, model }: DependentDetailsProps) {
  const { dependent, severity, agency, flag, findings, causeCount } = hit
  const rows = rowsOf(model, { id: dependentId(dependent) })
  return (
    <>
      <p className="row">
        <SeverityTag severity={severity} /> <Tag>{AGENCY_WORDS[agency]}</Tag>
        {dependent.level && <Tag>{dependent.level}</Tag>}
        {hit.unverified && <Unverified />}
        {hit.undecided && <Tag kind="unsure">undecided after a split</Tag>}
      </p>
      <ul className="impact-links">
        {flag && (
          <li>
            <Link to={paths.flag(agency, flag.id)}>Its flag</Link> <StateTag state={flag.state} />
          </li>
        )}
        {dependent.kind === 'course-code' && (
          <li>
            <Link to={paths.courseCode(dependent.key)}>Course code {dependent.key}</Link>
          </li>
        )}
        <li>
          <Link to={paths.queue(agency, { dependent: dependent.key, state: 'any' })}>All its flags</Link>
        </li>
      </ul>
      {findings.map(({ change, pathway, message }) => (
        <Alert kind="warning" key={`${change} ${pathway.id}`}>
          {message}
        </Alert>
      ))}
      <h3>
        {causeCount} {causeCount === 1 ? 'cause' : 'causes'}
        {rows.length < causeCount && `, ${rows.length} shown here`}
      </h3>
      <ol className="impact-causes">
        {rows.map(({ key, cause }) => (
          <li key={key}>
            <CauseDetails cause={cause} told={told} />
          </li>
        ))}
      </ol>
    </>
  )
}

const MOST_WAYS = 5

function CauseDetails({ cause, told }: { cause: Cause; told: Told }) {
  const { change, severity, doubts, paths: ways, assignment } = cause
  const assigned = assignmentInWords(assignment)
  return (
    <>
      <p>
        <strong>
          <Why parts={changeInWords(change, told)} />
        </strong>{' '}
        <SeverityTag severity={severity} />
      </p>
      <BeforeAfter change={change} />
      {ways.slice(0, MOST_WAYS).map((way, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the ways of a cause keep their places
        <p key={place}>
          <Why parts={pathInWords(way, change, told)} /> {doubtsInWords(way.doubts)}
        </p>
      ))}
      {ways.length > MOST_WAYS && (
        <p className="soft">And {ways.length - MOST_WAYS} more ways: the graph shows them all.</p>
      )}
      {assigned.length > 0 && (
        <p>
          <Why parts={assigned} />
        </p>
      )}
      {doubts.length > 0 && <p className="small">{doubtsInWords(doubts)}</p>}
    </>
  )
}
