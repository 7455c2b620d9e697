import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { credentials } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { Alert } from '../../parts/Alert.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code, Tag, Unverified } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { OutcomeTag } from './Differences.tsx'

type Row = Item<'credentials', '/rule-editions/{id}/preview', 'get'>

/** Which course codes would gain or lose whom; computed anew with every revision, and writes nothing. */
export function EditionPreview({ id, revision }: { id: string; revision: number }) {
  // Not among the 'rule-editions': an act that ends the draft reads those again, and a draft that has ended has no preview.
  const preview = usePages(['credentials', 'rule-edition-preview', id, revision], (cursor, signal) =>
    credentials.GET('/rule-editions/{id}/preview', {
      params: { path: { id }, query: { limit: 100, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  const { first } = preview
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">What it would do</h2>
      {first && (
        <>
          <p role="status">
            {first.counts.courseCodes} course codes touched: {first.counts.gained} pairs gained, {first.counts.lost}{' '}
            lost, {first.counts.unknown} unknown, {first.counts.revised} rules say something else.
          </p>
          {first.counts.leftWithout.length > 0 && (
            <Alert kind="warning">
              Nobody would be certain to be authorized any more for {first.counts.leftWithout.join(', ')}.
            </Alert>
          )}
          {!first.publishing.possible && (
            <Alert kind="warning">
              It could not be published as things stand.{' '}
              {first.publishing.conflicts.length > 0 &&
                `Others have changed since: ${first.publishing.conflicts.join(', ')}. Set its operations again. `}
              {first.publishing.refused}
            </Alert>
          )}
          {first.findings.length > 0 && (
            <ul>
              {first.findings.map(({ code, key, message }) => (
                <li key={`${code} ${key}`}>
                  <Tag kind="review">{code.replaceAll('-', ' ')}</Tag> {message}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <Shown of={preview} what="the preview" empty="It changes nothing of who may teach what." lines={4}>
        {rows => (
          <ul className="plain-list differences">
            {rows.map(row => (
              <PreviewRow key={row.courseCode} row={row} />
            ))}
          </ul>
        )}
      </Shown>
      <More {...preview} shown={preview.data?.length ?? 0} what="course codes" />
    </section>
  )
}

function PreviewRow({ row }: { row: Row }) {
  const outcomes = [
    ['permitted', row.gained],
    ['refused', row.lost],
    ['unknown', row.unknown],
  ] as const
  return (
    <li>
      <h3>
        <Link to={paths.courseCode(row.courseCode)}>{row.courseCode}</Link>{' '}
        <span className="small soft">{row.sectors.map(({ title }) => title).join(', ') || 'in no one sector'}</span>
      </h3>
      <ul className="plain-list">
        {outcomes.flatMap(([outcome, pairs]) =>
          pairs.map(({ authorization, because, verified, inferred, status }) => (
            <li key={`${outcome} ${authorization}`}>
              <OutcomeTag outcome={outcome} /> {because}
              {status && status !== 'current' && ` (${status})`}
              {inferred && <Tag>by an examination twin</Tag>} {!verified && <Unverified />}
            </li>
          )),
        )}
        {row.revised.map(rule => (
          <li key={rule}>
            <Tag>says something else</Tag> <Code>{rule}</Code>
          </li>
        ))}
      </ul>
    </li>
  )
}
