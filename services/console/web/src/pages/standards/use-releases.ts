import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { inOrder } from './item/stops.ts'

/** As many as one answer gives: a framework that has more shows its newest. */
const LIMIT = 200

/** The releases of a framework, in the order in which they came in force. */
export function useReleases(framework: string) {
  const answer = useAnswer(['standards', 'releases', framework], signal =>
    standards.GET('/releases', { params: { query: { framework, limit: LIMIT } }, signal }),
  )
  return { ...answer, data: answer.data && inOrder(answer.data.items) }
}
