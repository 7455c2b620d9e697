import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { match, proposalKey, useHere } from '../use-proposal.ts'
import type { Operation } from './draft.ts'

/**
 * The saved operations, and the one way in which they are written: all at once, on the version that was read, to be undone.
 * A writing is done when they have been read again; the numbers, which take longer, follow.
 */
export function useOperations() {
  const { proposal, params } = useHere()
  const { id } = proposal
  const queries = useQueryClient()
  const key = proposalKey(id, 'operations')
  const saved = useAnswer(key, signal => standards.GET('/proposals/{id}/operations', { params, signal }))
  const renewTheRest = () =>
    void queries.invalidateQueries({ queryKey: proposalKey(id), predicate: ({ queryKey }) => queryKey[3] !== key[3] })
  const put = (operations: Operation[], etag: string | null) =>
    standards
      .PUT('/proposals/{id}/operations', { params: { ...params, ...match(etag) }, body: { operations } })
      .finally(renewTheRest)
  const doing = useRef({ says: '', before: [] as Operation[] })
  const act = useAct((operations: Operation[]) => put(operations, saved.etag), {
    touches: [key, ['standards', 'proposals']],
    done: () => doing.current.says,
    undo: answer => {
      const { before } = doing.current
      return () => put(before, answer.etag)
    },
  })
  const save = (operations: Operation[], says: string) => {
    doing.current = { says, before: saved.data?.operations ?? [] }
    return act.run(operations)
  }
  return { saved, save, act }
}
