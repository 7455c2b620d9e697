import { Code, Tag } from '../../../parts/Tags.tsx'
import { CodeLink } from '../CodeLink.tsx'
import { LANE_LEVELS, type Lane, type LaneState, type LaneStop } from './lanes.ts'

const STATES = {
  holds: { kind: 'good', shape: '✓', says: 'holds' },
  breaks: { kind: 'breaking', shape: '✕', says: 'breaks' },
  unknown: { kind: 'unsure', shape: '?', says: 'unknown' },
  empty: { kind: 'notice', shape: '○', says: 'no code' },
} as const

/** Whether a sequence holds: shape, word and colour say the same. */
export const HoldsTag = ({ state }: { state: LaneState }) => (
  <Tag kind={STATES[state].kind}>
    <span aria-hidden="true">{STATES[state].shape}</span> {STATES[state].says}
  </Tag>
)

interface LanesProps {
  lanes: readonly Lane[]
  titles: ReadonlyMap<string, string>
  schoolYear: string
  /** Codes to mark as new or as the one that the page is about. */
  marked?: ReadonlySet<string>
}

/** Sequences as lanes from introductory to capstone. Every code is a link; breaks are a shape, a word and a sentence. */
export const Lanes = ({ lanes, titles, schoolYear, marked }: LanesProps) => (
  <ol className="lanes">
    {lanes.map(lane => (
      <li key={lane.key} className="lane" data-state={lane.state}>
        <div className="lane-head">
          <h3>
            {lane.sequence.pathway} <Code>{lane.sequence.item}</Code>
          </h3>
          <span className="small soft">
            CALPADS pathway {lane.sequence.code === null ? 'number unknown' : <Code>{lane.sequence.code}</Code>}
          </span>
          <HoldsTag state={lane.state} />
        </div>
        {lane.state === 'empty' ? (
          <p className="small">No code is on it in {schoolYear}: nobody begins or ends it in that year.</p>
        ) : (
          <ol className="lane-stops">
            {lane.stops.map(stop => (
              <Stop key={stop.level} stop={stop} titles={titles} schoolYear={schoolYear} marked={marked} />
            ))}
          </ol>
        )}
        {lane.breaks.map(text => (
          <p className="lane-break" key={text}>
            <span aria-hidden="true">✕</span> {text}
          </p>
        ))}
      </li>
    ))}
  </ol>
)

interface StopProps {
  stop: LaneStop
  titles: ReadonlyMap<string, string>
  schoolYear: string
  marked: ReadonlySet<string> | undefined
}

const Stop = ({ stop, titles, schoolYear, marked }: StopProps) => (
  <li className="lane-stop" data-state={stop.state} data-last={stop.level === LANE_LEVELS.at(-1)}>
    <span className="lane-level">{stop.level}</span>
    {[...stop.codes, ...stop.shared].map(code => (
      <span className="lane-code" key={code} data-marked={marked?.has(code)}>
        <CodeLink code={code} schoolYear={schoolYear} /> <span className="small">{titles.get(code)}</span>
        {stop.shared.includes(code) && <span className="small soft"> (whole sector)</span>}
        {marked?.has(code) && <span className="hidden-visually"> (this one)</span>}
      </span>
    ))}
    {stop.says !== null && (
      <span className="lane-says">
        <span aria-hidden="true">{stop.state === 'absent' ? '✕ ' : stop.state === 'unsure' ? '? ' : ''}</span>
        {stop.says}
      </span>
    )}
  </li>
)
