import { useEffect, useState } from 'react'
import { dayText } from '../../../parts/times.ts'
import { useLate } from '../../../parts/use-late.ts'
import type { Release } from '../words.ts'
import { numberOf, stopAt, stopText } from './stops.ts'

interface AsOfSliderProps {
  /** In the order in which they came in force. */
  releases: Release[]
  /** Releases in which this item changed. */
  changed: ReadonlySet<string>
  answered: string | undefined
  onChoose: (release: string) => void
}

/** Goes through the days on which the framework changed; the arrow keys go from one to the next. */
export function AsOfSlider({ releases, changed, answered, onChoose }: AsOfSliderProps) {
  const at = stopAt(releases, answered)
  const [stop, setStop] = useState(at)
  useEffect(() => setStop(at), [at])
  const settled = useLate(stop, 120)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the slider rests
  useEffect(() => {
    const release = releases[settled]
    if (settled !== at && release) onChoose(String(release.number))
  }, [settled])
  const here = releases[stop]
  if (!here || releases.length === 0) return null
  const last = releases.length - 1
  return (
    <div className="as-of">
      <label htmlFor="as-of">
        As of <b>{dayText(here.inForceFrom)}</b>{' '}
        <span className="soft">
          release {here.number}, {here.title}
        </span>
      </label>
      {last > 0 ? (
        <>
          <input
            id="as-of"
            type="range"
            min={0}
            max={last}
            step={1}
            value={stop}
            list="as-of-stops"
            aria-valuetext={stopText(here)}
            onChange={event => setStop(Number(event.target.value))}
          />
          <datalist id="as-of-stops">
            {releases.map(({ id }, index) => (
              <option key={id} value={index} />
            ))}
          </datalist>
          <div className="as-of-ends small soft" aria-hidden="true">
            <span>{dayText(releases[0]!.inForceFrom)}</span>
            <span>{dayText(releases[last]!.inForceFrom)}</span>
          </div>
        </>
      ) : (
        <p id="as-of" className="small soft">
          The framework has one release, so there is one state to see.
        </p>
      )}
      <p className="small" role="status">
        {changed.has(here.id)
          ? `This item changed with release ${numberOf(here.id)}.`
          : `This item did not change with release ${numberOf(here.id)}.`}
      </p>
    </div>
  )
}
