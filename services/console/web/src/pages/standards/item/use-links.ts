import type { Item } from '@cte-align/client'
import { courseCodes, credentials } from '../../../data/api.ts'
import { useAnswer, usePages } from '../../../data/use-answer.ts'

export type Link = Item<'credentials', '/links', 'get'>
export type DependentKind = Link['dependent']['kind']
export interface LinksAsked {
  kind: DependentKind
  item: string
  scope: 'item' | 'below'
}

/** Each kind is asked of the agency that owns it. */
const serviceOf = (kind: DependentKind) => (kind === 'course-code' ? 'course-codes' : 'credentials')
const read = (query: LinksAsked & { limit: number; cursor?: string }, signal: AbortSignal) =>
  query.kind === 'course-code'
    ? courseCodes.GET('/links', { params: { query }, signal })
    : credentials.GET('/links', { params: { query }, signal })

/** How many hang there. */
export const useLinkCount = (asked: LinksAsked) =>
  useAnswer([serviceOf(asked.kind), 'links', 'count', asked], signal => read({ ...asked, limit: 1 }, signal), {
    keep: true,
  })

/** Who hangs there. */
export const useLinks = (asked: LinksAsked) =>
  usePages([serviceOf(asked.kind), 'links', asked], (cursor, signal) =>
    read({ ...asked, limit: 50, ...(cursor && { cursor }) }, signal),
  )
