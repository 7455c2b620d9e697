import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Shown } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { useCoverage } from '../../crosswalk/use-crosswalk.ts'
import { useCrosswalks } from '../use-home.ts'
import { Delivery } from './Delivery.tsx'
import { GAP_SERVICES, type GapService, gapsByCode, gapWords } from './gaps.ts'
import { useGaps, useManualReview, useVerifiedItems } from './use-health.ts'

/** How far the data can be trusted, each number with the page that mends it. */
export const Health = () => (
  <section aria-labelledby="health">
    <h2 id="health">Health of the data</h2>
    <div className="health">
      <Items />
      <Crosswalks />
      <Gaps service="credentials" />
      <Gaps service="course-codes" />
      <Delivery />
    </div>
  </section>
)

/** A number that is a link to what it counts. */
const Count = ({ count, to, children }: { count: number; to: string; children: ReactNode }) => (
  <li>
    <Link to={to}>
      <strong>{count.toLocaleString('en-US')}</strong> {children}
    </Link>
  </li>
)

function Items() {
  const found = useVerifiedItems()
  return (
    <section aria-labelledby="health-items">
      <h3 id="health-items">Standards</h3>
      <Shown of={found} what="how many items are verified" lines={1}>
        {({ total, facets }) => (
          <ul className="plain-list counts">
            <Count count={facets.verified.false ?? 0} to={paths.search({ verified: 'false' })}>
              of {total.toLocaleString('en-US')} items that nobody has verified
            </Count>
          </ul>
        )}
      </Shown>
    </section>
  )
}

function Crosswalks() {
  const crosswalks = useCrosswalks()
  return (
    <section aria-labelledby="health-crosswalk">
      <h3 id="health-crosswalk">Crosswalk</h3>
      <Shown
        of={{ ...crosswalks, data: crosswalks.data?.items }}
        what="the crosswalks"
        lines={3}
        empty="There is no crosswalk."
      >
        {items => (
          <ul className="plain-list counts">
            {items.map(({ key, byState }) => (
              <CrosswalkCounts key={key} crosswalk={key} byState={byState} />
            ))}
          </ul>
        )}
      </Shown>
    </section>
  )
}

function CrosswalkCounts({ crosswalk, byState }: { crosswalk: string; byState: Record<string, number> }) {
  const coverage = useCoverage(crosswalk)
  const all = Object.values(byState).reduce((sum, count) => sum + count, 0)
  const sure = byState.accepted ?? 0
  return (
    <>
      <Count count={all - sure} to={paths.crosswalk(crosswalk, 'relations')}>
        of {all} relations not accepted
      </Count>
      <Shown of={coverage} what="the coverage" lines={1}>
        {({ ends: { from, to }, relations: { stale } }) => (
          <>
            {[from, to].map(({ framework, items, answers }) => (
              <Count key={framework} count={items - (answers.mapped ?? 0)} to={paths.crosswalk(crosswalk, 'coverage')}>
                of {items} in {framework} without a counterpart
              </Count>
            ))}
            {stale > 0 && (
              <Count count={stale} to={paths.crosswalk(crosswalk, 'coverage')}>
                relations of what has changed since
              </Count>
            )}
          </>
        )}
      </Shown>
    </>
  )
}

function Gaps({ service }: { service: GapService }) {
  const gaps = useGaps(service)
  const name = GAP_SERVICES[service]
  return (
    <section aria-labelledby={`health-${service}`}>
      <h3 id={`health-${service}`}>{name}</h3>
      <Shown of={{ ...gaps, data: gaps.data?.items }} what={`the gaps of ${name}`} lines={5} empty="No gap is known.">
        {items => (
          <ul className="plain-list counts">
            {gapsByCode(items).map(({ code, count }) => (
              <Count key={code} count={count} to={paths.gaps({ service, code })}>
                {gapWords(code)}
              </Count>
            ))}
            {service === 'credentials' && <ManualReview />}
          </ul>
        )}
      </Shown>
    </section>
  )
}

function ManualReview() {
  const { data } = useManualReview()
  if (!data) return null
  return (
    <Count count={data.items.length} to={paths.gaps({ service: 'credentials', code: 'manual-review' })}>
      authorizations to which no sector leads, looked at by hand
    </Count>
  )
}
