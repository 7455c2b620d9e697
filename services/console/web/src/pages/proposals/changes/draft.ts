// An operation as a form holds it.
import type { Body } from '@cte-align/client'
import type { ChangeClass } from '../words.ts'

export type Operation = Body<'standards', '/proposals/{id}/operations', 'put'>['operations'][number]
export type OpName = Operation['op']
export type NewItem = Extract<Operation, { op: 'add' }>['item']
export type ItemKind = NewItem['kind']
export type RelationWord = Extract<Operation, { op: 'map' }>['relation']
type Assignment = NonNullable<Extract<Operation, { op: 'split' }>['assignments']>[number]

/** An item that somebody chose. `value` is its id, or its key where the proposal itself makes it. */
export interface Pick {
  value: string
  key: string
  title: string
  kind: ItemKind | ''
}
export const NOBODY: Pick = { value: '', key: '', title: '', kind: '' }

/** What the form does not show of a new item; it is kept as it was. */
type Unshown = Omit<NewItem, 'kind' | 'code' | 'title'>
export interface NewDraft {
  kind: ItemKind
  code: string
  title: string
  unshown: Unshown
}
export interface Successor {
  framework: string
  item: Pick
}

/** All fields of all forms, so that whoever changes the kind of the operation loses nothing. */
export interface Draft {
  op: OpName
  item: Pick
  /** Null: untouched, so the operation does not speak of it. */
  title: string | null
  text: string | null
  scopeNote: string | null
  code: string
  /** `value` '' with `atTop`: no parent. */
  parent: Pick
  atTop: boolean
  position: string
  kind: ItemKind
  unshown: Unshown
  items: Pick[]
  mergeInto: 'existing' | 'new'
  existing: Pick
  join: ItemKind[]
  into: NewDraft[]
  assignments: Assignment[]
  follows: 'none' | 'unknown' | 'these'
  successors: Successor[]
  crosswalk: string
  toFramework: string
  to: Pick
  relation: RelationWord
  note: string
  relationId: string
  reason: string
  overrideClass: ChangeClass | ''
  overrideReason: string
}

export const newDraft = (kind: ItemKind): NewDraft => ({ kind, code: '', title: '', unshown: {} })

export const emptyDraft = (op: OpName = 'retitle'): Draft => ({
  op,
  item: NOBODY,
  title: null,
  text: null,
  scopeNote: null,
  code: '',
  parent: NOBODY,
  atTop: false,
  position: '',
  kind: 'pathway',
  unshown: {},
  items: [NOBODY, NOBODY],
  mergeInto: 'existing',
  existing: NOBODY,
  join: [],
  into: [newDraft('pathway'), newDraft('pathway')],
  assignments: [],
  follows: 'unknown',
  successors: [],
  crosswalk: '',
  toFramework: '',
  to: NOBODY,
  relation: 'equivalent',
  note: '',
  relationId: '',
  reason: '',
  overrideClass: '',
  overrideReason: '',
})

const named = (value: string): Pick => ({ ...NOBODY, value, key: value })
const shown = ({ kind, code, title, ...unshown }: NewItem): NewDraft => ({ kind, code, title, unshown })

/** A saved operation, to be edited. */
export function draftOf(operation: Operation): Draft {
  const draft = emptyDraft(operation.op)
  if ('override' in operation && operation.override) {
    draft.overrideClass = operation.override.class
    draft.overrideReason = operation.override.reason
  }
  if ('item' in operation && typeof operation.item === 'string') draft.item = named(operation.item)
  switch (operation.op) {
    case 'add':
      return { ...draft, ...placed(operation.parent), ...shown(operation.item), ...texts(operation.item) }
    case 'revise':
      return { ...draft, title: operation.title ?? null, ...texts(operation) }
    case 'recode':
      return { ...draft, code: operation.code }
    case 'retitle':
      return { ...draft, title: operation.title }
    case 'move':
      return { ...draft, ...placed(operation.parent), position: positionText(operation.position) }
    case 'merge': {
      const { into, items, join = [] } = operation
      const made = 'new' in into ? { ...placed(into.parent), into: [shown(into.new)] } : {}
      const existing = 'existing' in into ? named(into.existing) : NOBODY
      return {
        ...draft,
        items: items.map(named),
        join,
        mergeInto: 'new' in into ? 'new' : 'existing',
        existing,
        ...made,
      }
    }
    case 'split':
      return { ...draft, into: operation.into.map(shown), assignments: operation.assignments ?? [] }
    case 'retire':
      return typeof operation.successors === 'string'
        ? { ...draft, follows: operation.successors }
        : {
            ...draft,
            follows: 'these',
            successors: operation.successors.map(({ framework, item }) => ({ framework, item: named(item) })),
          }
    case 'restore':
      return draft
    case 'map': {
      const { crosswalk, from, to, relation, note } = operation
      const other = { toFramework: to?.framework ?? '', to: to ? named(to.item) : NOBODY }
      return { ...draft, item: named(from), crosswalk, relation, note: note ?? '', ...other }
    }
    case 'unmap':
      return { ...draft, relationId: operation.relation, reason: operation.reason }
    default:
      return operation satisfies never
  }
}

const placed = (parent: string | null) => ({ parent: parent === null ? NOBODY : named(parent), atTop: parent === null })
const positionText = (position: number | undefined): string => (position === undefined ? '' : String(position + 1))
const texts = ({ text, scopeNote }: { text?: string | null | undefined; scopeNote?: string | null | undefined }) => ({
  text: text === undefined ? null : (text ?? ''),
  scopeNote: scopeNote === undefined ? null : (scopeNote ?? ''),
})
