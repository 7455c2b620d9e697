import { Aspect, type Change, fingerprint, type Item, type ReleaseRef } from '@cte-align/contracts'
import { classify, type Field, fieldsOf, type Ruled } from './classify-fields.ts'
import { compareKeys, compareText } from './natural-order.ts'
import { type Notes, noteKey } from './notes.ts'
import { lineageOf, refOf, type Tree, treeOf } from './tree.ts'

/**
 * What differs between two trees of a framework: one change for each item and aspect, in the natural order of keys, each
 * with the class and the rule that chose it. The same trees give the same changes; `applyChanges` leads back.
 */
export function diff(base: Tree, proposed: Tree, release: ReleaseRef, notes: Notes = new Map()): Change[] {
  const changes: Change[] = []
  const found = (change: Change): unknown => changes.push(withNote(change, notes))
  for (const after of proposed.items.values()) {
    const before = base.items.get(after.id)
    if (before === after) continue
    if (before === undefined) found(addition(proposed, after, release))
    else for (const aspect of Aspect.options) ofAspect({ base, proposed, release }, { aspect, before, after }, found)
  }
  for (const before of base.items.values()) if (!proposed.items.has(before.id)) found(removal(base, before, release))
  for (const [heir, gone] of successions(changes)) {
    const item = proposed.items.get(heir)
    if (item?.status === 'active' && base.items.get(heir)?.status === 'active')
      found(takeover(proposed, item, gone, release))
  }
  return changes.sort(byKey)
}

/** The base with the changes made. Applied to their own base, the changes of `diff` give exactly the proposed tree. */
export function applyChanges(base: Tree, changes: Iterable<Change>): Tree {
  const items = new Map(base.items)
  for (const { item, added, after } of changes) {
    if (added !== null) items.set(item.id, added)
    else if (after === null) items.delete(item.id)
    else items.set(item.id, { ...items.get(item.id)!, ...(after as Partial<Item>) })
  }
  return treeOf(base.framework, items.values())
}

type Trees = { base: Tree; proposed: Tree; release: ReleaseRef }

function ofAspect(
  { base, proposed, release }: Trees,
  { aspect, before, after }: { aspect: Aspect; before: Item; after: Item },
  found: (change: Change) => unknown,
): void {
  const fields = fieldsOf(aspect, after).filter(field => differs(before[field], after[field]))
  if (fields.length === 0) return
  const ruled = classify(aspect, before, after, fields)
  const retires = aspect === 'existence' && after.status === 'retired'
  found({
    ...blank(after, aspect, release, ruled),
    item: retires ? refOf(base, after.id) : refOf(proposed, after.id),
    before: pick(before, fields),
    after: pick(after, fields),
    added: ruled.rule === 'existence/restored' ? after : null,
    within: (retires && after.retirement?.within) || null,
    successors: (retires && after.retirement?.successors) || null,
    lineage: fields.includes('parent') ? lineageOf(proposed, after.id) : null,
    fingerprints: { before: contentPrint(before), after: contentPrint(after) },
  })
}

/** An item that one and the same proposal adds and retires was never in force: it is kept, and concerns nobody. */
function addition(proposed: Tree, item: Item, release: ReleaseRef): Change {
  const ruled: Ruled =
    item.status === 'active'
      ? { class: 'added', rule: 'existence/added' }
      : { class: 'editorial', rule: 'existence/never-in-force' }
  return {
    ...blank(item, 'existence', release, ruled),
    item: refOf(proposed, item.id),
    added: item,
    fingerprints: { before: null, after: contentPrint(item) },
  }
}

/** Operations never remove an item; a comparison of two files may find that one lacks it. */
function removal(base: Tree, item: Item, release: ReleaseRef): Change {
  return {
    ...blank(item, 'existence', release, { class: 'retired', rule: 'existence/removed' }),
    item: refOf(base, item.id),
    successors: 'unknown',
    fingerprints: { before: contentPrint(item), after: null },
  }
}

/** Items of this framework that take over from others, with the ids of those that are gone. */
function successions(changes: Change[]): Map<string, string[]> {
  const heirs = new Map<string, string[]>()
  for (const { item, within, successors } of changes) {
    if (within !== null || !Array.isArray(successors)) continue
    for (const heir of successors)
      if (heir.framework === item.framework) heirs.set(heir.id, [...(heirs.get(heir.id) ?? []), item.id])
  }
  return heirs
}

/**
 * What an item takes over is now part of what its dependents stand for, though no word of it has changed. The change holds no
 * field: applied, it changes nothing.
 */
function takeover(proposed: Tree, item: Item, gone: string[], release: ReleaseRef): Change {
  return {
    ...blank(item, 'existence', release, { class: 'scope-broadened', rule: 'existence/takes-over' }),
    item: refOf(proposed, item.id),
    before: {},
    after: {},
    fingerprints: { before: contentPrint(item), after: fingerprint([contentPrint(item), ...gone.sort()]) },
  }
}

function blank(item: Item, aspect: Aspect, release: ReleaseRef, ruled: Ruled): Omit<Change, 'item' | 'fingerprints'> {
  return {
    id: `${release.id}:${item.id}:${aspect}`,
    release: release.id,
    aspect,
    class: ruled.class,
    rule: ruled.rule,
    override: null,
    before: null,
    after: null,
    added: null,
    within: null,
    successors: null,
    assignments: [],
    lineage: null,
  }
}

/** A person's word replaces the class; the rule and its class stay on record beside it. */
function withNote(change: Change, notes: Notes): Change {
  const note = notes.get(noteKey(change.item.id, change.aspect))
  if (note === undefined) return change
  const assignments = change.rule === 'existence/split' ? note.assignments : []
  if (note.override === null) return { ...change, assignments }
  const { class: chosen, reason, by } = note.override
  return { ...change, assignments, class: chosen, override: { ruleClass: change.class, reason, by } }
}

/** What an attestation or a crosswalk relation binds to. The order among siblings is no part of it. */
export function contentPrint({ code, title, text, scopeNote, status, parent }: Item): string {
  return fingerprint({ code, title, text, scopeNote, status, parent })
}

const pick = (item: Item, fields: readonly Field[]): Partial<Pick<Item, Field>> =>
  Object.fromEntries(fields.map(field => [field, item[field]]))

const differs = (a: unknown, b: unknown): boolean =>
  a !== b && (typeof a !== 'object' || typeof b !== 'object' || fingerprint(a) !== fingerprint(b))

const byKey = (a: Change, b: Change): number =>
  compareKeys(a.item.key, b.item.key) ||
  compareText(a.item.id, b.item.id) ||
  Aspect.options.indexOf(a.aspect) - Aspect.options.indexOf(b.aspect)
