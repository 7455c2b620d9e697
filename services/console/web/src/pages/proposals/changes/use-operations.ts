import { useRef } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { match, proposalKey, touchesOf, useHere } from '../use-proposal.ts'
import type { Operation } from './draft.ts'

/** The saved operations, and the one way in which they are written: all at once, on the version that was read, to be undone. */
export function useOperations() {
  const { proposal, params } = useHere()
  const { id } = proposal
  const saved = useAnswer(proposalKey(id, 'operations'), signal =>
    standards.GET('/proposals/{id}/operations', { params, signal }),
  )
  const put = (operations: Operation[], etag: string | null) =>
    standards.PUT('/proposals/{id}/operations', { params: { ...params, ...match(etag) }, body: { operations } })
  const doing = useRef({ says: '', before: [] as Operation[] })
  const act = useAct((operations: Operation[]) => put(operations, saved.etag), {
    touches: touchesOf(id),
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
