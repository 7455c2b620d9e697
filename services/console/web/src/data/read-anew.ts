import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Reads again what is shown, under this key or all of it. A read that is under way goes on and is followed by another: to begin it
 * anew with each event would never end a long one.
 */
export function readAnew(queries: QueryClient, queryKey: QueryKey = []): void {
  const underWay = queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })
  void queries.invalidateQueries({ queryKey }, { cancelRefetch: false })
  for (const { promise, queryKey } of underWay)
    void promise
      ?.catch(() => {})
      .then(() => queries.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false }))
}
