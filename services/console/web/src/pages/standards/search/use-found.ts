import { standards } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'
import { isKind } from '../words.ts'

// What stands in the address is anybody's word: only what the service knows is asked.
const isStatus = (word?: string): word is 'active' | 'retired' => word === 'active' || word === 'retired'
const isYesOrNo = (word?: string): word is 'true' | 'false' => word === 'true' || word === 'false'

export interface SearchFor {
  q: string
  framework?: string
  /** With a framework only. */
  release?: string
  kind?: string
  status?: string
  verified?: string
}

/** Items by code and words with their facets; without words, all that the choices leave. */
export function useFound({ q, framework, release, kind = '', status, verified }: SearchFor) {
  const words = q.trim()
  const query = {
    limit: 50,
    ...(words && { q: words }),
    ...(framework && { framework }),
    ...(framework && release && { release }),
    ...(isKind(kind) && { kind }),
    ...(isStatus(status) && { status }),
    ...(isYesOrNo(verified) && { verified }),
  }
  return usePages(
    ['standards', 'search', query],
    (cursor, signal) => standards.GET('/items', { params: { query: { ...query, ...(cursor && { cursor }) } }, signal }),
    { keep: true },
  )
}
export type FoundPages = ReturnType<typeof useFound>
