import type { Matrix } from './matrix.ts'
import { RelationLink } from './RelationLink.tsx'
import { RelationWords } from './RelationMark.tsx'
import type { Relation } from './words.ts'

/** The matrix for a narrow window: each item with those that something is said of. */
export function MatrixList({ matrix, relations }: { matrix: Matrix; relations: readonly Relation[] }) {
  return (
    <ul className="plain-list stack">
      {matrix.rows.map(item => {
        const own = relations.filter(relation => relation.from.id === item.id)
        return (
          <li className="card" key={item.id}>
            <h2>
              {item.title} <code className="code soft">{item.key}</code>
            </h2>
            {own.length === 0 && <p className="soft">Nobody has said anything of it yet.</p>}
            <ul className="plain-list stack">
              {own.map(relation => (
                <li key={relation.id}>
                  <RelationLink relation={relation}>{relation.to?.title ?? 'no counterpart'}</RelationLink>
                  <RelationWords {...relation} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
