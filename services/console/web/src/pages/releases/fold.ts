// What goes with a container that is retired, told once.
import type { Item } from '@cte-align/client'

export type ReleaseChange = Item<'standards', '/releases/{id}/changes', 'get'>
export interface Folded {
  change: ReleaseChange
  /** Changes right after it that are the same one, of what stood under the same container. */
  along: ReleaseChange[]
}

/** Neighbours that went with the same container as one; everything else by itself. */
export function fold(changes: readonly ReleaseChange[]): Folded[] {
  const folded: Folded[] = []
  for (const change of changes) {
    const { within } = change.change
    const last = folded.at(-1)
    if (within !== null && last?.change.change.within === within) last.along.push(change)
    else folded.push({ change, along: [] })
  }
  return folded
}
