import { Link } from 'react-router'
import { courseCodes, standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { SelectField } from '../../../parts/Field.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { SeverityTag } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { files } from '../file-links.ts'
import { WeightTable } from './WeightTable.tsx'

/** What hangs on the flags of a release. */
export function Weights({ release, onRelease }: { release: string; onRelease: (release: string) => void }) {
  const releases = useAnswer(['standards', 'releases', 'for-weights'], signal =>
    standards.GET('/releases', { params: { query: { limit: 50 } }, signal }),
  )
  const answer = useAnswer(
    ['course-codes', 'weights', release],
    signal => courseCodes.GET('/impact-weights', { params: { query: { release } }, signal }),
    { enabled: release !== '', keep: true },
  )
  return (
    <section aria-labelledby="weights">
      <h2 id="weights">What a release weighs</h2>
      <div className="filters codes-filters">
        <SelectField
          label="Release"
          value={release}
          onChange={onRelease}
          options={[
            ['', 'Choose …'],
            ...(releases.data?.items ?? []).map(({ id, title }) => [id, `${id}: ${title}`] as const),
          ]}
        />
      </div>
      {release === '' ? (
        <p className="empty">Choose a release to see what hangs on its flags.</p>
      ) : (
        <Shown of={answer} what="what it weighs" lines={5}>
          {({ total, bySeverity, flags, schoolYear, measure }) => (
            <div className="stack">
              <p role="status">
                <strong>{total.says}</strong>{' '}
                {schoolYear === null ? `No ${measure} are loaded for any year.` : `Counts of ${schoolYear}.`}
              </p>
              <ul className="plain-list">
                {bySeverity.map(({ severity, says }) => (
                  <li key={severity} className="row">
                    <SeverityTag severity={severity} /> {says}
                  </li>
                ))}
              </ul>
              {flags.length === 0 ? (
                <p className="empty">It has flagged no course code.</p>
              ) : (
                <WeightTable flags={flags} measure={measure} />
              )}
              <p className="row">
                <a href={files.weights({ release, format: 'csv' })} download>
                  As CSV
                </a>
                <a href={files.weights({ release, format: 'xlsx' })} download>
                  As xlsx
                </a>
                <Link to={paths.queue('calpads', { release })}>Its flags in the queue</Link>
              </p>
            </div>
          )}
        </Shown>
      )}
    </section>
  )
}
