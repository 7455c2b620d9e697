import type { Change, ItemKind, ItemRef, RelationState } from '@cte-align/contracts'
import {
  type Covered,
  compareKeys,
  coverageOf,
  inverse,
  type Mapping,
  refOf,
  sureness,
  type Tree,
} from '@cte-align/impact'
import { type CrosswalkDoc, type RelationDoc, STANDING } from './crosswalk.ts'
import type { Frameworks } from './frameworks.ts'
import type { Models } from './models.ts'
import { movedEnds } from './relation-ends.ts'
import type { Trees } from './trees.ts'

type End = 'from' | 'to'
export interface CoveredItem extends Covered {
  ref: ItemRef
  counterparts: number
  /** Of its relations the surest; null where it has none. */
  surest: RelationState | null
}
export interface EndCoverage {
  framework: string
  release: string
  kinds: ItemKind[]
  items: CoveredItem[]
}
/** A relation of which an end is no longer what it was in the release it is pinned to. */
export interface Stale {
  relation: RelationDoc
  end: End
  ref: ItemRef
  pinned: string
  head: string
}
export interface Coverage {
  ends: Record<End, EndCoverage>
  relations: RelationDoc[]
  stale: Stale[]
}

/** What a crosswalk says of every item of the kinds it maps, and which of its relations have been overtaken by a release. */
export function createCoverage(
  { Relation, ReleaseChange }: Pick<Models, 'Relation' | 'ReleaseChange'>,
  { trees, frameworks }: { trees: Trees; frameworks: Frameworks },
) {
  return {
    async of(crosswalk: CrosswalkDoc): Promise<Coverage> {
      const relations = await Relation.find({ crosswalk: crosswalk._id, ...STANDING })
        .sort({ _id: 1 })
        .lean<RelationDoc[]>()
      const read = async (framework: string) => {
        const number = await frameworks.releaseFor(framework, {})
        return { tree: await trees.at(framework, number), number }
      }
      const at = { from: await read(crosswalk.from), to: await read(crosswalk.to) }
      const mappings = relations.map(doc => mappingOf(doc, crosswalk))
      const end = (name: End) => endCoverage(name, mappings, relations, at[name])
      return { ends: { from: end('from'), to: end('to') }, relations, stale: staleOf(relations, at) }
    },

    /** What changed at an end since it was read: class and release of each change. */
    async changesSince(stale: Stale[]): Promise<Map<Stale, Change[]>> {
      const found = await ReleaseChange.find(
        { $or: stale.map(({ ref }) => ({ framework: ref.framework, 'change.item.id': ref.id })) },
        { change: 1, releaseNumber: 1 },
      )
        .sort({ releaseNumber: 1, number: 1 })
        .lean()
      const since = ({ ref, pinned, head }: Stale) =>
        found.filter(
          ({ change, releaseNumber }) =>
            change.item.id === ref.id &&
            releaseNumber > numberOf(pinned) &&
            releaseNumber <= numberOf(head) &&
            change.fingerprints.before !== change.fingerprints.after,
        )
      return new Map(stale.map(each => [each, since(each).map(({ change }) => change)]))
    },
  }
}
export type CoverageReport = ReturnType<typeof createCoverage>

/** Read from the crosswalk's `from` end, whichever end the relation was written from. */
function mappingOf(doc: RelationDoc, { from }: CrosswalkDoc): Mapping {
  const { state, relation } = doc
  if (doc.to === null || doc.from.framework === from)
    return { from: doc.from.id, to: doc.to?.id ?? null, relation, state }
  return { from: doc.to.id, to: doc.from.id, relation: inverse(relation), state }
}

function endCoverage(
  end: End,
  mappings: Mapping[],
  relations: RelationDoc[],
  { tree, number }: { tree: Tree; number: number },
): EndCoverage {
  const counterparts = new Map<string, Set<string>>()
  const surest = new Map<string, RelationState>()
  for (const mapping of mappings) {
    const [mine, other] = end === 'from' ? [mapping.from, mapping.to] : [mapping.to ?? mapping.from, mapping.from]
    const known = surest.get(mine)
    if (known === undefined || sureness(mapping.state) > sureness(known)) surest.set(mine, mapping.state)
    if (mapping.to === null || other === null) continue
    counterparts.set(mine, (counterparts.get(mine) ?? new Set()).add(other))
  }
  const kinds = kindsAt(tree, relations)
  const candidates = [...tree.items.values()].map(({ id, kind, status }) => ({ id, kind, active: status === 'active' }))
  const items = coverageOf(end, mappings, candidates, kinds)
    .map(covered => ({
      ...covered,
      ref: refOf(tree, covered.id),
      counterparts: counterparts.get(covered.id)?.size ?? 0,
      surest: surest.get(covered.id) ?? null,
    }))
    .sort((a, b) => compareKeys(a.ref.key, b.ref.key) || (a.id < b.id ? -1 : 1))
  return { framework: tree.framework, release: `${tree.framework}@${number}`, kinds: [...kinds].sort(), items }
}

/** The kinds that the crosswalk speaks of; while it speaks of none, those at the top of the framework. */
function kindsAt(tree: Tree, relations: RelationDoc[]): Set<ItemKind> {
  const spoken = relations.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
  const kinds = new Set(spoken.filter(({ framework }) => framework === tree.framework).map(({ kind }) => kind))
  if (kinds.size > 0) return kinds
  return new Set([...tree.items.values()].filter(({ parent }) => parent === null).map(({ kind }) => kind))
}

function staleOf(relations: RelationDoc[], at: Record<End, { tree: Tree; number: number }>): Stale[] {
  const heads = new Map([at.from, at.to].map(({ tree, number }) => [tree.framework, { tree, number }]))
  return relations.flatMap(relation =>
    movedEnds(relation, framework => heads.get(framework)?.tree).flatMap((end): Stale[] => {
      const ref = relation[end]!
      const { tree, number } = heads.get(ref.framework)!
      const head = `${ref.framework}@${number}`
      return [{ relation, end, ref: refOf(tree, ref.id), pinned: relation.pinned[end]!, head }]
    }),
  )
}

const numberOf = (release: string): number => Number(release.split('@')[1])
