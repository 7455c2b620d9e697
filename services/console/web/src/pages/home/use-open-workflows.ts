import type { Answer } from '@cte-align/client'
import { answerOf } from '@cte-align/client'
import { useQueries } from '@tanstack/react-query'
import { credentials } from '../../data/api.ts'
import { useWorkflowList } from './use-home.ts'

export type Workflow = Answer<'credentials', '/workflows/{id}', 'get'>

/** More are rarely open at once; each is read whole, for its days are reckoned anew every time. */
const MOST = 5

/** Workflows with steps left, with their steps; `left` more are not read. */
export function useOpenWorkflows() {
  const list = useWorkflowList()
  const open = (list.data?.items ?? []).filter(({ steps }) => steps.over < steps.all)
  const read = useQueries({
    queries: open.slice(0, MOST).map(({ id }) => ({
      queryKey: ['credentials', 'workflows', id, 'home'],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Workflow> =>
        (await answerOf(credentials.GET('/workflows/{id}', { params: { path: { id } }, signal }))).data,
    })),
  })
  const workflows = read.flatMap(({ data }) => (data ? [data] : []))
  const failed = read.find(({ error }) => error !== null)?.error ?? null
  const answer = {
    ...list,
    data: list.data && (failed || workflows.length === read.length) ? workflows : undefined,
    error: list.error ?? failed,
  }
  return { answer, left: Math.max(0, open.length - MOST) || (list.data?.next ? 1 : 0) }
}
