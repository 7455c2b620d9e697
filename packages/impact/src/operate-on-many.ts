import type { Item, Operation, Retirement, Successors } from '@cte-align/contracts'
import { activeChildren, below, chainOf, holdersOf, isActive, put } from './draft.ts'
import { create, nextPosition } from './place.ts'
import { anyRef, fail, nameOf, note, refIn, type Session, settle, theActive, theItem, theParent } from './session.ts'

type Of<O extends Operation['op']> = Extract<Operation, { op: O }>

/** Takes the active subtree along; what follows its members is unknown unless somebody retired them before. */
export function retire(session: Session, operation: Of<'retire'>): void {
  const item = theActive(session, operation.item)
  const taken = [item, ...below(session.draft, item.id, isActive)]
  const successors = followers(session, operation, taken)
  for (const each of taken) {
    const own = each.id === item.id
    const within = own ? null : item.id
    putRetired(session, each, { manner: 'retired', successors: own ? successors : 'unknown', within })
    note(session, each, 'existence', operation)
  }
}

/** The sources' active children move to the target, behind its own, so that they are not lost. */
export function merge(session: Session, operation: Of<'merge'>): void {
  const sources = [...new Set(operation.items.map(target => theActive(session, target)))]
  if (sources.length < 2) fail(session, 'CTE_MERGE_TOO_FEW', 'A merge needs two different items or more.')
  const { into } = operation
  const kind = 'existing' in into ? theActive(session, into.existing).kind : into.new.kind
  const odd = sources.find(source => source.kind !== kind)
  if (odd !== undefined) fail(session, 'CTE_KINDS_DIFFER', `${nameOf(session, odd)} cannot merge into a ${kind}.`)
  const above = 'existing' in into ? theActive(session, into.existing) : theParent(session, into.parent)
  checkApart(session, sources, above, 'existing' in into)

  for (const source of sources) putRetired(session, source, { manner: 'merged', successors: 'unknown', within: null })
  const target = 'existing' in into ? above! : create(session, into.new, { parent: above?.id ?? null, n: 0 })
  if (!('existing' in into)) note(session, target, 'existence', {})
  for (const source of sources) absorb(session, source, target, operation)
}

/** What is in the source comes to the target, and joins what is alike there if the operation says so for its kind. */
function absorb(session: Session, source: Item, target: Item, operation: Of<'merge'>): void {
  const { draft } = session
  const join = operation.join ?? []
  const children = activeChildren(draft, source.id).map(child => ({
    child,
    alike: alikeIn(session, child, target, join),
  }))
  refuseTaken(
    session,
    children.filter(({ alike }) => alike === undefined).map(({ child }) => child),
    target,
  )
  for (const { child, alike } of children) {
    if (alike !== undefined) {
      putRetired(session, child, { manner: 'merged', successors: 'unknown', within: null })
      absorb(session, child, alike, { ...operation, override: undefined })
      continue
    }
    const moved = { ...child, parent: target.id, position: nextPosition(session, target.id) }
    put(draft, moved)
    settle(session, moved)
    note(session, moved, 'place', {})
  }
  putRetired(session, source, { manner: 'merged', successors: [refIn(session, target)], within: null })
  note(session, source, 'existence', operation)
}

const alikeIn = (session: Session, child: Item, target: Item, join: readonly Item['kind'][]): Item | undefined =>
  join.includes(child.kind)
    ? activeChildren(session.draft, target.id).find(each => each.kind === child.kind && each.code === child.code)
    : undefined

/** All codes at once that are taken where the children go, so that nobody has to find them one refusal at a time. */
function refuseTaken(session: Session, children: Item[], target: Item): void {
  const { draft } = session
  const top = chainOf(draft, target).at(-1)!
  const coming = children.flatMap(child => [child, ...below(draft, child.id, isActive)])
  const ids = new Set(coming.map(({ id }) => id))
  const taken = coming.filter(({ code }) =>
    holdersOf(draft, `${top.code}.${code}`).some(holder => isActive(holder) && !ids.has(holder.id)),
  )
  if (taken.length === 0) return
  const list = taken.map(item => nameOf(session, item)).join(', ')
  const many = taken.length === 1 ? 'whose code is' : 'whose codes are'
  fail(
    session,
    'CTE_CODE_TAKEN',
    `${nameOf(session, target)} would get ${list}, ${many} taken there. Recode them first, or name in "join" the kinds that merge where they are alike.`,
  )
}

