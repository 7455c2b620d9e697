import type { Item } from '@cte-align/client'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'

export type Framework = Item<'standards', '/frameworks', 'get'>

/** The bodies of standards there are: few, and asked for in many places. */
export const useFrameworks = () =>
  useAnswer(['standards', 'frameworks'], signal => standards.GET('/frameworks', { signal }), { staleTime: 60_000 })

export const frameworkOptions = (items: Framework[] | undefined): (readonly [string, string])[] =>
  (items ?? []).map(({ key, title }) => [key, `${title} (${key})`])

/** Number of the newest release; 0 where there is none yet. */
export const headOf = ({ head }: Pick<Framework, 'head'>): number => Number(head?.split('@').at(-1) ?? 0)
