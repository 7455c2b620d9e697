import { WordDifference } from '../../parts/WordDiff.tsx'
import { Why } from '../../why/Why.tsx'
import { type Change, changeInWords } from '../../why/why-in-words.ts'
import { eachOnce, type FieldChange, fieldChanges } from './change-fields.ts'

interface ChangesProps {
  changes: readonly Change[]
  release: string
  most?: number
}

/** Each change once, before and after, word by word. */
export function Changes({ changes, release, most = Number.POSITIVE_INFINITY }: ChangesProps) {
  const each = eachOnce(changes)
  return (
    <>
      <ul className="plain-list stack">
        {each.slice(0, most).map(change => (
          <li key={change.id}>
            <OneChange change={change} release={release} />
          </li>
        ))}
      </ul>
      {each.length > most && <p className="small soft">… and {each.length - most} more changes.</p>}
    </>
  )
}

export const OneChange = ({ change, release }: { change: Change; release: string }) => (
  <>
    <p className="change-words">
      <Why parts={changeInWords(change, { release })} />.
    </p>
    <dl className="facts before-after">
      {fieldChanges(change).map(field => (
        <div key={field.name}>
          <dt>{field.name}</dt>
          <dd>
            <BeforeAfter field={field} />
          </dd>
        </div>
      ))}
    </dl>
  </>
)

const BeforeAfter = ({ field: { before, after } }: { field: FieldChange }) => (
  <WordDifference before={before ?? ''} after={after ?? ''} />
)
