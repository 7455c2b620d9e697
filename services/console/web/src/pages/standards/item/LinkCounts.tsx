import { Loading } from '../../../parts/Shown.tsx'
import { many } from '../words.ts'
import { useLinkCount } from './use-links.ts'

/** How much hangs on an item and on what stands below it. */
export function LinkCounts({ id }: { id: string }) {
  const authorizations = useBoth('authorization', id)
  const courseCodes = useBoth('course-code', id)
  if (authorizations === undefined || courseCodes === undefined) return <Loading what="what hangs on it" lines={1} />
  return (
    <p>
      {many(authorizations, 'authorization')} and {many(courseCodes, 'course code')} hang on it or below it.
    </p>
  )
}

function useBoth(kind: 'authorization' | 'course-code', item: string): number | undefined {
  const own = useLinkCount({ kind, item, scope: 'item' }).data?.total
  const below = useLinkCount({ kind, item, scope: 'below' }).data?.total
  return own === undefined || below === undefined ? undefined : own + below
}
