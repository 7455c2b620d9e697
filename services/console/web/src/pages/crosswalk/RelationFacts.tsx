import { Link } from 'react-router'
import { Code, Tag, Unverified } from '../../parts/Tags.tsx'
import { momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { RelationWords } from './RelationMark.tsx'
import { type EndItem, type Relation, STATES } from './words.ts'

/** What a relation says, where it comes from, and what people said of it. */
export function RelationFacts({ relation }: { relation: Relation }) {
  const { from, to, pinned, provenance, review, decision, suspicion } = relation
  return (
    <section aria-label="What it says">
      <dl className="facts">
        <dt>Relation</dt>
        <dd>
          <RelationWords {...relation} />
          <p className="small soft">
            {STATES[relation.state].says}. {STATES[relation.state].carries}
          </p>
        </dd>
        <dt>From</dt>
        <dd>
          <End item={from} pinned={pinned.from} />
        </dd>
        <dt>To</dt>
        <dd>
          {to ? <End item={to} pinned={pinned.to} /> : 'no counterpart: somebody has looked for one, and says so'}
        </dd>
        {relation.combination && (
          <>
            <dt>Group</dt>
            <dd>"{relation.combination}": the item maps to all members of the group together, to none of them alone</dd>
          </>
        )}
        {relation.approximate && (
          <>
            <dt>Exactness</dt>
            <dd>approximate</dd>
          </>
        )}
        <dt>Word of the source</dt>
        <dd>{relation.originalWord ?? 'unknown'}</dd>
        <dt>Source</dt>
        <dd>
          {provenance.source} {!provenance.verified && <Unverified />}
        </dd>
        <dt>Note</dt>
        <dd>{provenance.note ?? 'none'}</dd>
        <dt>Written by</dt>
        <dd>{relation.author}</dd>
        <dt>Reviewed</dt>
        <dd>
          {review
            ? `${momentText(review.at)} by ${review.by.id} (${review.by.agency}): ${review.reason}`
            : 'by nobody yet'}
        </dd>
        <dt>Decided</dt>
        <dd>
          {decision
            ? `${decision.state} ${momentText(decision.at)} by ${decision.by.id} (${decision.by.agency}): ${decision.reason}`
            : 'by nobody yet'}
        </dd>
        {suspicion && (
          <>
            <dt>Suspect since</dt>
            <dd>
              <Link to={paths.release(suspicion.release)}>{suspicion.release}</Link> changed{' '}
              {suspicion.ends.join(' and ')}:
              <ul>
                {suspicion.changes.map(({ change, item, class: kind, aspect }) => (
                  <li key={change}>
                    <Code>{item}</Code> {aspect}: <Tag>{kind}</Tag>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

const End = ({ item, pinned }: { item: EndItem; pinned: string | null }) => (
  <>
    <Link to={paths.item(item.framework, item.id)}>{item.title}</Link> <Code>{item.key}</Code>{' '}
    <span className="small soft">
      {item.kind}, as in {pinned ?? 'no release'}
    </span>
  </>
)
