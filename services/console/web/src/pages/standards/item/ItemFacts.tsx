import type { Answer } from '@cte-align/client'
import { Link } from 'react-router'
import { Code, StateTag, Tag, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'

export type ItemAnswer = Answer<'standards', '/items/{id}', 'get'>

/** What an item says of itself, and where that was read. */
export function ItemFacts({ item }: { item: ItemAnswer }) {
  const { text, scopeNote, status, retirement, provenance, from, to } = item
  return (
    <dl className="facts">
      {text && <Fact name="Text">{text}</Fact>}
      {scopeNote && <Fact name="What it covers">{scopeNote}</Fact>}
      <Fact name="State">
        {status === 'active' ? <StateTag state="active" /> : <Tag>retired</Tag>}{' '}
        {retirement && <Followed retirement={retirement} />}
      </Fact>
      <Fact name="Stands so">
        from <ReleaseLink id={from} />{' '}
        {to ? (
          <>
            {' '}
            until <ReleaseLink id={to} />
          </>
        ) : (
          'until today'
        )}
      </Fact>
      <Fact name="Source">
        {provenance.verified ? <Tag kind="good">verified</Tag> : <Unverified />}{' '}
        <span className="small">{provenance.source}</span>
      </Fact>
      {provenance.note && (
        <Fact name="Note">
          <span className="small">{provenance.note}</span>
        </Fact>
      )}
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

export const ReleaseLink = ({ id }: { id: string }) => <Link to={paths.release(id)}>{id}</Link>

function Followed({ retirement: { manner, successors } }: { retirement: NonNullable<ItemAnswer['retirement']> }) {
  if (successors === 'none') return <>({manner}); nothing follows it</>
  if (successors === 'unknown') return <>({manner}); what follows it is unknown: nobody has named it</>
  return (
    <>
      ({manner}); followed by{' '}
      {successors.map((item, at) => (
        <span key={item.id}>
          {at > 0 && ', '}
          <Link to={paths.item(item.framework, item.id)}>
            <Code>{item.key}</Code> {item.title}
          </Link>
        </span>
      ))}
    </>
  )
}
