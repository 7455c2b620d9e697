import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useHere } from '../use-proposal.ts'

const ID = /^[0-9a-f-]{36}$/

/** The item of the base that an operation names, by id or natural key; undefined where the base has none. */
export function useItem(value: string, framework?: string) {
  const { proposal } = useHere()
  const key = framework ?? proposal.framework
  const release = framework === undefined ? `${proposal.framework}@${proposal.base}` : undefined
  const none = !value || (framework === undefined && proposal.base === 0)
  const byId = useAnswer(
    ['standards', 'item', value, release],
    signal =>
      standards.GET('/items/{id}', { params: { path: { id: value }, query: { ...(release && { release }) } }, signal }),
    { enabled: !none && ID.test(value), staleTime: 300_000 },
  )
  const byKey = useAnswer(
    ['standards', 'items', key, release, 'named', value],
    signal =>
      standards.GET('/frameworks/{key}/items', {
        params: { path: { key }, query: { q: value, limit: 20, status: 'any', ...(release && { release }) } },
        signal,
      }),
    { enabled: !none && !ID.test(value), staleTime: 300_000 },
  )
  return byId.data ?? byKey.data?.items.find(item => item.key === value)
}
