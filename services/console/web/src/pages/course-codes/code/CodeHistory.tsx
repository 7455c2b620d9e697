import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { CodeList } from '../CodeLink.tsx'

/** What has become of a code, as published, and where its chain ends. */
export function CodeHistory({ code }: { code: string }) {
  const answer = useAnswer(['course-codes', 'history', code], signal =>
    courseCodes.GET('/course-codes/{code}/history', { params: { path: { code } }, signal }),
  )
  return (
    <section aria-labelledby="code-history">
      <h2 id="code-history">What has become of it</h2>
      <Shown of={answer} what="its history" lines={3}>
        {({ changes, earlier, succession, editions }) => (
          <div className="stack">
            {changes.length === 0 && <p className="soft">No published plan has changed it.</p>}
            <ul className="plain-list stack">
              {changes.map(({ id, kind, from, to, schoolYear, edition, reason, successor }) => (
                <li key={id} className="card">
                  <strong>{kind}</strong> from {schoolYear ?? 'an unknown year'} <Code>{edition}</Code>
                  <div className="row">
                    <CodeList codes={from} none="no code" />
                    <span aria-hidden="true">→</span>
                    <span className="hidden-visually">to</span>
                    <CodeList codes={to} none={successor === 'none' ? 'none follows' : 'nobody says what follows'} />
                  </div>
                  <p className="small soft">{reason}</p>
                </li>
              ))}
            </ul>
            {earlier.map(each => (
              <p key={each.before} className="small">
                Before {each.before}: {each.title} ({each.level}), <Code>{each.edition}</Code>
              </p>
            ))}
            {succession.current.some(each => each !== code) && (
              <p className="row">
                In use today: <CodeList codes={succession.current} />
              </p>
            )}
            {succession.open.map(each => (
              <p key={each.code}>
                The chain ends with <Code>{each.code}</Code>:{' '}
                {each.successor === 'none' ? 'none follows' : 'nobody says what follows'}.
              </p>
            ))}
            {succession.cycles.length > 0 && (
              <p>
                A fault of the sources: {succession.cycles.join(', ')} lead back to themselves; the chain is not
                followed.
              </p>
            )}
            <p className="small soft">
              {editions.length === 0
                ? 'No kept edition lists it.'
                : `Listed in ${editions.map(({ edition }) => edition).join(', ')}.`}
            </p>
          </div>
        )}
      </Shown>
    </section>
  )
}
