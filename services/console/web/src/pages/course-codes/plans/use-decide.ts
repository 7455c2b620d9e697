import { useQueryClient } from '@tanstack/react-query'
import { courseCodes } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import type { Entry } from './entry-form.ts'
import type { Plan } from './PlanPage.tsx'
import { planKey } from './plan-data.ts'

interface Deciding {
  ids: readonly string[]
  decision: 'accept' | 'decline'
}

/** Accepts entries as they are, or declines them: shown at once, and taken back when the service refuses. */
export function useDecide(plan: Pick<Plan, 'id'>, etag: string | null, { ids, decision }: Deciding) {
  const queries = useQueryClient()
  const { id } = plan
  const key = [...planKey(id), 'entries']
  const state = decision === 'accept' ? 'accepted' : 'declined'
  return useAct(
    (reason: string) =>
      courseCodes.POST('/code-plans/{id}/decisions', {
        params: { path: { id }, header: { 'if-match': etag ?? '' } },
        body: { entries: [...ids], decision, reason },
      }),
    {
      touches: [planKey(id), ['course-codes', 'plans']],
      done: `${ids.length} ${ids.length === 1 ? 'entry' : 'entries'} ${state}.`,
      optimistic: () => {
        const before = queries.getQueryData(key)
        const wanted = new Set(ids)
        queries.setQueryData<Kept>(
          key,
          old =>
            old && {
              ...old,
              pages: old.pages.map(page => ({
                ...page,
                data: {
                  ...page.data,
                  items: page.data.items.map(each => (wanted.has(each.id) ? { ...each, state } : each)),
                },
              })),
            },
        )
        return () => queries.setQueryData(key, before)
      },
    },
  )
}

/** The entries as they are kept, page by page. */
interface Kept {
  pages: { data: { items: Entry[]; next: string | null } }[]
}
