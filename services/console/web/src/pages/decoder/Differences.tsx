import { Link } from 'react-router'
import { Tag, Unverified } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { byCourseCode, type Difference, OUTCOMES, type Outcome } from './differences.ts'

const KINDS: Partial<Record<Outcome, 'good' | 'breaking' | 'unsure'>> = {
  permitted: 'good',
  'first-pair': 'good',
  refused: 'breaking',
  'without-pair': 'breaking',
  gone: 'breaking',
  unknown: 'unsure',
}
const SHAPES: Partial<Record<Outcome, string>> = {
  permitted: '+',
  'first-pair': '+',
  refused: '−',
  'without-pair': '−',
  gone: '−',
  unknown: '?',
}

export const OutcomeTag = ({ outcome }: { outcome: Outcome }) => {
  const kind = KINDS[outcome]
  return (
    <Tag {...(kind && { kind })}>
      {SHAPES[outcome] && <span aria-hidden="true">{SHAPES[outcome]}</span>}
      {OUTCOMES[outcome]}
    </Tag>
  )
}

/** Differences under their course codes, each in one sentence. */
export const Differences = ({ rows }: { rows: readonly Difference[] }) => (
  <ul className="plain-list differences">
    {byCourseCode(rows).map(({ courseCode, sectors, rows: own }) => (
      <li key={courseCode}>
        <h2>
          <Link to={paths.courseCode(courseCode)}>{courseCode}</Link>{' '}
          <span className="small soft">{sectors.map(({ title }) => title).join(', ') || 'in no one sector'}</span>
        </h2>
        <ul className="plain-list">
          {own.map(row => (
            <li key={`${row.what} ${row.outcome} ${row.authorization} ${row.before} ${row.after} ${row.because}`}>
              <OutcomeTag outcome={row.outcome} /> {row.because}
              {row.inferred && <Tag>by an examination twin</Tag>} {!row.verified && <Unverified />}
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ul>
)
