import type { Answer } from '@cte-align/client'
import { Link } from 'react-router'
import { Empty } from '../../../parts/Shown.tsx'
import { Code, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'

type Links = Answer<'course-codes', '/course-codes/{code}', 'get'>['links']

/** The items that a code hangs on: a change of one of them flags it. */
export const CodeLinks = ({ links }: { links: Links }) => (
  <section aria-labelledby="code-links">
    <h2 id="code-links">Aligned to</h2>
    {links.length === 0 ? (
      <Empty>Nothing says which item it belongs to: no change of the standards will reach it.</Empty>
    ) : (
      <ul className="plain-list stack">
        {links.map(({ id, item, any, framework, lineage, basis, verified }) => (
          <li key={id}>
            {item === null ? (
              `Any ${any} of ${framework}`
            ) : (
              <Link to={paths.item(framework, item.id)}>
                {item.title} <Code>{item.key}</Code>
              </Link>
            )}{' '}
            {!verified && <Unverified />}
            <div className="small soft">
              {item !== null &&
                `${item.kind}${lineage[0] ? ` of ${lineage.map(({ title }) => title).join(', ')}` : ''}; `}
              {basis}
            </div>
          </li>
        ))}
      </ul>
    )}
  </section>
)
