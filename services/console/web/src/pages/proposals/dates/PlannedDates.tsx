import { dayText } from '../../../parts/times.ts'
import { CLOCKS, type Dates } from './clocks.ts'

export const PlannedDates = ({ dates }: { dates: Dates }) => (
  <dl className="facts">
    {CLOCKS.map(([clock, name, kind]) => (
      <div key={clock} className="fact">
        <dt>{name}</dt>
        <dd>{kind === 'day' ? dayText(dates[clock]) : (dates[clock] ?? 'unknown')}</dd>
      </div>
    ))}
  </dl>
)
