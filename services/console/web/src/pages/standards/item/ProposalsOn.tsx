import { Link } from 'react-router'
import { standards } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'
import { More, Shown } from '../../../parts/Shown.tsx'
import { StateTag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'

/** Proposals whose operations name the item, newest first. */
export function ProposalsOn({ id }: { id: string }) {
  const proposals = usePages(['standards', 'proposals', 'naming', id], (cursor, signal) =>
    standards.GET('/proposals', { params: { query: { item: id, limit: 20, ...(cursor && { cursor }) } }, signal }),
  )
  return (
    <>
      <Shown of={proposals} what="the proposals" lines={2} empty="No proposal names this item.">
        {items => (
          <ul className="plain-list found">
            {items.map(({ id: proposal, title, state, updatedAt }) => (
              <li key={proposal}>
                <Link to={paths.proposal(proposal)}>{title}</Link> <StateTag state={state} />{' '}
                <span className="small soft">edited {momentText(updatedAt)}</span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {proposals.more && (
        <More
          shown={proposals.data?.length ?? 0}
          more
          loadingMore={proposals.loadingMore}
          loadMore={proposals.loadMore}
          what="proposals"
        />
      )}
    </>
  )
}
