import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { Loading, Shown } from '../../parts/Shown.tsx'
import { Code, plainWord, Unverified } from '../../parts/Tags.tsx'
import { dayText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { SearchField } from './search/SearchField.tsx'
import { useFound } from './search/use-found.ts'
import { kindsInWords, many } from './words.ts'

type Framework = Item<'standards', '/frameworks', 'get'>

/** The frameworks side by side: what is in force of each, and how much of it nobody has verified. */
export function FrameworksPage() {
  const frameworks = useAnswer(['standards', 'frameworks'], signal => standards.GET('/frameworks', { signal }))
  return (
    <Page
      title="Standards"
      lead="Old and new frameworks stand side by side for years. Open one as a tree, or find an item by code or words."
      actions={<Link to={paths.releases()}>All releases</Link>}
    >
      <SearchField />
      <Shown
        of={{ ...frameworks, data: frameworks.data?.items }}
        what="the frameworks"
        lines={10}
        empty="No framework has been registered yet."
      >
        {items => (
          <div className="columns">
            {items.map(framework => (
              <FrameworkCard key={framework.key} framework={framework} />
            ))}
          </div>
        )}
      </Shown>
    </Page>
  )
}

function FrameworkCard({ framework }: { framework: Framework }) {
  const { key, title, owner, description, head, inForce, provenance } = framework
  const found = useFound({ framework: key, q: '', status: 'active' })
  const facets = found.first?.facets
  const unverified = facets?.verified.false ?? 0
  return (
    <section className="card framework-card">
      <h2>
        <Link to={paths.framework(key)}>{title}</Link>
      </h2>
      <p className="small soft">
        <Code>{key}</Code> · kept by {owner} {!provenance.verified && <Unverified />}
      </p>
      {facets ? <p>{kindsInWords(facets.kind)}</p> : <Loading what="how many items it has" lines={1} />}
      <dl className="facts">
        <dt>In force today</dt>
        <dd>
          <InForce inForce={inForce} />
        </dd>
        <dt>Newest release</dt>
        <dd>{head ? <Link to={paths.release(head)}>{head}</Link> : 'none yet'}</dd>
        <dt>At the top</dt>
        <dd>{standings(inForce.standings)}</dd>
        <dt>Not verified</dt>
        <dd>
          {facets === undefined ? '…' : unverified === 0 ? 'none' : <Unread framework={key} count={unverified} />}
        </dd>
      </dl>
      {description && (
        <details>
          <summary>About this framework</summary>
          <p className="small">{description}</p>
          <p className="small soft">Source: {provenance.source}</p>
        </details>
      )}
    </section>
  )
}

function InForce({ inForce: { answer, release, since, because } }: Pick<Framework, 'inForce'>) {
  return (
    <>
      {answer === 'release' && release ? (
        <>
          <Link to={paths.release(release)}>{release}</Link> since {dayText(since)}
        </>
      ) : (
        answer
      )}
      <span className="small soft framework-because">{because}</span>
    </>
  )
}

/** "5 planned, 9 unknown". */
const standings = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([standing, count]) => `${count} ${plainWord(standing)}`)
    .join(', ') || 'nothing yet'

const Unread = ({ framework, count }: { framework: string; count: number }) => (
  <Link to={paths.search({ framework, verified: 'false' })}>{many(count, 'item')}</Link>
)
