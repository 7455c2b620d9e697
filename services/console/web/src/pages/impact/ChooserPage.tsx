import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { StateTag } from '../../parts/Tags.tsx'
import { dayText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'

/** Of what one wants to see the impact. */
export const ChooserPage = () => (
  <Page title="Impact" lead="Whom a change hits, and by which way. Choose a proposal, or a release that is out.">
    <div className="columns">
      <Proposals />
      <Releases />
    </div>
  </Page>
)

const OVER = new Set(['published', 'withdrawn'])

function Proposals() {
  const proposals = usePages(['standards', 'proposals', 'for-impact'], (cursor, signal) =>
    standards.GET('/proposals', { params: { query: { limit: 100, ...(cursor && { cursor }) } }, signal }),
  )
  const open = proposals.data?.filter(({ state }) => !OVER.has(state))
  return (
    <section className="card stack">
      <h2>Proposals: whom they would hit</h2>
      <Shown
        of={{ ...proposals, data: open }}
        what="the proposals"
        empty={
          <>
            No proposal is under way. <Link to={paths.proposals()}>See the proposals</Link>
          </>
        }
      >
        {shown => (
          <ul className="impact-choices">
            {shown.map(({ id, title, framework, state, operations }) => (
              <li key={id}>
                <Link to={paths.impact({ proposal: id })}>{title}</Link>
                <div className="row small soft">
                  <StateTag state={state} /> {framework}, {operations} {operations === 1 ? 'operation' : 'operations'}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {proposals.more && <More {...proposals} shown={open?.length ?? 0} what="proposals under way" />}
    </section>
  )
}

function Releases() {
  const releases = usePages(['standards', 'releases', 'for-impact'], (cursor, signal) =>
    standards.GET('/releases', { params: { query: { limit: 100, ...(cursor && { cursor }) } }, signal }),
  )
  return (
    <section className="card stack">
      <h2>Releases: whom they have hit</h2>
      <Shown
        of={releases}
        what="the releases"
        empty={
          <>
            Nothing is published yet. <Link to={paths.standards()}>See the standards</Link>
          </>
        }
      >
        {shown => (
          <ul className="impact-choices">
            {shown.map(({ id, title, changes, dates }) => (
              <li key={id}>
                <Link to={paths.impact({ release: id })}>
                  {id}: {title}
                </Link>
                <div className="small soft">
                  {changes} {changes === 1 ? 'change' : 'changes'}; in force {dayText(dates.effective)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {releases.more && <More {...releases} shown={releases.data?.length ?? 0} what="releases" />}
    </section>
  )
}
