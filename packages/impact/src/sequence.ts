import type { Change, Finding, Link } from '@cte-align/contracts'

export function brokenSequences(_change: Change, _links: readonly Link[]): Finding[] {
  return []
}
