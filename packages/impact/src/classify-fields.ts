import { type Aspect, type ChangeClass, type Item, isContainer } from '@cte-align/contracts'
import { classifyWording } from './classify-wording.ts'

/** A class with the id of the rule that chose it. */
export type Ruled = { class: ChangeClass; rule: string }
export type Field = 'status' | 'retirement' | 'code' | 'title' | 'parent' | 'position' | 'text' | 'scopeNote'

/** Which fields belong to an aspect. A statement's title is its text, so it is wording; only a container has a label. */
export function fieldsOf(aspect: Aspect, item: Item): readonly Field[] {
  switch (aspect) {
    case 'existence':
      return ['status', 'retirement']
    case 'code':
      return ['code']
    case 'title':
      return isContainer(item.kind) ? ['title'] : []
    case 'place':
      return ['parent', 'position']
    case 'wording':
      return isContainer(item.kind) ? ['text', 'scopeNote'] : ['title', 'text', 'scopeNote']
    default:
      return aspect satisfies never
  }
}

/** The class of a change of one aspect of an item that both releases have; `fields` are those of the aspect that differ. */
export function classify(aspect: Aspect, before: Item, after: Item, fields: readonly Field[]): Ruled {
  switch (aspect) {
    case 'existence':
      return existence(before, after)
    case 'code':
      return { class: 'recode', rule: 'code/recoded' }
    case 'title':
      return title(before.title, after.title)
    case 'place':
      if (fields.includes('parent')) return { class: 'moved', rule: 'place/new-parent' }
      return { class: 'editorial', rule: 'place/order-only' }
    case 'wording':
      return wording(before, after, fields)
    default:
      return aspect satisfies never
  }
}

function existence(before: Item, after: Item): Ruled {
  if (after.retirement === null) return { class: 'added', rule: 'existence/restored' }
  const { manner, within } = after.retirement
  if (before.status === 'retired') return { class: manner, rule: 'existence/retired-anew' }
  return { class: manner, rule: within === null ? `existence/${manner}` : 'existence/retired-within' }
}

/** In 2014 five sector titles changed and no code did (CC 14-08): a container's new title is a label, a comma is not. */
function title(before: string, after: string): Ruled {
  const ruled = classifyWording(before, after)
  if (ruled.class === 'editorial' || MARKS_ALONE.has(ruled.rule))
    return { class: 'editorial', rule: 'title/spelling-only' }
  return { class: 'label', rule: 'title/container-retitled' }
}

const MARKS_ALONE: ReadonlySet<string> = new Set(['wording/punctuation-may-matter', 'wording/capital-may-matter'])

/** Where several texts differ beyond the editorial, they must agree in class; two directions at once are substantive. */
function wording(before: Item, after: Item, fields: readonly Field[]): Ruled {
  const ruled = fields.map(field => classifyWording(textOf(before, field), textOf(after, field)))
  const real = ruled.filter(each => each.class !== 'editorial')
  const first = real[0] ?? ruled[0]!
  if (real.every(each => each.class === first.class)) return first
  return { class: 'substantive', rule: 'wording/several-fields' }
}

const textOf = (item: Item, field: Field): string | null =>
  field === 'title' ? item.title : field === 'text' ? item.text : item.scopeNote
