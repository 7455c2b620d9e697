import { Code } from '../../parts/Tags.tsx'
import { coursesOf, exceptionsOf } from './bulk-in-words.ts'
import type { BulkPlan } from './flag-types.ts'

/** What would happen, per standing, with the exceptions by name. */
export function BulkPlanView({ plan }: { plan: BulkPlan }) {
  const { flags, changes, unchanged, refused, rows, digest } = plan
  const listed = rows.length < changes
  return (
    <div className="bulk-plan" role="status">
      <p>
        <strong>{changes}</strong> of {flags} would change
        {unchanged > 0 && `, ${unchanged} stand so already`}
        {refused > 0 && `, ${refused} cannot`}. Nothing has been changed yet.
      </p>
      <ul>
        {coursesOf(plan).map(({ from, to, flags: many }) => (
          <li key={`${from}>${to}`}>
            {many}: {from} → {to}
          </li>
        ))}
        {listed && <li>… these are the first {rows.length}; the digest is of all.</li>}
      </ul>
      <details>
        <summary>Which {rows.length === 1 ? 'one' : `${rows.length}`}</summary>
        <p className="small names">{rows.map(({ dependent }) => dependent.key).join(' · ')}</p>
      </details>
      {exceptionsOf(plan).map(({ code, reason, names }) => (
        <div key={code} className="exceptions">
          <p>
            {names.length} cannot: {reason} <Code>{code}</Code>
          </p>
          <p className="small names">{names.join(' · ')}</p>
        </div>
      ))}
      <p className="small soft">
        Applied just as shown, or not at all. Digest <Code>{digest.slice(0, 12)}</Code>
      </p>
    </div>
  )
}
