import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'

/** Gaps stay gaps: what the preview cannot know, and why. */
export function Unknowns({ id }: { id: string }) {
  const list = useAnswer(['standards', 'proposals', id, 'unknowns'], signal =>
    standards.GET('/proposals/{id}/impacts/unknowns', { params: { path: { id } }, signal }),
  )
  return (
    <Shown
      of={list}
      what="what cannot be known"
      isEmpty={({ items }) => items.length === 0}
      empty="Nothing that this touches is unknown."
    >
      {({ items }) => (
        <ul className="plain-list stack">
          {items.map(({ code, message, count, examples }) => (
            <li className="card" key={`${code} ${message}`}>
              <p>
                <strong>{count}</strong> {message}
              </p>
              {examples.length > 0 && <p className="small">For example {examples.join(', ')}</p>}
              <p className="small soft">
                <Code>{code}</Code>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  )
}
