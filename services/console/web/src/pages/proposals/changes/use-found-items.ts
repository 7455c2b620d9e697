import type { Item } from '@cte-align/client'
import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useLate } from '../../../parts/use-late.ts'
import { useHere } from '../use-proposal.ts'
import { nearestFirst } from './nearest-first.ts'

export type Found = Item<'standards', '/frameworks/{key}/items', 'get'>

interface Asked {
  q: string
  below: string | undefined
  framework: string | undefined
  status: 'active' | 'retired'
  enabled: boolean
}

/** A few items that fit what is typed; with nothing typed, those at the top or right below an item. */
export function useFoundItems({ q, below, framework, status, enabled }: Asked) {
  const { proposal } = useHere()
  const key = framework ?? proposal.framework
  const release = framework === undefined ? `${proposal.framework}@${proposal.base}` : undefined
  const words = useLate(q.trim(), 150)
  const query = {
    ...(release && { release }),
    ...(words && { q: words }),
    ...(below ? { parent: below } : words || status === 'retired' ? {} : { parent: 'none' }),
    status,
    limit: 30,
  }
  const there = framework !== undefined || proposal.base > 0
  const answer = useAnswer(
    ['standards', 'items', key, query],
    signal => standards.GET('/frameworks/{key}/items', { params: { path: { key }, query }, signal }),
    { enabled: enabled && there, keep: true, staleTime: 60_000 },
  )
  /** The list is of what is typed, not of what was typed before. */
  const fresh = words === q.trim() && !answer.loading && !answer.old
  return {
    ...answer,
    data: there ? nearestFirst(answer.data?.items, q.trim()) : [],
    total: answer.data?.total ?? 0,
    fresh,
  }
}
