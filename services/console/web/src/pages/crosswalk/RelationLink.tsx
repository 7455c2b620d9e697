import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { type Relation, relationAloud } from './words.ts'

/** To a relation's own page; says all of it aloud, whatever it shows. */
export const RelationLink = ({ relation, children }: { relation: Relation; children: ReactNode }) => (
  <Link to={paths.relation(relation.crosswalk, relation.id)}>
    {children}
    <span className="hidden-visually">: {relationAloud(relation)}</span>
  </Link>
)
