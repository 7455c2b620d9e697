import { Link } from 'react-router'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, SEVERITY_ORDER, SeverityTag } from '../../../parts/Tags.tsx'
import { dayText } from '../../../parts/times.ts'
import { type FlagAgency, paths } from '../../../paths.ts'
import { type FlagRow, useFlagCounts, useGravest } from '../use-home.ts'
import { Entries, Heap, Nothing } from './Heap.tsx'

const NAMES = { ctc: 'CTC', calpads: 'CALPADS' } as const

/** Flags that nobody has resolved, the gravest first. */
export function FlagHeap({ agency }: { agency: FlagAgency }) {
  const { all, overdue } = useFlagCounts(agency)
  const gravest = useGravest(agency)
  const late = overdue.data?.flags ?? 0
  return (
    <Heap
      title={`Flags at ${NAMES[agency]}`}
      count={all.data?.flags}
      to={paths.queue(agency)}
      what={all.data?.flags === 1 ? 'flag waits' : 'flags wait'}
    >
      <Shown of={all} what="the counts of flags" lines={1}>
        {({ standing }) => (
          <ul className="plain-list row heap-severities">
            {SEVERITY_ORDER.map(severity => (
              <li key={severity}>
                <Link to={paths.queue(agency, { severity })} className="tag-link">
                  <SeverityTag
                    severity={severity}
                    count={standing.reduce((sum, row) => sum + (row.severity === severity ? row.flags : 0), 0)}
                  />
                </Link>
              </li>
            ))}
            {late > 0 && (
              <li>
                <Link to={paths.queue(agency, { overdue: 'true' })}>{late} overdue</Link>
              </li>
            )}
          </ul>
        )}
      </Shown>
      <Shown of={gravest} what="the gravest flags" lines={8} empty={<Nothing>No flag waits.</Nothing>}>
        {rows => (
          <Entries
            label={`The gravest flags at ${NAMES[agency]}`}
            entries={rows.slice(0, 5).map(row => ({
              key: row.id,
              to: paths.flag(agency, row.id),
              text: <Code>{row.dependent.key}</Code>,
              beside: <FlagWords row={row} />,
            }))}
          />
        )}
      </Shown>
    </Heap>
  )
}

const FlagWords = ({ row: { severity, dependent, due } }: { row: FlagRow }) => (
  <>
    {dependent.title} · {severity} · {due.state === 'none' ? 'nothing due' : `due ${dayText(due.day)}`}
  </>
)
