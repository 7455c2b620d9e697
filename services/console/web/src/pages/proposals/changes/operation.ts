// What a form holds, as the API takes it.
import { isClass } from '../words.ts'
import { type Draft, type NewDraft, type NewItem, newDraft, type Operation } from './draft.ts'

export type Missing = Partial<Record<keyof Draft, string>>
export type Made = { operation: Operation; missing?: never } | { operation?: never; missing: Missing }

/** The operation, or what is still missing to it, field by field. */
export function operationOf(draft: Draft): Made {
  const missing: Missing = {}
  const need = (field: keyof Draft, text: string, say: string): string => {
    if (!text.trim()) missing[field] = say
    return text.trim()
  }
  const item = (field: 'item' | 'existing' | 'to' = 'item') => need(field, draft[field].value, 'Choose an item')
  const parent = () =>
    draft.atTop ? null : need('parent', draft.parent.value, 'Choose what it stands below, or the top')
  const operation = build()
  if (
    draft.op !== 'unmap' &&
    draft.op !== 'map' &&
    draft.overrideClass !== '' &&
    draft.overrideReason.trim().length < 3
  )
    missing.overrideReason = 'Say why the rule is wrong here: it is kept'
  return Object.keys(missing).length > 0 ? { missing } : { operation }

  function build(): Operation {
    const override =
      isClass(draft.overrideClass) && draft.overrideReason.trim()
        ? { override: { class: draft.overrideClass, reason: draft.overrideReason.trim() } }
        : {}
    switch (draft.op) {
      case 'add':
        return { op: 'add', parent: parent(), item: { ...made(draft, 'title'), ...texts() }, ...override }
      case 'revise': {
        const { title, text, scopeNote } = draft
        if (title === null && text === null && scopeNote === null)
          missing.title = 'Change the wording, the text or the scope'
        const said = title === null ? {} : { title: need('title', title, 'A statement has words') }
        return { op: 'revise', item: item(), ...said, ...texts(), ...override }
      }
      case 'recode':
        return { op: 'recode', item: item(), code: need('code', draft.code, 'Give the new code'), ...override }
      case 'retitle': {
        const title = need('title', draft.title ?? '', 'Give the new title')
        if (title && title === draft.item.title) missing.title = 'This is the title it has'
        return { op: 'retitle', item: item(), title, ...override }
      }
      case 'move':
        return { op: 'move', item: item(), parent: parent(), ...position(), ...override }
      case 'merge':
        return merge(override)
      case 'split': {
        const into = draft.into.map(each => made(each, 'into'))
        const codes = new Set(into.map(({ code }) => code))
        const assignments = draft.assignments.filter(({ successor }) => codes.has(successor))
        return { op: 'split', item: item(), into, ...(assignments.length > 0 && { assignments }), ...override }
      }
      case 'retire':
        return { op: 'retire', item: item(), successors: successors(), ...override }
      case 'restore':
        return { op: 'restore', item: item(), ...override }
      case 'map': {
        const none = draft.relation === 'none'
        const to = none
          ? null
          : { framework: need('toFramework', draft.toFramework, 'Choose a framework'), item: item('to') }
        const crosswalk = need('crosswalk', draft.crosswalk, 'Choose a crosswalk')
        const note = draft.note.trim() || null
        return { op: 'map', crosswalk, from: item(), to, relation: draft.relation, note }
      }
      case 'unmap': {
        const relation = need('relationId', draft.relationId, 'Give the id of the relation')
        return { op: 'unmap', relation, reason: need('reason', draft.reason, 'Say why: it is kept') }
      }
      default:
        return draft.op satisfies never
    }
  }

  function made(
    { kind, code, title, unshown }: Omit<NewDraft, 'title'> & { title: string | null },
    field: 'into' | 'title',
  ): NewItem {
    const codeField = field === 'into' ? 'into' : 'code'
    const incomplete = 'Each new item needs a code and a title'
    return {
      ...unshown,
      kind,
      code: need(codeField, code, field === 'into' ? incomplete : 'Give it a code'),
      title: need(field, title ?? '', field === 'into' ? incomplete : 'Give it a title'),
    }
  }
  function texts() {
    const { text, scopeNote } = draft
    return {
      ...(text !== null && { text: text.trim() || null }),
      ...(scopeNote !== null && { scopeNote: scopeNote.trim() || null }),
    }
  }
  function position() {
    if (draft.position === '') return {}
    const place = Number(draft.position)
    if (!Number.isInteger(place) || place < 1) missing.position = 'A place is a whole number from 1'
    return { position: place - 1 }
  }
  function merge(override: object): Operation {
    const items = draft.items.map(({ value }) => value).filter(Boolean)
    if (items.length < 2) missing.items = 'A merge takes two items or more'
    const join = draft.join.length > 0 ? { join: draft.join } : {}
    const into =
      draft.mergeInto === 'existing'
        ? { existing: item('existing') }
        : { new: made(draft.into[0] ?? newDraft(draft.kind), 'into'), parent: parent() }
    return { op: 'merge', items, into, ...join, ...override }
  }
  function successors() {
    if (draft.follows !== 'these') return draft.follows
    const given = draft.successors.filter(each => each.item.value && each.framework)
    if (given.length === 0) missing.successors = 'Name what follows, or say that nothing does, or that it is not known'
    return given.map(each => ({ framework: each.framework, item: each.item.value }))
  }
}
