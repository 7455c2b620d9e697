import type { Change } from '@cte-align/contracts'
import type { RelationDoc } from './crosswalk.ts'
import type { DraftRelease } from './draft-release.ts'
import type { Models } from './models.ts'

/**
 * Relations that a release puts in doubt: reviewed or accepted, with an end that the release leaves saying something else than
 * when the relation was read. Any class of change counts, a comma too; the order among siblings is no part of what an item says.
 * Drafts stay drafts: whoever reviews one reads it anew.
 */
export async function suspectRelations(
  { release, changes }: Pick<DraftRelease, 'release' | 'changes'>,
  { Relation }: Pick<Models, 'Relation'>,
): Promise<RelationDoc[]> {
  const changed = new Map<string, Change[]>()
  for (const change of changes)
    if (change.fingerprints.before !== change.fingerprints.after)
      changed.set(change.item.id, [...(changed.get(change.item.id) ?? []), change])
  const ids = [...changed.keys()]
  const found = await Relation.find({
    removedIn: null,
    state: { $in: ['accepted', 'reviewed'] },
    $or: [{ 'from.id': { $in: ids } }, { 'to.id': { $in: ids } }],
  })
    .sort({ _id: 1 })
    .lean<RelationDoc[]>()
  return found.flatMap(doc => {
    const ends = (['from', 'to'] as const).filter(end =>
      changed.get(doc[end]?.id ?? '')?.some(change => change.fingerprints.after !== doc.fingerprints?.[end]),
    )
    if (ends.length === 0) return []
    const causes = ends.flatMap(end => changed.get(doc[end]!.id)!)
    const named = causes.map(change => ({
      change: change.id,
      item: change.item.key,
      class: change.class,
      aspect: change.aspect,
    }))
    const suspicion = { release: release.id, ends, changes: named }
    return [{ ...doc, state: 'suspect' as const, suspicion, version: doc.version + 1 }]
  })
}

/** "mcs@2 changed EEU (label)" */
export function suspicionInWords({ suspicion }: Pick<RelationDoc, 'suspicion'>): string {
  const changes = suspicion!.changes.map(change => `${change.item} (${change.class})`)
  return `${suspicion!.release} changed ${[...new Set(changes)].join(', ')}`
}
