import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'

/** Sectors as options of a filter, `AGR` and its title. */
export function useSectors(): (readonly [string, string])[] {
  const { data } = useAnswer(
    ['standards', 'sectors', 'ca-mcs-2013'],
    signal =>
      standards.GET('/frameworks/{key}/items', {
        params: { path: { key: 'ca-mcs-2013' }, query: { parent: 'none', limit: 200 } },
        signal,
      }),
    { staleTime: 300_000 },
  )
  return [['', 'Any sector'], ...(data?.items ?? []).map(({ code, title }) => [code, `${title} (${code})`] as const)]
}
