import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Code, Tag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { StateWords } from './RelationMark.tsx'
import { RELATION_STATES } from './words.ts'

type Crosswalk = Item<'standards', '/crosswalks', 'get'>

/** The crosswalks there are, with how far each has been looked at. */
export function CrosswalksPage() {
  const crosswalks = useAnswer(['standards', 'crosswalk'], signal => standards.GET('/crosswalks', { signal }))
  return (
    <Page
      title="Crosswalk"
      lead="Which sector of the standards of 2013 stands for which cluster, who says so, and who has looked."
    >
      <Shown
        of={crosswalks}
        what="the crosswalks"
        lines={5}
        isEmpty={({ items }) => items.length === 0}
        empty="There is no crosswalk yet. CDE registers one by API (POST /crosswalks) or imports one."
      >
        {({ items }) => (
          <ul className="plain-list stack">
            {items.map(crosswalk => (
              <CrosswalkCard key={crosswalk.key} crosswalk={crosswalk} />
            ))}
          </ul>
        )}
      </Shown>
    </Page>
  )
}

function CrosswalkCard({ crosswalk: { key, title, from, to, purpose, byState } }: { crosswalk: Crosswalk }) {
  const states = RELATION_STATES.filter(state => byState[state])
  return (
    <li className="card">
      <h2>
        <Link to={paths.crosswalk(key)}>{title}</Link>
      </h2>
      <p className="row">
        <Link to={paths.framework(from)}>{from}</Link> <span aria-hidden="true">→</span>
        <span className="hidden-visually">to</span> <Link to={paths.framework(to)}>{to}</Link> <Tag>{purpose}</Tag>{' '}
        <Code>{key}</Code>
      </p>
      {purpose === 'reference' && <p className="soft">For looking things up: impact never travels over it.</p>}
      {states.length === 0 ? (
        <p className="soft">No relation yet.</p>
      ) : (
        <ul className="plain-list row">
          {states.map(state => (
            <li className="row" key={state}>
              <Link to={paths.crosswalk(key, 'relations', { state })}>
                {byState[state]} {state}
              </Link>
              {state === 'draft' && <StateWords state={state} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
