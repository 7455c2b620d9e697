import { Link } from 'react-router'
import { standards } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'
import { More, Shown } from '../../../parts/Shown.tsx'
import { Code, plainWord } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { proposalKey, useHere } from '../use-proposal.ts'

/** Every step ever taken: who, when, why. Nothing in it is ever changed. */
export function RecordTab() {
  const { proposal, params } = useHere()
  const record = usePages(proposalKey(proposal.id, 'record'), (cursor, signal) =>
    standards.GET('/proposals/{id}/record', {
      params: { ...params, query: { limit: 100, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  return (
    <Shown of={record} what="the record" lines={8}>
      {entries => (
        <>
          <ol className="plain-list stack">
            {entries.map(({ number, step, from, to, by, reason, at, revision, details, correlationId }) => (
              <li className="card" key={number}>
                <p>
                  <strong>{plainWord(step)}</strong>
                  {from !== to && (
                    <>
                      {' '}
                      {from ? `${plainWord(from)} → ` : ''}
                      {plainWord(to)}
                    </>
                  )}{' '}
                  by {by ? `${by.id} (${by.agency} ${by.role})` : 'the clock'}, {momentText(at)}, revision {revision}
                </p>
                {reason && <p>{reason}</p>}
                {details && (
                  <p className="small">
                    <Code>{JSON.stringify(details)}</Code>
                  </p>
                )}
                <p className="small">
                  <Link to={paths.events({ correlation: correlationId })}>
                    What followed from it<span className="hidden-visually"> (entry {number})</span>
                  </Link>
                </p>
              </li>
            ))}
          </ol>
          <More shown={entries.length} what="entries" {...pick(record)} />
        </>
      )}
    </Shown>
  )
}

const pick = ({ more, loadingMore, loadMore }: { more: boolean; loadingMore: boolean; loadMore: () => void }) => ({
  more,
  loadingMore,
  loadMore,
})
