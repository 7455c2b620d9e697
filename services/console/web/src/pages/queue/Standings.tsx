import type { Answer } from '@cte-align/client'
import { plainWord, SEVERITY_ORDER, type Severity, SeverityTag } from '../../parts/Tags.tsx'

type Summary = Answer<'credentials', '/flags/summary', 'get'>

interface StandingsProps {
  summary: Summary
  what: string
  /** Narrows the list to one severity. */
  onSeverity?: (severity: Severity) => void
}

/** How many flags there are, how grave and in what state: the number that matters first. */
export function Standings({ summary, what, onSeverity }: StandingsProps) {
  const sum = (of: (row: Summary['standing'][number]) => boolean) =>
    summary.standing.filter(of).reduce((all, row) => all + row.flags, 0)
  const states = (['open', 'in-review', 'returned', 'resolved'] as const)
    .map(state => ({ state, flags: sum(row => row.state === state) }))
    .filter(({ flags }) => flags > 0)
  return (
    <div className="standings">
      <p className="count">
        <strong>{summary.flags}</strong>
        <span className="soft">{what}</span>
      </p>
      <ul className="plain-list row">
        {SEVERITY_ORDER.map(severity => {
          const tag = <SeverityTag severity={severity} count={sum(row => row.severity === severity)} />
          return (
            <li key={severity}>
              {onSeverity ? (
                <button type="button" className="tag-button" onClick={() => onSeverity(severity)}>
                  {tag}
                </button>
              ) : (
                tag
              )}
            </li>
          )
        })}
      </ul>
      <p className="small soft">
        {states.map(({ state, flags }) => `${flags} ${plainWord(state)}`).join(' · ') || 'none'}
      </p>
    </div>
  )
}
