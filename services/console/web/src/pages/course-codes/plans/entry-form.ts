// An entry of a plan as somebody fills it in, and as the service takes it. Pure.
import type { Item } from '@cte-align/client'
import { LEVELS, type Level } from '../code-set-filters.ts'
import { codesIn } from '../sequences/what-if.ts'
import { type Content, KINDS, kindNamed } from './kinds.ts'

export type Entry = Item<'course-codes', '/code-plans/{id}/entries', 'get'>
type ItemRef = NonNullable<Entry['suggestion']>['places'][number]['item']

export interface NewCodeForm {
  code: string
  title: string
  level: string
  sectorName: string
  pathwayName: string
  pathwayCode: string
  framework: string
  item: string
  effectiveTo: string
}
export interface EntryForm {
  kind: string
  from: string
  /** Codes that follow and are there already; new ones stand under `newCodes`. */
  to: string
  newCodes: NewCodeForm[]
  title: string
  level: string
  successor: 'none' | 'unknown'
  reason: string
}
export type FormFault = { field: string; message: string }

export const EMPTY_FORM: EntryForm = {
  ...{ kind: '', from: '', to: '', newCodes: [], title: '', level: '', successor: 'unknown', reason: '' },
}

/** What stands in the entry, for editing; of a suggestion that says nothing, the code that it is about. */
export function formOf({ content, courseCode, suggestion }: Entry): EntryForm {
  if (content === null) return { ...EMPTY_FORM, from: courseCode ?? '' }
  const { kind, from = [], to = [], newCodes = [], title, level, successor, reason } = content
  const made = new Set(newCodes.map(({ code }) => code))
  return {
    ...{ kind, from: from.join(' '), to: to.filter(code => !made.has(code)).join(' ') },
    ...{ title: title ?? '', level: level ?? '', successor: successor === 'none' ? 'none' : 'unknown' },
    // The rule's own words are no reason of a person's.
    reason: suggestion !== null && reason.startsWith('Suggested by') ? '' : reason,
    newCodes: newCodes.map(({ item, sectorName, pathwayName, pathwayCode, effectiveTo, ...rest }) => ({
      ...rest,
      ...{ sectorName: sectorName ?? '', pathwayName: pathwayName ?? '', pathwayCode: pathwayCode ?? '' },
      ...{ framework: item?.framework ?? '', item: item?.item ?? '', effectiveTo: effectiveTo ?? '' },
    })),
  }
}

/** The entry as the service takes it, or what is missing, by field. */
export function contentOf(form: EntryForm): { content: Content } | { faults: FormFault[] } {
  const kind = kindNamed(form.kind)
  const asks = kind && KINDS[kind]
  const from = asks?.from === 'none' ? [] : codesIn(form.from)
  const newCodes = asks?.to === 'none' ? [] : form.newCodes
  const to = asks?.to === 'none' ? [] : [...new Set([...codesIn(form.to), ...newCodes.map(({ code }) => code.trim())])]
  const fault = (field: string, message: string, when: boolean) => (when ? [{ field, message }] : [])
  const faults = [
    ...fault('kind', 'Say what becomes of it', kind === undefined),
    ...fault('from', 'Name the code that it is about', asks !== undefined && asks.from !== 'none' && from.length === 0),
    ...fault('from', 'A title is given to one code at a time', asks?.from === 'one' && from.length > 1),
    ...fault('to', 'Name the codes that follow, or make new ones', asks?.to === 'some' && to.length === 0),
    ...fault('title', 'Say the new title', asks?.retitles === true && !form.title.trim()),
    ...newCodes.flatMap((each, n) => [
      ...fault(`newCodes.${n}.code`, 'Four digits, 7000 to 8999', !each.code.trim()),
      ...fault(`newCodes.${n}.title`, 'Say its title', !each.title.trim()),
      ...fault(`newCodes.${n}.level`, 'Say its level', levelNamed(each.level) === undefined),
    ]),
    ...fault('reason', 'Say why: it goes into the record', form.reason.trim().length < 3),
  ]
  if (kind === undefined || faults.length > 0) return { faults }
  return {
    content: {
      ...{ kind, from, to, newCodes: newCodes.map(newCodeOf), reason: form.reason.trim() },
      title: asks?.retitles ? form.title.trim() : null,
      level: asks?.retires ? null : (levelNamed(form.level) ?? null),
      successor: to.length > 0 ? 'named' : form.successor,
    },
  }
}

const levelNamed = (text: string): Level | undefined => LEVELS.find(each => each === text)
const said = (text: string): string | null => text.trim() || null

const newCodeOf = (form: NewCodeForm): NonNullable<Content['newCodes']>[number] => ({
  ...{ code: form.code.trim(), title: form.title.trim(), level: levelNamed(form.level)! },
  ...{ sectorName: said(form.sectorName), pathwayName: said(form.pathwayName), pathwayCode: said(form.pathwayCode) },
  item: said(form.item) === null ? null : { framework: said(form.framework) ?? 'ca-mcs-2013', item: form.item.trim() },
  effectiveTo: said(form.effectiveTo),
})

/** What the old code tells about one that takes its place. */
export interface OldCode {
  title: string
  level: string
  sectorName: string | null
}

/** A new code on a pathway, with what is the same as before; the number is a person's to give. */
export const newCodeOn = (place: ItemRef | null, old: OldCode | undefined): NewCodeForm => ({
  ...{ code: '', title: old?.title ?? '', level: old?.level ?? '', sectorName: old?.sectorName ?? '' },
  ...{ pathwayName: place?.title ?? '', pathwayCode: '', effectiveTo: '' },
  ...{ framework: place?.framework ?? 'ca-mcs-2013', item: place?.key ?? '' },
})

/** Where codes of the items of an entry go, by all that the plan's suggestions say: of an undecided one, the ways that others take. */
export function waysOf(entry: Entry | null, entries: readonly Entry[]): ItemRef[] {
  const items = new Set(entry?.suggestion?.places.map(({ item }) => item.id))
  const to = entries
    .flatMap(({ suggestion }) => suggestion?.places ?? [])
    .filter(({ item }) => items.has(item.id))
    .flatMap(place => place.to)
  return [...new Map(to.map(item => [item.id, item])).values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

const GOES = {
  stays: () => 'it stays there',
  to: (to: string) => `it goes to ${to}`,
  undecided: () => 'nobody has said where it goes',
  unknown: () => 'nobody knows where it goes',
  none: () => 'nothing follows',
} as const

/** `Cabinetry (BCT.A): it goes to Millwork (BCT.X)`. */
export const placeWords = ({ item, goes, to }: NonNullable<Entry['suggestion']>['places'][number]): string =>
  `${item.title} (${item.key}): ${GOES[goes](to.map(({ title, key }) => `${title} (${key})`).join(' and '))}`

/** Titles of the codes that the plan makes, by code. */
export const newTitles = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(
    entries
      .filter(({ state }) => state !== 'declined')
      .flatMap(({ content }) => (content?.newCodes ?? []).map(({ code, title }) => [code, title] as const)),
  )
