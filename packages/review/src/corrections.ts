import { type Change, type ReleaseRef, releaseRef } from '@cte-align/contracts'
import type { ReleaseHeaderDoc } from './models/release-header.ts'

type Told = Pick<ReleaseHeaderDoc, 'release' | 'corrects'>

/**
 * The release that an erratum corrects: an earlier one of its own framework. Null for an ordinary release, and for one
 * that names anything else, which is assessed as an ordinary one.
 */
export function correctedBy({ release, corrects }: Told): ReleaseRef | null {
  if (corrects == null) return null
  const [framework, number] = corrects.split('@')
  const named = releaseRef(framework!, Number(number))
  return named.framework === release.framework && named.number < release.number ? named : null
}

/** In words, where a release names as corrected what it cannot correct; null where nothing is wrong. */
export function noCorrection(told: Told): string | null {
  const { release, corrects } = told
  if (corrects == null || correctedBy(told) !== null) return null
  return `${release.id} names ${corrects} as corrected, which is no earlier release of ${release.framework}: it was assessed as an ordinary release`
}

type Prints = Pick<Change, 'fingerprints'> & { item: Pick<Change['item'], 'id'> }

/**
 * Items that an erratum leaves as they were before the corrected release: their whole content, whatever came between. An
 * item that the corrected release added is taken back where it retires.
 */
export function takenBack(
  corrected: readonly Prints[],
  erratum: readonly (Prints & Pick<Change, 'after'>)[],
): string[] {
  const before = new Map(corrected.map(({ item, fingerprints }) => [item.id, fingerprints.before]))
  const back = new Map<string, boolean>()
  for (const { item, fingerprints, after } of erratum) {
    const was = before.get(item.id)
    if (was === undefined) continue
    const same = was === null ? after?.status === 'retired' : fingerprints.after === was
    back.set(item.id, same && back.get(item.id) !== false)
  }
  return [...back].flatMap(([item, same]) => (same ? [item] : []))
}
