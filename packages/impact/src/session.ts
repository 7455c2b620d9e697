import type { Aspect, ChangeClass, Item, ItemKind, ItemRef } from '@cte-align/contracts'
import type { Mapped, OperationContext, Unmapped } from './apply-operations.ts'
import { below, chainOf, type Draft, find, holdersOf, isActive, keyIn } from './draft.ts'
import { type Note, noteKey } from './notes.ts'
import { OperationError, type OperationErrorCode } from './operation-error.ts'

/** What the operations of one proposal share while they are worked through. */
export type Session = {
  readonly draft: Draft
  readonly context: OperationContext
  readonly notes: Map<string, Note>
  /** Which operations had a hand in an item. */
  readonly touched: Map<string, number[]>
  /** Split items, whose children wait for their new parents until the last operation is done. */
  readonly split: Set<string>
  readonly mapped: Mapped[]
  readonly unmapped: Unmapped[]
  /** Of the operation at hand. */
  index: number
}

export function fail(session: Session, code: OperationErrorCode, reason: string): never {
  throw new OperationError(code, session.index, reason)
}

export function theItem(session: Session, target: string): Item {
  const item = find(session.draft, target)
  return item ?? fail(session, 'CTE_NO_SUCH_ITEM', `No item ${target} in ${session.context.release.framework}.`)
}

export function theActive(session: Session, target: string): Item {
  const item = theItem(session, target)
  if (isActive(item)) return item
  return fail(session, 'CTE_ITEM_RETIRED', `${nameOf(session, item)} is retired.`)
}

/** A place for items: neither it nor anything above it is retired. */
export function theParent(session: Session, target: string | null): Item | null {
  if (target === null) return null
  const parent = theItem(session, target)
  const gone = chainOf(session.draft, parent).find(item => !isActive(item))
  if (gone === undefined) return parent
  const where = gone.id === parent.id ? '' : `${nameOf(session, parent)} stands below it: `
  return fail(session, 'CTE_ITEM_RETIRED', `${where}${nameOf(session, gone)} is retired and takes no items.`)
}

/** An item of this framework or another one, as a successor or the far end of a relation. */
export function anyRef(session: Session, { framework, item }: { framework: string; item: string }): ItemRef {
  if (framework === session.draft.framework) return refIn(session, theItem(session, item))
  return (
    session.context.foreign(framework, item) ?? fail(session, 'CTE_NO_SUCH_ITEM', `No item ${item} in ${framework}.`)
  )
}

export function refIn(session: Session, item: Item): ItemRef {
  const { framework } = session.draft
  return { framework, id: item.id, key: keyIn(session.draft, item), kind: item.kind, title: item.title }
}

/** "standard ICT.B5.3" */
export const nameOf = (session: Session, item: Item): string => `${item.kind} ${keyIn(session.draft, item)}`

/** The last operation on an aspect decides; where it carries no override, an earlier one no longer holds. */
export function note(
  session: Session,
  item: Item,
  aspect: Aspect,
  { override }: { override?: { class: ChangeClass; reason: string } | undefined },
  assignments: Note['assignments'] = [],
): void {
  const by = session.context.by
  const said = override === undefined ? null : { ...override, by }
  session.notes.set(noteKey(item.id, aspect), { override: said, assignments })
  const hands = session.touched.get(item.id) ?? []
  if (hands.at(-1) !== session.index) session.touched.set(item.id, [...hands, session.index])
}

/** Refuses an item, newly placed with all below it, whose kind may not stand there or whose key is another's. */
export function settle(session: Session, item: Item): void {
  const { draft } = session
  for (const each of [item, ...below(draft, item.id, isActive)]) {
    const holder = holdersOf(draft, keyIn(draft, each)).find(other => other.id !== each.id && isActive(other))
    if (holder !== undefined)
      fail(
        session,
        'CTE_CODE_TAKEN',
        `${keyIn(draft, each)} is the code of ${holder.kind} "${holder.title}"; recode that or ${each.kind} "${each.title}" first.`,
      )
    if (each.id === item.id || each.kind === 'practice') checkKind(session, each)
  }
}

function checkKind(session: Session, item: Item): void {
  const parent = item.parent === null ? null : session.draft.items.get(item.parent)!
  if (mayStandUnder(item.kind, parent)) return
  const place = parent === null ? 'at the top' : `under ${nameOf(session, parent)}`
  fail(session, 'CTE_KIND_NOT_ALLOWED', `A ${item.kind} (${item.code}) may not stand ${place}.`)
}

/** As CDE's standards of 2013 and Advance CTE's cluster framework of 2024 are built. */
const PARENTS: Record<ItemKind, readonly ItemKind[]> = {
  sector: [],
  cluster: [],
  pathway: ['sector'],
  'sub-cluster': ['cluster'],
  anchor: ['sector', 'cluster'],
  practice: [],
  standard: ['pathway', 'sub-cluster', 'sector', 'cluster'],
  indicator: ['anchor', 'standard'],
  program: [],
  occupation: [],
}

/** What may stand at the top. A code of CIP, TOP or SOC does: its key is its code, and nothing of ours stands below it. */
const TOPS: ReadonlySet<ItemKind> = new Set(['sector', 'cluster', 'practice', 'program', 'occupation'])

function mayStandUnder(kind: ItemKind, parent: Item | null): boolean {
  if (parent === null) return TOPS.has(kind)
  if (kind === 'practice') return parent.parent === null && parent.kind !== 'program' && parent.kind !== 'occupation'
  return PARENTS[kind].includes(parent.kind)
}
