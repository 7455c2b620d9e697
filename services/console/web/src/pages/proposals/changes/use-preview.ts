import type { Answer as AnswerOf, Query } from '@cte-align/client'
import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useSession } from '../../../data/use-session.ts'
import { proposalKey, useHere } from '../use-proposal.ts'
import type { Operation } from './draft.ts'

export type Preview = AnswerOf<'standards', '/proposals/{id}/preview', 'post'>
type Asked = Omit<Query<'standards', '/proposals/{id}/preview', 'post'>, 'cursor'>

/**
 * What publishing these operations would flag. A newer question aborts the one before it, here and in the services; its
 * answer stays until the new one is there. Without `operations`: of the saved ones, which everybody may ask.
 */
export function usePreview(operations: Operation[] | undefined, query: Asked, enabled = true) {
  const { proposal, params } = useHere()
  const { actor } = useSession()
  const unsaved = actor ? operations : undefined
  return useAnswer<Preview>(
    proposalKey(proposal.id, 'preview', query, proposal.version, unsaved ? JSON.stringify(unsaved) : 'saved'),
    signal =>
      unsaved
        ? standards.POST('/proposals/{id}/preview', {
            params: { ...params, query },
            body: { operations: unsaved },
            signal,
          })
        : standards.GET('/proposals/{id}/preview', { params: { ...params, query }, signal }),
    { keep: true, enabled },
  )
}

/** What these operations change, word by word, under the same rules. */
export function useDiff(operations: Operation[] | undefined, limit: number) {
  const { proposal, params } = useHere()
  const { actor } = useSession()
  const unsaved = actor ? operations : undefined
  return useAnswer(
    proposalKey(proposal.id, 'diff', limit, proposal.version, unsaved ? JSON.stringify(unsaved) : 'saved'),
    signal =>
      unsaved
        ? standards.POST('/proposals/{id}/diff', {
            params: { ...params, query: { limit } },
            body: { operations: unsaved },
            signal,
          })
        : standards.GET('/proposals/{id}/diff', { params: { ...params, query: { limit } }, signal }),
    { keep: true },
  )
}
