import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { CodeList } from '../CodeLink.tsx'
import { HoldsTag } from './Lanes.tsx'
import { LANE_LEVELS, type Lane, type LaneLevel } from './lanes.ts'

const levelColumn = (level: LaneLevel): Column<Lane> => ({
  key: level,
  head: level[0]!.toUpperCase() + level.slice(1),
  cell: ({ stops }) => {
    const stop = stops.find(each => each.level === level)!
    return (
      <>
        <CodeList codes={[...stop.codes, ...stop.shared]} none={stop.says ?? 'none'} />
        {stop.says !== null && stop.codes.length > 0 && <span className="small soft"> {stop.says}</span>}
      </>
    )
  },
})
const COLUMNS: Column<Lane>[] = [
  {
    key: 'pathway',
    head: 'Pathway',
    rowHead: true,
    sortBy: lane => lane.sequence.pathway,
    cell: ({ sequence: { pathway, item } }) => (
      <>
        {pathway} <Code>{item}</Code>
      </>
    ),
  },
  { key: 'state', head: 'Holds', sortBy: lane => lane.state, cell: ({ state }) => <HoldsTag state={state} /> },
  ...LANE_LEVELS.map(levelColumn),
  {
    key: 'why',
    head: 'Why',
    cell: ({ breaks, doubts, sequence: { notes } }) => (
      <ul className="plain-list small">
        {[...breaks, ...doubts, ...notes].map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    ),
  },
]

/** The same rows as the lanes, for reading across. */
export const SequenceTable = ({ lanes, schoolYear }: { lanes: readonly Lane[]; schoolYear: string }) => (
  <DataTable caption={`Sequences of ${schoolYear}`} columns={COLUMNS} rows={lanes} rowKey={({ key }) => key} />
)