/**
 * The new items take the split item's place under its parent. Its active children wait: operations that follow may move
 * them to the new items (or anywhere); what is still there after the last operation is retired within the split item, its
 * successors unknown. Nobody guesses which successor a standard belongs to.
 */
export function split(session: Session, operation: Of<'split'>): void {
  const item = theActive(session, operation.item)
  if (operation.into.length < 2) fail(session, 'CTE_SPLIT_TOO_FEW', 'A split needs two new items or more.')
  const odd = operation.into.find(made => made.kind !== item.kind)
  if (odd !== undefined)
    fail(session, 'CTE_KINDS_DIFFER', `${nameOf(session, item)} cannot split into a ${odd.kind} (${odd.code}).`)
  theParent(session, item.parent)
  putRetired(session, item, { manner: 'split', successors: 'unknown', within: null })
  const made = operation.into.map((each, n) => create(session, each, { parent: item.parent, n }))
  putRetired(session, item, { manner: 'split', successors: made.map(each => refIn(session, each)), within: null })
  session.split.add(item.id)
  const seen = new Set<string>()
  const assignments = operation.assignments.map(({ dependent, successor }) => {
    const name = `${dependent.kind} ${dependent.key}`
    if (seen.has(name)) fail(session, 'CTE_ASSIGNED_TWICE', `${name} is assigned twice.`)
    seen.add(name)
    const to = made.find(each => each.code === successor)
    if (to !== undefined) return { dependent, successor: to.id }
    return fail(session, 'CTE_NO_SUCH_SUCCESSOR', `${name}: ${successor} is none of the new items.`)
  })
  note(session, item, 'existence', operation, assignments)
}

/** After the last operation: what waits below a split item goes with it. */
export function retireWaiting(session: Session): void {
  for (const id of session.split) {
    if (isActive(session.draft.items.get(id)!)) continue // restored since
    for (const each of below(session.draft, id, isActive)) {
      putRetired(session, each, { manner: 'retired', successors: 'unknown', within: id })
      note(session, each, 'existence', {})
    }
  }
}

/** Brings back the item and what was retired within it. What a merge moved away stays where it is now. */
export function restore(session: Session, operation: Of<'restore'>): void {
  const { draft } = session
  const item = theItem(session, operation.item)
  if (isActive(item)) fail(session, 'CTE_ITEM_ACTIVE', `${nameOf(session, item)} is not retired.`)
  theParent(session, item.parent)
  const back = [item, ...below(draft, item.id, each => each.retirement?.within === item.id)]
  for (const each of back) {
    put(draft, { ...each, status: 'active', retirement: null })
    note(session, each, 'existence', operation)
  }
  settle(session, draft.items.get(item.id)!)
}

function putRetired(session: Session, item: Item, retirement: Retirement): void {
  put(session.draft, { ...item, status: 'retired', retirement })
}

function followers(session: Session, operation: Of<'retire'>, taken: Item[]): Successors {
  if (typeof operation.successors === 'string') return operation.successors
  const gone = new Set(taken.map(item => item.id))
  return operation.successors.map(successor => {
    if (successor.framework === session.draft.framework) {
      const item = theActive(session, successor.item)
      if (gone.has(item.id))
        fail(session, 'CTE_ITEM_RETIRED', `${nameOf(session, item)} is retired here and cannot be a successor.`)
    }
    return anyRef(session, successor)
  })
}

/** A merge target is none of its sources, nor below one of them; nor is the parent of a new target. */
function checkApart(session: Session, sources: Item[], place: Item | null, isTarget: boolean): void {
  if (place === null) return
  const ids = new Set(sources.map(source => source.id))
  const chain = chainOf(session.draft, place)
  if (isTarget && ids.has(place.id))
    fail(session, 'CTE_MERGE_INTO_ITSELF', `${nameOf(session, place)} cannot merge into itself.`)
  if (chain.some(item => ids.has(item.id)))
    fail(session, 'CTE_MOVE_INTO_ITSELF', `${nameOf(session, place)} is below an item that is merged, or is it.`)
}
