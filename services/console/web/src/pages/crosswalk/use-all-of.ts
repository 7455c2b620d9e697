import type { Answer } from '../../data/use-answer.ts'
import { useUpTo } from '../../data/use-up-to.ts'
import { useCoveredItems, useRelations } from './use-crosswalk.ts'
import type { CoveredItem, Relation } from './words.ts'

export interface AllOf {
  from: CoveredItem[]
  to: CoveredItem[]
  relations: Relation[]
}

/** Both ends and the relations between them, for what is drawn; `partial` where there are more than can be. */
export function useAllOf(crosswalk: string): Answer<AllOf> & { partial: boolean } {
  const from = useUpTo(useCoveredItems(crosswalk, 'from'))
  const to = useUpTo(useCoveredItems(crosswalk, 'to'))
  const relations = useUpTo(useRelations(crosswalk))
  const parts = [from, to, relations]
  const data =
    from.data && to.data && relations.data ? { from: from.data, to: to.data, relations: relations.data } : undefined
  return {
    data,
    etag: null,
    old: parts.some(({ old }) => old),
    error: parts.find(({ error }) => error)?.error ?? null,
    loading: data === undefined,
    readAt: Math.min(...parts.map(({ readAt }) => readAt)),
    again: () => {
      for (const part of parts) part.again()
    },
    partial: parts.some(({ partial }) => partial),
  }
}
