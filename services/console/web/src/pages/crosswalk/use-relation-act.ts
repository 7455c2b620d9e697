import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { standards } from '../../data/api.ts'
import { type ActState, useAct } from '../../data/use-act.ts'
import { crosswalkKey } from './use-crosswalk.ts'
import type { Relation } from './words.ts'

const DONE = {
  review: 'reviewed',
  accept: 'accepted',
  'review-and-accept': 'accepted',
  reject: 'rejected',
  remove: 'taken out',
} as const
export type JudgingAct = keyof typeof DONE
const STATE_AFTER = {
  review: 'reviewed',
  accept: 'accepted',
  'review-and-accept': 'accepted',
  reject: 'rejected',
} as const

/**
 * Reviews, decides on or takes out a relation as it was seen: if somebody changes it meanwhile, the service refuses and says so, and
 * the next try is for what is shown then. The page shows the outcome at once and takes it back when it is refused.
 */
export function useRelationAct(relation: Relation, etag: string | null, name: JudgingAct): ActState<string, Relation> {
  const queries = useQueryClient()
  const seen = useRef(etag)
  const act = useAct((reason: string) => callOf(name, relation, reason, seen.current), {
    touches: [crosswalkKey(relation.crosswalk)],
    done: `${relation.from.key} – ${relation.to?.key ?? 'no counterpart'}: ${DONE[name]}.`,
    optimistic: () => {
      const key = [...crosswalkKey(relation.crosswalk), 'relation', relation.id]
      const before = queries.getQueryData<{ data: Relation }>(key)
      if (before && name !== 'remove')
        queries.setQueryData(key, { ...before, data: { ...before.data, state: STATE_AFTER[name] } })
      return () => queries.setQueryData(key, before)
    },
  })
  useEffect(() => {
    if (act.conflict) seen.current = etag
  }, [act.conflict, etag])
  return act
}

async function callOf(name: JudgingAct, relation: Relation, reason: string, etag: string | null) {
  const path = { key: relation.crosswalk, id: relation.id }
  const params = (version: string | null) => ({ path, header: { 'if-match': version ?? '' } })
  const decide = (decision: 'accept' | 'reject', version: string | null) =>
    standards.POST('/crosswalks/{key}/relations/{id}/decision', { params: params(version), body: { decision, reason } })
  const review = () =>
    standards.POST('/crosswalks/{key}/relations/{id}/review', { params: params(etag), body: { reason } })
  switch (name) {
    case 'review':
      return review()
    case 'accept':
    case 'reject':
      return decide(name, etag)
    case 'review-and-accept': {
      // Somebody else may have reviewed it meanwhile, or we ourselves before the second step failed.
      if (relation.state === 'reviewed') return decide('accept', etag)
      const reviewed = await review()
      return reviewed.response.ok ? decide('accept', reviewed.response.headers.get('etag')) : reviewed
    }
    case 'remove':
      return standards.POST('/crosswalks/{key}/relations/{id}/removal', { params: params(etag), body: { reason } })
  }
}
