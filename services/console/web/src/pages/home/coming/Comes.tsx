import { Alert } from '../../../parts/Alert.tsx'
import { Loading } from '../../../parts/Shown.tsx'
import { todayInCalifornia } from '../../../parts/times.ts'
import { ComingList } from './ComingList.tsx'
import { sortComing, spanAround } from './line.ts'
import { TimeLine } from './TimeLine.tsx'
import { useComing } from './use-coming.ts'

/** What comes by when: as a line, and as a list with the same entries. */
export function Comes() {
  const today = todayInCalifornia()
  const { entries, loading, missing, again } = useComing(today)
  const span = spanAround(today)
  const sorted = sortComing(entries, today, span)
  return (
    <section aria-labelledby="comes">
      <h2 id="comes">What comes by when</h2>
      {missing.length > 0 && (
        <Alert kind="warning" role="status">
          Not all is here: {missing.join(', ')} could not be read.{' '}
          <button type="button" className="usa-button usa-button--unstyled" onClick={again}>
            Try again
          </button>
        </Alert>
      )}
      {loading ? (
        <Loading what="what comes" lines={14} />
      ) : (
        <>
          <TimeLine entries={[...sorted.open, ...sorted.ahead]} span={span} today={today} />
          <ComingList sorted={sorted} today={today} />
        </>
      )}
    </section>
  )
}
