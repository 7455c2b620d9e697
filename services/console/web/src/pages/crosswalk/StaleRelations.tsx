import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code, Tag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { StateWords } from './RelationMark.tsx'
import { crosswalkKey } from './use-crosswalk.ts'

/** Relations of which an end has changed since somebody looked, with what changed. */
export function StaleRelations({ crosswalk }: { crosswalk: string }) {
  const stale = usePages([...crosswalkKey(crosswalk), 'stale'], (cursor, signal) =>
    standards.GET('/crosswalks/{key}/coverage/stale', {
      params: { path: { key: crosswalk }, query: { limit: 100, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  return (
    <section aria-labelledby="stale">
      <h2 id="stale">Out of date</h2>
      <Shown
        of={stale}
        what="what is out of date"
        empty="Every end still says what it said when somebody looked."
        lines={2}
      >
        {rows => (
          <ul className="plain-list stack">
            {rows.map(({ relation, state, end, item, pinned, head, changes, from, to }) => (
              <li className="card" key={`${relation} ${end}`}>
                <Link to={paths.relation(crosswalk, relation)}>
                  {from.key} – {to?.key ?? 'no counterpart'}
                </Link>{' '}
                <StateWords state={state} /> {item.title} <Code>{item.key}</Code> was looked at in {pinned} and has
                changed up to {head}:{' '}
                {changes.map(change => (
                  <Tag key={change.id}>
                    {change.class} {change.aspect}
                  </Tag>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <More {...stale} shown={stale.data?.length ?? 0} what="of them" />
    </section>
  )
}
