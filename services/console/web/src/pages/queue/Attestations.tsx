import { usePages } from '../../data/use-answer.ts'
import { More, Shown } from '../../parts/Shown.tsx'
import { plainWord, Tag } from '../../parts/Tags.tsx'
import { momentText } from '../../parts/times.ts'
import { OneChange } from './Changes.tsx'
import type { Attestation, FlagView } from './flag-types.ts'
import type { Queue } from './use-queue.ts'

/** What people attested to have read when they resolved the flag, word for word. */
export function Attestations({ queue, flag }: { queue: Queue; flag: FlagView }) {
  const attested = usePages(queue.key('flag', flag.id, 'attestations'), (cursor, signal) =>
    queue.client.GET('/flags/{id}/attestations', {
      params: { path: { id: flag.id }, query: { limit: 20, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  )
  return (
    <section aria-labelledby="attested">
      <h2 id="attested">Attested</h2>
      <Shown of={attested} what="the attestations" empty="Nothing was attested: nobody has resolved it.">
        {rows => (
          <div className="stack">
            {rows.map(row => (
              <One key={row.number} of={row} release={flag.release.id} />
            ))}
          </div>
        )}
      </Shown>
      <More {...attested} shown={attested.data?.length ?? 0} what="attestations" />
    </section>
  )
}

function One({ of, release }: { of: Attestation; release: string }) {
  const { actor, at, reason, disposition, undone, stands, texts, number } = of
  return (
    <details className="card">
      <summary>
        Step {number}: {actor === 'system' ? 'the system' : actor.id}, {momentText(at)}
        {disposition && `, ${plainWord(disposition)}`}: “{reason}”{' '}
        {undone ? (
          <Tag kind="unsure">undone</Tag>
        ) : stands ? (
          <Tag kind="good">stands</Tag>
        ) : (
          <Tag>no longer stands</Tag>
        )}
      </summary>
      <ul className="plain-list stack">
        {texts.map(({ attests, change, kept, stands: says }) => (
          <li key={attests}>
            {change ? <OneChange change={change} release={release} /> : 'The text was not kept then, and is gone.'}
            <p className="small soft">
              {kept ? 'Kept word for word.' : 'Found again by its fingerprint.'}{' '}
              {says ? 'The flag says just this now.' : 'The flag says something else now.'}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
