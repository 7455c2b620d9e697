import { useEffect } from 'react'
import type { Pages } from './use-answer.ts'

/**
 * Reads on until `most` rows are here, for what is drawn rather than listed. `partial` says that there are more: tell
 * it, for a picture of a part must not pass for one of the whole.
 */
export function useUpTo<Row, First>(pages: Pages<Row, First>, most = 2000): Pages<Row, First> & { partial: boolean } {
  const { data, more, loadingMore, error, loadMore } = pages
  const enough = (data?.length ?? 0) >= most
  useEffect(() => {
    if (more && !enough && !loadingMore && !error) loadMore()
  }, [more, enough, loadingMore, error, loadMore])
  return { ...pages, partial: more }
}
