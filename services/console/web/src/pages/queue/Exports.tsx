import type { FlagQuery } from './flag-types.ts'
import { exportAddress, type Queue } from './use-queue.ts'

const FILES = [
  { rows: 'decisions', format: 'xlsx', text: 'Decisions to fill in (xlsx)' },
  { rows: 'decisions', format: 'csv', text: 'Decisions to fill in (csv)' },
  { rows: 'causes', format: 'xlsx', text: 'A row for each cause (xlsx)' },
  { rows: 'causes', format: 'csv', text: 'A row for each cause (csv)' },
] as const

/** What the filter finds, as a file. */
export const Exports = ({ queue, filter }: { queue: Queue; filter: FlagQuery }) => (
  <details className="menu">
    <summary className="usa-button usa-button--outline">Export</summary>
    <ul className="plain-list menu-list">
      {FILES.map(({ rows, format, text }) => (
        <li key={text}>
          <a href={exportAddress(queue, filter, { rows, format })} download>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </details>
)
