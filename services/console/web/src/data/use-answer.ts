import { type Answered, answerOf } from '@cte-align/client'
import { keepPreviousData, type QueryKey, useInfiniteQuery, useQuery } from '@tanstack/react-query'

/** The first part names the service, so that an event of its makes the answer stale (see live.ts). */
export type AnswerKey = readonly ['standards' | 'credentials' | 'course-codes' | 'console', ...unknown[]]

/** How openapi-fetch answers. */
export type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>

export interface Answer<T> {
  data: T | undefined
  /** For `If-Match` on what is written next. */
  etag: string | null
  /** An ApiProblem, as `answerOf` makes it. With `data`: what is shown is what was loaded before. */
  error: Error | null
  loading: boolean
  /** With `keep`: `data` answers the question before this one. */
  old: boolean
  /** When `data` was read, in milliseconds since 1970. */
  readAt: number
  again: () => void
}

export interface AnswerOptions {
  enabled?: boolean
  /** Goes on showing the last answer while the next one comes: for filters, so that nothing jumps. */
  keep?: boolean
  staleTime?: number
}

/**
 * One answer of a service, cached under `key`, read again when it has become stale. `signal` cancels the request when
 * nobody wants it any more: hand it to the call.
 */
export function useAnswer<T>(
  key: AnswerKey,
  call: (signal: AbortSignal) => Call<T>,
  { enabled = true, keep = false, staleTime }: AnswerOptions = {},
): Answer<T> {
  const query = useQuery({
    queryKey: key as QueryKey,
    queryFn: ({ signal }) => answerOf(call(signal)),
    enabled,
    ...(keep && { placeholderData: keepPreviousData }),
    ...(staleTime !== undefined && { staleTime }),
  })
  return {
    data: query.data?.data as T | undefined,
    etag: query.data?.etag ?? null,
    error: query.error,
    loading: query.isPending && enabled,
    old: query.isPlaceholderData,
    readAt: query.dataUpdatedAt,
    again: () => void query.refetch(),
  }
}

interface PageOf<Row> {
  items: Row[]
  next: string | null
}

export interface Pages<Row, First> extends Answer<Row[]> {
  /** The first page, for totals and the like. */
  first: First | undefined
  /** There is more than is shown. */
  more: boolean
  loadingMore: boolean
  loadMore: () => void
}

/** A list that comes in pages. `call` gets the cursor of the page to read (undefined for the first). */
export function usePages<First extends PageOf<unknown>>(
  key: AnswerKey,
  call: (cursor: string | undefined, signal: AbortSignal) => Call<First>,
  { enabled = true, keep = false, staleTime }: AnswerOptions = {},
): Pages<First['items'][number], First> {
  const query = useInfiniteQuery({
    queryKey: key as QueryKey,
    queryFn: ({ pageParam, signal }) => answerOf(call(pageParam, signal)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Answered<First>) => (last.data as First).next ?? undefined,
    enabled,
    ...(keep && { placeholderData: keepPreviousData }),
    ...(staleTime !== undefined && { staleTime }),
  })
  const pages = query.data?.pages
  return {
    data: pages?.flatMap(page => (page.data as First).items),
    first: pages?.[0]?.data as First | undefined,
    etag: pages?.[0]?.etag ?? null,
    error: query.error,
    loading: query.isPending && enabled,
    old: query.isPlaceholderData,
    readAt: query.dataUpdatedAt,
    again: () => void query.refetch(),
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  }
}
