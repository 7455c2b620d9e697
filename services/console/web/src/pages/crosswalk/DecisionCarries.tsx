import { Link } from 'react-router'
import { courseCodes, credentials, standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Shown } from '../../parts/Shown.tsx'
import { Code, StateTag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { type EndItem, type Relation, STATES } from './words.ts'

const OPEN = ['draft', 'in-review', 'approved', 'scheduled', 'publishing']

/** What a decision on a relation would change: how far a change is felt, whom that reaches at each end, and which proposals it waits for. */
export function DecisionCarries({ relation }: { relation: Relation }) {
  const { from, to } = relation
  if (to === null)
    return (
      <section className="card" aria-labelledby="carries">
        <h2 id="carries">What a decision changes</h2>
        <p>
          Nothing travels where there is no counterpart: the decision settles that nobody needs to look for one again.
        </p>
      </section>
    )
  return (
    <section className="card" aria-labelledby="carries">
      <h2 id="carries">What a decision changes</h2>
      <dl className="facts">
        <dt>Now ({relation.state})</dt>
        <dd>{STATES[relation.state].carries}</dd>
        <dt>Once accepted</dt>
        <dd>{STATES.accepted.carries}</dd>
        <dt>Once rejected</dt>
        <dd>{STATES.rejected.carries}</dd>
      </dl>
      <p className="small soft">It counts from the next release on; flags that are there already stay as they are.</p>
      <h3>Whom a change would reach over it</h3>
      <Reached item={from} by={to} />
      <Reached item={to} by={from} />
      <h3>Open proposals at either end</h3>
      <p className="small soft">The impact of each is computed anew with every decision on the way.</p>
      <Touching item={from} />
      <Touching item={to} />
    </section>
  )
}

const MOST = 200
const counted = ({ items, next }: { items: unknown[]; next: string | null }, what: string) =>
  `${items.length}${next ? ' or more' : ''} ${what}${items.length === 1 ? '' : 's'}`

/** The dependents that hang on one end, and of a sector those of its pathways too: felt there when the other end changes. */
function Reached({ item, by }: { item: EndItem; by: EndItem }) {
  const authorizations = useAnswer(['credentials', 'authorizations', 'of', item.key], signal =>
    credentials.GET('/authorizations', { params: { query: { item: item.key, limit: MOST } }, signal }),
  )
  const under = item.kind === 'sector' ? { sector: item.key } : { item: item.key }
  const codes = useAnswer(['course-codes', 'course-codes', 'of', under], signal =>
    courseCodes.GET('/course-codes', { params: { query: { ...under, limit: MOST } }, signal }),
  )
  return (
    <div>
      When <Code>{by.key}</Code> changes, those of <Code>{item.key}</Code>:
      <ul>
        <li>
          <Shown of={authorizations} what="the authorizations" lines={1}>
            {found => (
              <>
                <strong>{counted(found, 'authorization')}</strong>
                {found.items.length > 0 &&
                  found.items.length <= 8 &&
                  `: ${found.items.map(({ key }) => key).join(', ')}`}
              </>
            )}
          </Shown>
        </li>
        <li>
          <Shown of={codes} what="the course codes" lines={1}>
            {found => <strong>{counted(found, 'course code')}</strong>}
          </Shown>
        </li>
      </ul>
    </div>
  )
}

function Touching({ item }: { item: EndItem }) {
  const proposals = useAnswer(['standards', 'proposals', 'naming', item.framework, item.key], signal =>
    standards.GET('/proposals', {
      params: { query: { framework: item.framework, item: item.key, limit: MOST } },
      signal,
    }),
  )
  return (
    <Shown of={proposals} what={`the proposals for ${item.framework}`} lines={1}>
      {({ items }) => {
        const open = items.filter(({ state }) => OPEN.includes(state))
        if (open.length === 0)
          return (
            <p>
              None names <Code>{item.key}</Code> or what is below it.
            </p>
          )
        return (
          <ul>
            {open.map(({ id, title, state }) => (
              <li key={id}>
                <Link to={paths.proposal(id, 'impact')}>{title}</Link> <StateTag state={state} /> names{' '}
                <Code>{item.key}</Code>
              </li>
            ))}
          </ul>
        )
      }}
    </Shown>
  )
}
