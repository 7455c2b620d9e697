import { answerOf, type Item } from '@cte-align/client'
import { useQueries } from '@tanstack/react-query'
import { standards } from '../../../data/api.ts'
import { type Answer, useAnswer } from '../../../data/use-answer.ts'

export type Relation = Item<'standards', '/crosswalks/{key}/relations', 'get'>
type Crosswalk = Item<'standards', '/crosswalks', 'get'>

/** As many as one answer gives; an item with more is looked at in the crosswalk itself. */
const LIMIT = 200

/** The crosswalks that have this framework at an end, and of each the relations of the item. */
export function useRelations(item: string, framework: string) {
  const crosswalks = useAnswer(['standards', 'crosswalks'], signal => standards.GET('/crosswalks', { signal }))
  const mine = crosswalks.data?.items.filter(({ from, to }) => from === framework || to === framework)
  const answers = useQueries({
    queries: (mine ?? []).map(({ key }) => ({
      queryKey: ['standards', 'crosswalks', key, 'relations', 'of', item],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answerOf(
          standards.GET('/crosswalks/{key}/relations', {
            params: { path: { key }, query: { item, limit: LIMIT } },
            signal,
          }),
        ),
    })),
  })
  const relations = (mine ?? []).map((crosswalk: Crosswalk, at) => {
    const query = answers[at]!
    const answer: Answer<Relation[]> = {
      data: query.data?.data.items,
      etag: null,
      error: query.error,
      loading: query.isPending,
      old: query.isPlaceholderData,
      readAt: query.dataUpdatedAt,
      again: () => void query.refetch(),
    }
    return { crosswalk, answer }
  })
  return { crosswalks: { ...crosswalks, data: mine }, relations }
}

/** Items across, as far as a relation leads there: not where it says "none" or was rejected. */
export const counterparts = (relations: readonly Relation[], item: string): Relation['from'][] =>
  relations
    .filter(({ relation, state }) => relation !== 'none' && state !== 'rejected')
    .flatMap(({ from, to }) => (from.id === item ? (to ?? []) : from))
