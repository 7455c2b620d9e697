import { isContainer, type Operation } from '@cte-align/contracts'
import { below, put } from './draft.ts'
import { create, makeRoom, nextPosition } from './place.ts'
import { fail, nameOf, note, type Session, settle, theActive, theParent } from './session.ts'

type Of<O extends Operation['op']> = Extract<Operation, { op: O }>

export function add(session: Session, operation: Of<'add'>): void {
  const parent = theParent(session, operation.parent)
  const item = create(session, operation.item, { parent: parent?.id ?? null, n: 0 })
  note(session, item, 'existence', operation)
}

export function revise(session: Session, operation: Of<'revise'>): void {
  const item = theActive(session, operation.item)
  if (operation.title !== undefined && isContainer(item.kind))
    fail(session, 'CTE_USE_RETITLE', `${nameOf(session, item)} is a container: its title is changed by retitle.`)
  const revised = {
    ...item,
    title: operation.title ?? item.title,
    text: operation.text === undefined ? item.text : operation.text,
    scopeNote: operation.scopeNote === undefined ? item.scopeNote : operation.scopeNote,
  }
  if (revised.title === item.title && revised.text === item.text && revised.scopeNote === item.scopeNote)
    fail(session, 'CTE_NOTHING_CHANGES', `${nameOf(session, item)} already reads so.`)
  put(session.draft, revised)
  note(session, item, 'wording', operation)
}

export function recode(session: Session, operation: Of<'recode'>): void {
  const item = theActive(session, operation.item)
  if (item.code === operation.code)
    fail(session, 'CTE_NOTHING_CHANGES', `${nameOf(session, item)} already has the code ${item.code}.`)
  const recoded = { ...item, code: operation.code }
  put(session.draft, recoded)
  settle(session, recoded)
  note(session, item, 'code', operation)
}

export function retitle(session: Session, operation: Of<'retitle'>): void {
  const item = theActive(session, operation.item)
  if (!isContainer(item.kind))
    fail(session, 'CTE_USE_REVISE', `${nameOf(session, item)} is a statement: its title is changed by revise.`)
  if (item.title === operation.title)
    fail(session, 'CTE_NOTHING_CHANGES', `${nameOf(session, item)} already has the title "${operation.title}".`)
  put(session.draft, { ...item, title: operation.title })
  note(session, item, 'title', operation)
}

/** To another parent, to another position, or both; without a position, last. What is below the item comes along. */
export function move(session: Session, operation: Of<'move'>): void {
  const { draft } = session
  const item = theActive(session, operation.item)
  const parent = theParent(session, operation.parent)
  if (parent?.id === item.id)
    fail(session, 'CTE_MOVE_INTO_ITSELF', `${nameOf(session, item)} cannot move below itself.`)
  if (parent !== null && below(draft, item.id, () => true).some(each => each.id === parent.id))
    fail(
      session,
      'CTE_MOVE_INTO_ITSELF',
      `${nameOf(session, item)} cannot move to ${nameOf(session, parent)}, which is below it.`,
    )
  const to = parent?.id ?? null
  const last = nextPosition(session, to, item.id)
  const position = operation.position ?? last
  const stays = operation.position === undefined ? item.position >= last : item.position === position
  if (stays && to === item.parent)
    fail(session, 'CTE_NOTHING_CHANGES', `${nameOf(session, item)} already stands there.`)
  const moved = { ...item, parent: to, position }
  put(draft, moved)
  makeRoom(session, moved)
  settle(session, moved)
  note(session, item, 'place', operation)
}
