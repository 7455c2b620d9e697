import type { Change, DecoderQuestion, ItemRef, OwnerMove, PairDoubt, ReachedChange, Step } from '@cte-align/contracts'
import { compareText } from './natural-order.ts'
import { ancestorsOf, refOf, type Tree } from './tree.ts'

type Trees = { base: Tree; proposed: Tree }
/** The top-level item above an item of any framework, itself where it stands at the top. */
export type TopOf = (ref: ItemRef) => ItemRef
type Fate = { manner: OwnerMove['manner']; to: ItemRef | PairDoubt; assigned: { key: string; to: ItemRef }[] }

/**
 * Which items another top-level item will own after these changes, or nobody knows which: what the decoder comparison
 * rests on. A change of words, titles or codes moves nothing. An item is named only where it fares otherwise than
 * what is above it, so that a retired sector is one item and not all its standards.
 */
export function ownerMoves(reached: readonly ReachedChange[], trees: Trees, foreignTop: TopOf): DecoderQuestion {
  const { base } = trees
  const fateOf = fates(trees, foreignTop, reached)
  const found = new Map<string, { from: ItemRef; fate: Fate }>()
  const across: { item: ItemRef; doubt: PairDoubt }[] = []
  for (const { change, reach } of reached) {
    const { id } = change.item
    if (!isStructural(change) || !base.items.has(id)) continue
    const from = topIn(base, id)
    const fate = fateOf(id)
    // What goes along with the container above it fares as that does.
    const goesAlong = change.within !== null && ancestorsOf(base, id).includes(change.within)
    if (!goesAlong) found.set(id, { from, fate })
    if (isItemRef(fate.to) && fate.to.id === from.id) continue
    for (const { path } of reach) if (path.length === 2 && path[1]!.edge === 'across') across.push(acrossTo(path[1]!))
  }
  return grouped([...withoutRepetition(found, base), ...counterparts(across, found, foreignTop)])
}

function acrossTo(step: Extract<Step, { edge: 'across' }>): { item: ItemRef; doubt: PairDoubt } {
  return { item: step.item, doubt: step.state === 'accepted' ? 'over-relation' : 'over-unverified-relation' }
}

/** The item comes under another parent, or retires. A person's override of the class does not change where things stand. */
const isStructural = ({ aspect, lineage, after }: Change): boolean =>
  (aspect === 'place' && lineage !== null) || (aspect === 'existence' && after?.status === 'retired')

/** Where an item stands after all operations: under which top-level item, or why nobody can say. */
function fates({ proposed }: Trees, foreignTop: TopOf, reached: readonly ReachedChange[]): (id: string) => Fate {
  const assignments = new Map(reached.map(({ change }) => [change.item.id, change.assignments]))
  const known = new Map<string, Fate>()
  function fate(id: string, seen: readonly string[] = []): Fate {
    const had = known.get(id)
    if (had !== undefined) return had
    const item = proposed.items.get(id)
    const gone = (to: Fate['to'], assigned: Fate['assigned'] = []): Fate => ({ manner: 'gone', to, assigned })
    if (item === undefined || seen.includes(id)) return gone('successor-unknown')
    if (item.status === 'active') return { manner: 'moved', to: topIn(proposed, id), assigned: [] }
    const { successors = 'unknown', within = null, manner = 'retired' } = item.retirement ?? {}
    const next = [...seen, id]
    const follow = (ref: ItemRef) => (ref.framework === proposed.framework ? fate(ref.id, next).to : foreignTop(ref))
    if (within !== null) return gone(fate(within, next).to, fate(within, next).assigned)
    if (!Array.isArray(successors)) return gone(`successor-${successors}`)
    const heirs = successors.map(follow)
    const one = new Set(heirs.map(to => (isItemRef(to) ? to.id : to))).size === 1
    if (one) return gone(heirs[0]!)
    if (manner !== 'split') return gone('several-successors')
    const at = new Map(successors.map((ref, n) => [ref.id, heirs[n]!]))
    const assigned = (assignments.get(id) ?? []).flatMap(({ dependent, successor }) => {
      const to = at.get(successor)
      return dependent.kind === 'course-code' && to !== undefined && isItemRef(to) ? [{ key: dependent.key, to }] : []
    })
    return gone('undecided', assigned)
  }
  return id => {
    const made = fate(id)
    known.set(id, made)
    return made
  }
}

/** Leaves out what fares like the nearest item above it that is named; at the top of all, what stays where it was. */
function withoutRepetition(found: Map<string, { from: ItemRef; fate: Fate }>, base: Tree) {
  return [...found].flatMap(([id, { from, fate }]) => {
    const above = ancestorsOf(base, id).find(ancestor => found.has(ancestor))
    const expected = above === undefined ? staysAt(from) : nameOf(found.get(above)!.fate)
    return nameOf(fate) === expected ? [] : [{ id, from, fate }]
  })
}

const staysAt = (top: ItemRef): string => nameOf({ manner: 'moved', to: top, assigned: [] })

/** What the change itself moves is known better than over a relation. */
function counterparts(across: { item: ItemRef; doubt: PairDoubt }[], found: Map<string, unknown>, topOf: TopOf) {
  const worst = new Map<string, { item: ItemRef; doubt: PairDoubt }>()
  for (const each of across)
    if (!found.has(each.item.id) && worst.get(each.item.id)?.doubt !== 'over-unverified-relation')
      worst.set(each.item.id, each)
  return [...worst.values()].map(({ item, doubt }) => {
    const fate: Fate = { manner: 'across', to: doubt, assigned: [] }
    return { id: item.id, from: topOf(item), fate }
  })
}

function grouped(rows: { id: string; from: ItemRef; fate: Fate }[]): DecoderQuestion {
  const owners: ItemRef[] = []
  const places = new Map<string, number>()
  const place = (ref: ItemRef): number => {
    const known = places.get(ref.id)
    if (known !== undefined) return known
    places.set(ref.id, owners.length)
    return owners.push(ref) - 1
  }
  const moves = new Map<string, OwnerMove>()
  for (const { id, from, fate } of rows.sort((a, b) => compareText(a.id, b.id))) {
    const { manner, to } = fate
    const name = `${from.id} ${nameOf(fate)}${fate.assigned.length > 0 ? ` ${id}` : ''}`
    const group = moves.get(name) ?? {
      items: [],
      manner,
      from: place(from),
      to: isItemRef(to) ? place(to) : null,
      doubt: isItemRef(to) ? null : to,
      assigned: fate.assigned.map(each => ({
        dependent: { kind: 'course-code' as const, key: each.key },
        to: place(each.to),
      })),
    }
    group.items.push(id)
    moves.set(name, group)
  }
  return { owners, moves: [...moves.values()] }
}

const nameOf = ({ manner, to, assigned }: Fate): string =>
  [manner, isItemRef(to) ? to.id : to, ...assigned.map(each => `${each.key}:${each.to.id}`)].join(' ')

const isItemRef = (to: ItemRef | PairDoubt): to is ItemRef => typeof to !== 'string'

const topIn = (tree: Tree, id: string): ItemRef => refOf(tree, ancestorsOf(tree, id).at(-1) ?? id)
