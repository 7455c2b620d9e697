import type { LoggedEvent } from '../../../data/logged-event.ts'

/** How many events of each source somebody who hears them has not taken in yet; null where the newest one is not known. */
export function behind(
  heard: Readonly<Record<string, number>>,
  newest: readonly Pick<LoggedEvent, 'source' | 'sequence'>[],
): { source: string; behind: number | null }[] {
  return Object.entries(heard).map(([source, position]) => {
    const last = newest.find(event => event.source === source)
    return { source, behind: last === undefined ? null : Math.max(0, Number(last.sequence) - position) }
  })
}
