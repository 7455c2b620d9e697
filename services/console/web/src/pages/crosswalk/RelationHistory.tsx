import { standards } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { More, Shown } from '../../parts/Shown.tsx'
import { momentText } from '../../parts/times.ts'
import { crosswalkKey } from './use-crosswalk.ts'

/** What was done to a relation: who, when, why. */
export function RelationHistory({ crosswalk, id }: { crosswalk: string; id: string }) {
  const history = usePages([...crosswalkKey(crosswalk), 'history', id], (cursor, signal) =>
    standards.GET('/crosswalks/{key}/relations/{id}/history', {
      params: { path: { key: crosswalk, id }, query: { limit: 100, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  return (
    <section aria-label="History">
      <h2>History</h2>
      <Shown of={history} what="the history" empty="Loaded with the starter data; nothing was done to it since.">
        {steps => (
          <ol className="history">
            {steps.map(({ version, act, by, at, reason, after }) => (
              <li key={version}>
                <strong>{act}</strong> by {by.id} ({by.agency} {by.role}), {momentText(at)}
                <div>{reason}</div>
                <div className="small soft">
                  then: {after.relation}, {after.state}, pinned to {after.pinned.from}
                  {after.pinned.to && ` and ${after.pinned.to}`}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Shown>
      <More {...history} shown={history.data?.length ?? 0} what="steps" />
    </section>
  )
}
