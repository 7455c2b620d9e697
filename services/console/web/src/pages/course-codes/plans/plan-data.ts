import { useEffect } from 'react'
import { courseCodes } from '../../../data/api.ts'
import { type AnswerKey, useAnswer, usePages } from '../../../data/use-answer.ts'

/** All answers about one plan: what a write makes stale. */
export const planKey = (id: string): AnswerKey => ['course-codes', 'plan', id]

/**
 * What a version of a draft would do: no write makes that stale, the next version is asked about anew. (Not under `planKey`: the write
 * that ends the draft would ask once more, and be refused.)
 */
export const effectKey = ({ id, version }: { id: string; version: number }, what: string): AnswerKey => [
  'course-codes',
  'plan-effect',
  id,
  what,
  version,
]

export const usePlan = (id: string) =>
  useAnswer([...planKey(id), 'itself'], signal =>
    courseCodes.GET('/code-plans/{id}', { params: { path: { id } }, signal }),
  )

/** Every entry: the way that one code takes is read from others. */
export function useEntries(id: string) {
  const entries = usePages([...planKey(id), 'entries'], (cursor, signal) =>
    courseCodes.GET('/code-plans/{id}/entries', {
      params: { path: { id }, query: { limit: 200, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  const { more, loadingMore, loadMore } = entries
  useEffect(() => {
    if (more && !loadingMore) loadMore()
  }, [more, loadingMore, loadMore])
  return entries
}
