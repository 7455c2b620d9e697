import { Link, useParams } from 'react-router'
import { useSession } from '../../data/use-session.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { type CrosswalkView, paths } from '../../paths.ts'
import { CoverageView } from './CoverageView.tsx'
import { FlowView } from './FlowView.tsx'
import { MatrixView } from './MatrixView.tsx'
import { RelationsView } from './RelationsView.tsx'
import { SuggestionsView } from './SuggestionsView.tsx'
import { useCoverage, useCrosswalk } from './use-crosswalk.ts'
import type { Coverage } from './words.ts'

const VIEWS = {
  matrix: MatrixView,
  flow: FlowView,
  relations: RelationsView,
  suggestions: SuggestionsView,
  coverage: CoverageView,
} as const satisfies Record<CrosswalkView, (props: { crosswalk: string }) => React.ReactNode>
const NAMES: Record<CrosswalkView, string> = {
  matrix: 'Matrix',
  flow: 'Flow',
  relations: 'Relations',
  suggestions: 'Suggestions',
  coverage: 'Coverage',
}

/** One crosswalk, looked at in five ways. */
export function CrosswalkPage({ view }: { view: CrosswalkView }) {
  const { key = '' } = useParams()
  const crosswalk = useCrosswalk(key)
  const coverage = useCoverage(key)
  const { may } = useSession()
  const View = VIEWS[view]
  return (
    <Page
      title={crosswalk.data?.title ?? 'Crosswalk'}
      lead={crosswalk.data && `From ${crosswalk.data.from} to ${crosswalk.data.to}.`}
      crumbs={[{ text: 'Crosswalk', to: paths.crosswalks() }]}
      actions={
        may('draft crosswalk') && (
          <Link className="usa-button" to={paths.draftRelation(key)}>
            Draft a relation
          </Link>
        )
      }
      reading={crosswalk.loading}
    >
      <Standing coverage={coverage.data} crosswalk={key} />
      <Tabs
        label="Views of the crosswalk"
        tabs={(Object.keys(VIEWS) as CrosswalkView[]).map(each => ({
          to: paths.crosswalk(key, each),
          text: NAMES[each],
          count: each === 'relations' ? coverage.data?.relations.total : undefined,
        }))}
      />
      <Shown of={crosswalk} what="the crosswalk">
        {() => <View crosswalk={key} />}
      </Shown>
    </Page>
  )
}

/** How far one may rely on it: before everything else. */
function Standing({ coverage, crosswalk }: { coverage: Coverage | undefined; crosswalk: string }) {
  if (!coverage) return <p className="crosswalk-standing">Counting …</p>
  const { total, byState, stale } = coverage.relations
  const unsure = (byState.draft ?? 0) + (byState.suspect ?? 0)
  return (
    <p className="crosswalk-standing">
      {unsure > 0 ? (
        <>
          <strong>
            {unsure} of {total} relations: nobody has verified them.
          </strong>{' '}
          What rests on them alone is never above "review".{' '}
        </>
      ) : (
        total > 0 && <>Somebody has looked at every one of the {total} relations. </>
      )}
      {stale > 0 && (
        <Link to={paths.crosswalk(crosswalk, 'coverage')}>{stale} are of an end that has changed since.</Link>
      )}
    </p>
  )
}
