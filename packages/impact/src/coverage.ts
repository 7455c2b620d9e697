import type { ItemKind, Relation, RelationState } from '@cte-align/contracts'

/** Of one relation, what coverage needs. `to` is null for an explicit none of `from`. Rejected and removed ones are left out by the caller. */
export type Mapping = { from: string; to: string | null; relation: Relation; state: RelationState }
/** An item of one end: `mapped` one to one and so on, read from the `from` end to the `to` end. */
export type Cardinality = 'one-to-one' | 'one-to-many' | 'many-to-one' | 'many-to-many'
export type Covered = {
  id: string
  kind: ItemKind
  answer: 'mapped' | 'none' | 'unmapped'
  cardinality: Cardinality | null
}
type Candidate = { id: string; kind: ItemKind; active: boolean }

/**
 * Every active item of the kinds that a crosswalk maps at this end, and what the crosswalk says of it. An item that is retired
 * needs no counterpart and counts only where it has one.
 */
export function coverageOf(
  end: 'from' | 'to',
  mappings: readonly Mapping[],
  items: Iterable<Candidate>,
  kinds: ReadonlySet<ItemKind>,
): Covered[] {
  const partners = { from: new Map<string, Set<string>>(), to: new Map<string, Set<string>>() }
  const nones = new Set<string>()
  for (const { from, to, relation } of mappings) {
    if (to === null || relation === 'none') nones.add(from)
    else {
      partner(partners.from, from, to)
      partner(partners.to, to, from)
    }
  }
  const covered: Covered[] = []
  for (const { id, kind, active } of items) {
    const mine = partners[end].get(id)
    if (mine === undefined && !(active && kinds.has(kind))) continue
    const answer = mine !== undefined ? 'mapped' : nones.has(id) ? 'none' : 'unmapped'
    covered.push({ id, kind, answer, cardinality: mine === undefined ? null : cardinality(end, mine, partners) })
  }
  return covered
}

function cardinality(
  end: 'from' | 'to',
  mine: ReadonlySet<string>,
  partners: Record<'from' | 'to', ReadonlyMap<string, ReadonlySet<string>>>,
): Cardinality {
  const theirs = partners[end === 'from' ? 'to' : 'from']
  const several = mine.size > 1
  const shared = [...mine].some(id => theirs.get(id)!.size > 1)
  const [sources, targets] = end === 'from' ? [shared, several] : [several, shared]
  if (sources) return targets ? 'many-to-many' : 'many-to-one'
  return targets ? 'one-to-many' : 'one-to-one'
}

function partner(map: Map<string, Set<string>>, id: string, other: string): void {
  const known = map.get(id)
  if (known === undefined) map.set(id, new Set([other]))
  else known.add(other)
}
