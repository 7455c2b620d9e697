import { Link, useParams, useSearchParams } from 'react-router'
import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { type Crumb, Page } from '../../../parts/Page.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, Tag, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { useAsOf } from '../use-as-of.ts'
import { useReleases } from '../use-releases.ts'
import { kindWord } from '../words.ts'
import { AsOfSlider } from './AsOfSlider.tsx'
import { Dependents } from './Dependents.tsx'
import { FlagsOn } from './FlagsOn.tsx'
import { type ItemAnswer, ItemFacts } from './ItemFacts.tsx'
import { ProposalsOn } from './ProposalsOn.tsx'
import { Relations } from './Relations.tsx'
import { numberOf } from './stops.ts'
import { Timeline } from './Timeline.tsx'
import { VersionDifferences } from './VersionDifferences.tsx'

/** Everything about one item: what it says and said, what it stands to, who hangs on it. */
export function ItemPage() {
  const { framework = '', id = '' } = useParams()
  const asOf = useAsOf()
  const [params] = useSearchParams()
  const releases = useReleases(framework)
  const item = useAnswer(
    ['standards', 'items', id, asOf.query],
    signal => standards.GET('/items/{id}', { params: { path: { id }, query: asOf.query }, signal }),
    { keep: true },
  )
  const history = useAnswer(['standards', 'items', id, 'history'], signal =>
    standards.GET('/items/{id}/history', { params: { path: { id } }, signal }),
  )
  const newest = history.data?.versions.at(-1)
  const named = item.data ?? newest
  const answered = item.data?.release ?? undefined
  const asOfRelease = (release: string) => {
    const next = new URLSearchParams(params)
    next.delete('asOf')
    next.set('release', release)
    return `?${next}`
  }
  return (
    <Page
      title={named?.title ?? 'An item'}
      lead={named && <Named item={named} />}
      crumbs={crumbsOf(framework, item.data, asOf.query)}
      actions={<Link to={paths.framework(framework, { ...asOf.query, item: id })}>See it in the tree</Link>}
      reading={item.loading}
    >
      <div className="as-of-place">
        <Shown of={releases} what="the releases" lines={3}>
          {stops => (
            <AsOfSlider
              releases={stops}
              changed={new Set(history.data?.changes.map(({ release }) => release))}
              answered={answered ?? (asOf.release ? `${framework}@${asOf.release}` : undefined)}
              onChoose={asOf.setRelease}
            />
          )}
        </Shown>
      </div>
      <div className="beside">
        <section aria-labelledby="says">
          <h2 id="says">What it says</h2>
          <Shown of={item} what="the item" lines={5}>
            {data => <ItemFacts item={data} />}
          </Shown>
          <h2>What changed in its words</h2>
          <Shown of={history} what="its versions" lines={3}>
            {({ versions }) => (
              <VersionDifferences versions={versions} release={answered ? numberOf(answered) : versions.length} />
            )}
          </Shown>
        </section>
        <section aria-labelledby="happened">
          <h2 id="happened">History</h2>
          <Shown of={history} what="its history" lines={4}>
            {({ changes }) => <Timeline changes={changes} answered={answered} to={asOfRelease} />}
          </Shown>
        </section>
      </div>
      <h2>Who hangs on it</h2>
      <Shown of={item} what="the item" lines={5}>
        {data => <Dependents item={data} />}
      </Shown>
      <h2>Crosswalk</h2>
      <Relations id={id} framework={framework} />
      <h2>Flags from its changes</h2>
      <FlagsOn id={id} />
      <h2>Proposals that touch it</h2>
      <ProposalsOn id={id} />
    </Page>
  )
}

const Named = ({ item }: { item: Pick<ItemAnswer, 'kind' | 'key' | 'status' | 'provenance'> }) => (
  <>
    <Code>{item.key}</Code> {kindWord(item.kind)} {item.status === 'retired' && <Tag>retired</Tag>}{' '}
    {!item.provenance.verified && <Unverified />}
  </>
)

/** From the top of the standards down to what it stands under. */
const crumbsOf = (
  framework: string,
  item: ItemAnswer | undefined,
  query: { release?: string; asOf?: string },
): Crumb[] => [
  { text: 'Standards', to: paths.standards() },
  { text: framework, to: paths.framework(framework, query) },
  ...(item?.lineage ?? [])
    .toReversed()
    .map(({ id, key, title }) => ({ text: `${key} ${title}`, to: paths.item(framework, id, query) })),
]
