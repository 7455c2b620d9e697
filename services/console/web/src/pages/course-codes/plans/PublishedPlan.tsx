import { Link } from 'react-router'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { CodeList } from '../CodeLink.tsx'
import { kindWords } from './kinds.ts'
import type { Plan } from './PlanPage.tsx'

/** A plan that is no draft any more: what came of it. */
export function PublishedPlan({ plan: { state, edition, schoolYear } }: { plan: Plan }) {
  const changes = useAnswer(
    ['course-codes', 'code-changes', edition],
    signal => courseCodes.GET('/code-changes', { params: { query: { edition: edition ?? '', limit: 200 } }, signal }),
    { enabled: edition !== null },
  )
  if (edition === null)
    return (
      <aside className="card" aria-label="What came of it">
        <p>The plan is {state}. No course code was changed by it.</p>
      </aside>
    )
  return (
    <aside className="card" aria-label="What came of it">
      <h2>What came of it</h2>
      <p>
        {state === 'published' ? 'It is' : 'It is becoming'} edition{' '}
        <Link to={paths.codeSetEditions({ from: edition, to: 'current' })}>
          <Code>{edition}</Code>
        </Link>{' '}
        of the code set, from {schoolYear}.
      </p>
      <p className="row">
        <Link to={paths.sequences({ schoolYear })}>Sequences of {schoolYear}</Link>
        <Link to={paths.courseCodes({ schoolYear })}>The code set of {schoolYear}</Link>
        <Link to={paths.codeFiles({ schoolYear })}>Files for others</Link>
      </p>
      <Shown
        of={changes}
        what="its changes"
        lines={4}
        isEmpty={({ items }) => items.length === 0}
        empty="No change yet."
      >
        {({ items }) => (
          <ul className="plain-list stack small">
            {items.map(({ id, kind, from, to, successor }) => (
              <li key={id} className="row">
                <strong>{kindWords(kind)}</strong>
                <CodeList codes={from} none="no code" />
                <span aria-hidden="true">→</span>
                <span className="hidden-visually">followed by</span>
                <CodeList codes={to} none={successor === 'none' ? 'none' : 'nobody says what'} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </aside>
  )
}
