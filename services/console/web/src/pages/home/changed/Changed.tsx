import { Link } from 'react-router'
import { useSession } from '../../../data/use-session.ts'
import { Loading, Shown } from '../../../parts/Shown.tsx'
import { StateTag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { useNewReleases, useUnderWay } from '../use-home.ts'
import { SinceVisit } from './SinceVisit.tsx'

const FEW = 5

/** What is new: since the last visit, released, and on its way. */
export function Changed() {
  const { session, actor } = useSession()
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed</h2>
      <div className="stack">
        {session ? (
          <SinceVisit key={actor?.id ?? ''} who={actor?.id ?? ''} />
        ) : (
          <div className="since">
            <Loading what="what happened" lines={8} />
          </div>
        )}
        <Releases />
        <UnderWay />
      </div>
    </section>
  )
}

function Releases() {
  const releases = useNewReleases()
  return (
    <section aria-labelledby="new-releases">
      <h3 id="new-releases">
        <Link to={paths.releases()}>Newest releases</Link>
      </h3>
      <Shown of={releases} what="the releases" lines={4} empty="Nothing has been released yet.">
        {rows => (
          <ul className="plain-list moved">
            {rows.slice(0, FEW).map(({ id, title, changes, publishedAt }) => (
              <li key={id}>
                <Link to={paths.release(id)}>{title}</Link>{' '}
                <span className="small soft">
                  {id}, {changes} {changes === 1 ? 'change' : 'changes'}, {momentText(publishedAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  )
}

function UnderWay() {
  const underWay = useUnderWay()
  return (
    <section aria-labelledby="under-way">
      <h3 id="under-way">
        <Link to={paths.proposals({ state: 'under-way' })}>Proposals under way</Link>
        {underWay.data && (
          <span className="soft">
            {' '}
            ({underWay.data.length}
            {underWay.more ? ' and more' : ''})
          </span>
        )}
      </h3>
      <Shown of={underWay} what="the proposals" lines={3} empty="No proposal is under way.">
        {rows => (
          <ul className="plain-list moved">
            {rows.slice(0, FEW).map(({ id, title, state, updatedAt }) => (
              <li key={id}>
                <Link to={paths.proposal(id)}>{title}</Link> <StateTag state={state} />{' '}
                <span className="small soft">{momentText(updatedAt)}</span>
              </li>
            ))}
            {rows.length > FEW && (
              <li className="small soft">
                The newest {FEW} of {rows.length}.
              </li>
            )}
          </ul>
        )}
      </Shown>
    </section>
  )
}
