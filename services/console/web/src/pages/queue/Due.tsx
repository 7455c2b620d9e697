import { Tag } from '../../parts/Tags.tsx'
import { awayText, dayText, todayInCalifornia } from '../../parts/times.ts'
import type { FlagRow } from './flag-types.ts'

/** When a flag is due: the day, how far away it is, or that nobody can say. */
export function Due({ due, state }: Pick<FlagRow, 'due' | 'state'>) {
  if (due.state === 'none') return <span className="soft">nothing due</span>
  if (due.day === null) return <span title={due.basis}>unknown</span>
  return (
    <span title={due.basis}>
      <span className="no-break">{dayText(due.day)}</span>{' '}
      {due.overdue ? (
        <Tag kind="breaking">overdue</Tag>
      ) : (
        state !== 'resolved' && <span className="small soft no-break">{awayText(todayInCalifornia(), due.day)}</span>
      )}
    </span>
  )
}
