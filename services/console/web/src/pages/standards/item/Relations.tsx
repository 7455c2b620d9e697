import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { Loading, Shown } from '../../../parts/Shown.tsx'
import { Code, StateTag, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { type Relation, useRelations } from './use-relations.ts'

type Crosswalk = Item<'standards', '/crosswalks', 'get'>

/** How the item stands to those of other frameworks, in both directions of each crosswalk. */
export function Relations({ id, framework }: { id: string; framework: string }) {
  const { crosswalks, relations } = useRelations(id, framework)
  return (
    <Shown of={crosswalks} what="the crosswalks" lines={2} empty="No crosswalk leads from this framework or to it.">
      {() => (
        <>
          {relations.map(({ crosswalk, answer }) => (
            <Shown key={crosswalk.key} of={answer} what={crosswalk.title} lines={2} empty={<None of={crosswalk} />}>
              {items => (
                <ul className="plain-list found">
                  {items.map(relation => (
                    <RelationLine key={relation.id} relation={relation} id={id} />
                  ))}
                </ul>
              )}
            </Shown>
          ))}
          {relations.length === 0 && <Loading what="its relations" lines={2} />}
        </>
      )}
    </Shown>
  )
}

const None = ({ of }: { of: Crosswalk }) => (
  <>
    Nothing is said of this item in <Link to={paths.crosswalk(of.key)}>{of.title}</Link>: neither a counterpart nor that
    there is none.
  </>
)

const WORDS = {
  equivalent: 'is equivalent to',
  broader: 'is broader than',
  narrower: 'is narrower than',
  related: 'is related to',
  none: 'has no counterpart',
} as const

function RelationLine({ relation, id }: { relation: Relation; id: string }) {
  const { from, to, crosswalk } = relation
  const forward = from.id === id
  const other = forward ? to : from
  return (
    <li>
      {!forward && <ItemLink item={from} />} {WORDS[relation.relation]}{' '}
      {forward ? other && <ItemLink item={other} /> : 'this item'} <StateTag state={relation.state} />{' '}
      {!relation.provenance.verified && <Unverified />}{' '}
      <Link className="small" to={paths.relation(crosswalk, relation.id)}>
        Open the relation
        <span className="hidden-visually"> with {other ? other.title : 'nothing'}</span>
      </Link>
    </li>
  )
}

const ItemLink = ({ item }: { item: Relation['from'] }) => (
  <Link to={paths.item(item.framework, item.id)}>
    <Code>{item.key}</Code> {item.title}
  </Link>
)
