import type { FlagRow } from './flag-types.ts'
import { DEEDS, type Deed, possible } from './step.ts'
import type { Queue } from './use-queue.ts'

interface DeedButtonsProps {
  queue: Queue
  flag: Pick<FlagRow, 'state' | 'supersededBy'>
  onDeed: (deed: Deed) => void
}

/** What can be done with a flag as it stands, by who is signed in; else who may. */
export function DeedButtons({ queue, flag, onDeed }: DeedButtonsProps) {
  const deeds = possible(flag)
  if (deeds.length === 0) return null
  if (!queue.reviewer) return <p className="small soft">To decide here is for {queue.who}.</p>
  return (
    <div className="row no-print deed-buttons">
      {deeds.map((deed, place) => (
        <button
          key={deed}
          type="button"
          className={place === 0 ? 'usa-button' : 'usa-button usa-button--outline'}
          title={DEEDS[deed].does}
          onClick={() => onDeed(deed)}
        >
          {DEEDS[deed].verb}
        </button>
      ))}
    </div>
  )
}
