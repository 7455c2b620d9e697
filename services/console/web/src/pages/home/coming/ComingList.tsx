import { Link } from 'react-router'
import { Empty } from '../../../parts/Shown.tsx'
import { Tag } from '../../../parts/Tags.tsx'
import { awayText } from '../../../parts/times.ts'
import { type Coming, idOf, LANES, whenText } from './coming.ts'
import { byMonth, type Sorted } from './line.ts'

const MONTH = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** The entries of the line, by month; before them what is past and open, after them what lies beyond it. */
export function ComingList({ sorted: { open, ahead, later }, today }: { sorted: Sorted; today: string }) {
  return (
    <>
      {open.length > 0 && (
        <section className="coming-open" aria-label="Past, and not settled">
          <h3>Past, and not settled</h3>
          <Rows entries={open} today={today} />
        </section>
      )}
      {ahead.length === 0 && <Empty>Nothing is known to come in the next year and a half.</Empty>}
      <div className="coming-months">
        {byMonth(ahead).map(([month, entries]) => (
          <section key={month}>
            <h3>{MONTH.format(new Date(`${month}-01T00:00:00Z`))}</h3>
            <Rows entries={entries} today={today} />
          </section>
        ))}
      </div>
      {later.length > 0 && (
        <details>
          <summary>Later ({later.length})</summary>
          <Rows entries={later} today={today} />
        </details>
      )}
    </>
  )
}

const Rows = ({ entries, today }: { entries: Coming[]; today: string }) => (
  <ul className="plain-list">
    {entries.map(({ key, when, lane, text, to, unsure }) => (
      <li className="coming-row" key={key} id={idOf({ key })} tabIndex={-1}>
        <span className="coming-when">
          {whenText(when)}
          {when.length > 7 && <span className="small soft"> {awayText(today, when)}</span>}
        </span>
        <span>
          {to ? <Link to={to}>{text}</Link> : text} <span className="small soft">{LANES[lane].toLowerCase()}</span>{' '}
          {unsure && <Tag kind="unsure">not settled</Tag>}
        </span>
      </li>
    ))}
  </ul>
)
