// The days on which a framework changed, as stops of a slider.
import { dayText } from '../../../parts/times.ts'
import type { Release } from '../words.ts'

type Stop = Pick<Release, 'number' | 'inForceFrom' | 'title'>

/** In the order in which they came in force: by day, then by number. */
export const inOrder = <R extends Pick<Release, 'number' | 'inForceFrom'>>(releases: readonly R[]): R[] =>
  releases.toSorted((a, b) => a.inForceFrom.localeCompare(b.inForceFrom) || a.number - b.number)

/** "Jul 1, 2027: release 3, Health rewritten". */
export const stopText = ({ number, inForceFrom, title }: Stop): string =>
  `${dayText(inForceFrom)}: release ${number}, ${title}`

/** `ca-mcs-2013@3` as 3. */
export const numberOf = (release: string): number => Number(release.slice(release.lastIndexOf('@') + 1))

/** Where the answered release stands among the stops; the last where it is not among them. */
export function stopAt(stops: readonly Stop[], release: string | null | undefined): number {
  const at = release ? stops.findIndex(({ number }) => number === numberOf(release)) : -1
  return at < 0 ? stops.length - 1 : at
}

interface Version {
  from: string
  to: string | null
}

/** The version that a release has: each stands from one release until another. */
export const versionAt = <V extends Version>(versions: readonly V[], release: number): V | undefined =>
  versions.find(({ from, to }) => numberOf(from) <= release && (to === null || numberOf(to) > release))

/** The version before the one that a release has. */
export function versionBefore<V extends Version>(versions: readonly V[], release: number): V | undefined {
  const now = versionAt(versions, release)
  return now && versions.find(({ to }) => to === now.from)
}
