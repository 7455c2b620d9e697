import { useEffect, useMemo } from 'react'
import { courseCodes } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'

/** Titles of the codes of a year, as they come; lanes show codes alone until then. */
export function useTitles(schoolYear: string): ReadonlyMap<string, string> {
  const { data, more, loadingMore, loadMore } = usePages(
    ['course-codes', 'titles', schoolYear],
    (cursor, signal) =>
      courseCodes.GET('/code-sets/{schoolYear}', {
        params: { path: { schoolYear }, query: { limit: 200, ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true, staleTime: 300_000 },
  )
  useEffect(() => {
    if (more && !loadingMore) loadMore()
  }, [more, loadingMore, loadMore])
  return useMemo(() => new Map(data?.map(({ code, title }) => [code, title])), [data])
}
