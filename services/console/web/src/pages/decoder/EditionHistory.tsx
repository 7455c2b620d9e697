import { credentials } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { More, Shown } from '../../parts/Shown.tsx'
import { momentText } from '../../parts/times.ts'

/** Every step taken with a draft: who, when, why. */
export function EditionHistory({ id }: { id: string }) {
  const history = usePages(['credentials', 'rule-editions', id, 'history'], (cursor, signal) =>
    credentials.GET('/rule-editions/{id}/history', {
      params: { path: { id }, query: { limit: 50, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <Shown of={history} what="the history" empty="Nothing was done yet.">
        {steps => (
          <ol className="history">
            {steps.map(({ number, step, by, at, reason, revision }) => (
              <li key={number}>
                <strong>{step.replaceAll('-', ' ')}</strong> by {by.id} ({by.agency} {by.role}), {momentText(at)},
                revision {revision}
                {reason && <div>{reason}</div>}
              </li>
            ))}
          </ol>
        )}
      </Shown>
      <More {...history} shown={history.data?.length ?? 0} what="steps" />
    </section>
  )
}
