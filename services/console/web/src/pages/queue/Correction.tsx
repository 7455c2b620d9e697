import { Link } from 'react-router'
import { Alert } from '../../parts/Alert.tsx'
import { paths } from '../../paths.ts'
import { itemInWords } from '../../why/why-in-words.ts'
import type { FlagView } from './flag-types.ts'
import type { Queue } from './use-queue.ts'

/** Where an erratum comes in: this flag stands in the place of another, or another in the place of this. */
export function Correction({ queue, flag }: { queue: Queue; flag: FlagView }) {
  const { correction, supersededBy } = flag
  if (supersededBy)
    return (
      <Alert kind="info">
        An erratum corrected the release.{' '}
        <Link to={paths.flag(queue.agency, supersededBy)}>Its flag stands in the place of this one</Link>; work on that.
      </Alert>
    )
  if (!correction) return null
  const { release, flag: corrected, takenBack, untouched, note } = correction
  return (
    <Alert kind="info">
      <p>
        This release corrects <Link to={paths.release(release)}>{release}</Link>
        {corrected && (
          <>
            {' '}
            (<Link to={paths.flag(queue.agency, corrected)}>the flag there</Link>)
          </>
        )}
        .
      </p>
      {takenBack.length > 0 && <p>Again as before: {takenBack.map(itemInWords).join(', ')}.</p>}
      {untouched.length > 0 && <p>Left as they are: {untouched.map(itemInWords).join(', ')}.</p>}
      {note && <p>{note}</p>}
    </Alert>
  )
}
