import { Link } from 'react-router'
import { Shown } from '../../parts/Shown.tsx'
import { paths } from '../../paths.ts'
import { CoveredItems } from './CoveredItems.tsx'
import { StaleRelations } from './StaleRelations.tsx'
import { useCoverage } from './use-crosswalk.ts'
import { COVERAGE_ANSWER_NAMES as ANSWER_NAMES, COVERAGE_ANSWERS as ANSWERS, type Coverage } from './words.ts'

/** What a crosswalk covers: what has a counterpart, what has none, of what nobody has said anything, and what is out of date. */
export function CoverageView({ crosswalk }: { crosswalk: string }) {
  const coverage = useCoverage(crosswalk)
  return (
    <>
      <Shown of={coverage} what="the coverage" lines={6}>
        {read => <Numbers coverage={read} crosswalk={crosswalk} />}
      </Shown>
      <CoveredItems crosswalk={crosswalk} coverage={coverage.data} />
      <StaleRelations crosswalk={crosswalk} />
    </>
  )
}

function Numbers({ coverage, crosswalk }: { coverage: Coverage; crosswalk: string }) {
  const { ends, relations } = coverage
  return (
    <div className="columns">
      {(['from', 'to'] as const).map(end => (
        <section className="card" key={end} aria-label={ends[end].framework}>
          <h2>{ends[end].framework}</h2>
          <p>
            {ends[end].items} items ({ends[end].kinds.join(', ') || 'no kind yet'}) in{' '}
            {ends[end].release ?? 'no release'}
          </p>
          <ul>
            {ANSWER_NAMES.map(answer => (
              <li key={answer}>
                <strong>{ends[end].answers[answer] ?? 0}</strong> {ANSWERS[answer]}
              </li>
            ))}
            {Object.entries(ends[end].cardinality).map(([cardinality, count]) => (
              <li className="small soft" key={cardinality}>
                {count} {cardinality.replaceAll('-', ' ')}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="card" aria-label="Relations">
        <h2>Relations</h2>
        <ul>
          {Object.entries(relations.byState).map(([state, count]) => (
            <li key={state}>
              <Link to={paths.crosswalk(crosswalk, 'relations', { state })}>
                <strong>{count}</strong> {state}
              </Link>
            </li>
          ))}
          <li>
            <strong>{relations.stale}</strong> of an end that has changed since somebody looked
          </li>
          <li className="small soft">
            {relations.combination} in groups, {relations.approximate} approximate
          </li>
        </ul>
      </section>
    </div>
  )
}
