// What people say on a proposal, and the words for it.
import type { Answer, Body } from '@cte-align/client'

export type Comment = Answer<'standards', '/proposals/{id}/comments/{comment}/disposition', 'post'>
export type NewComment = Body<'standards', '/proposals/{id}/comments', 'post'>
export type Disposition = NonNullable<Comment['disposition']>['disposition']
export type CommenterRole = NewComment['commenterRole']
export type SessionKind = NewComment['session']['kind']
type Listed = Answer<'standards', '/proposals/{id}/comments', 'get'>['items'][number]
export type Thread = Extract<Listed, { replies: unknown }>

export const DISPOSITIONS = [
  ['accepted', 'Accepted'],
  ['partly', 'Accepted in part'],
  ['declined', 'Declined'],
  ['out-of-scope', 'Out of scope'],
] as const satisfies readonly (readonly [Disposition, string])[]

export const SESSIONS = [
  ['town-hall', 'Town hall'],
  ['convening', 'Convening'],
  ['online', 'Online'],
  ['letter', 'Letter'],
  ['staff', 'Staff'],
] as const satisfies readonly (readonly [SessionKind, string])[]

export const ROLES = [
  ['teacher', 'Teacher'],
  ['counselor', 'Counselor'],
  ['administrator', 'Administrator'],
  ['industry', 'Industry'],
  ['college-faculty', 'College faculty'],
  ['parent-or-guardian', 'Parent or guardian'],
  ['student', 'Student'],
  ['community', 'Community'],
  ['agency-staff', 'Agency staff'],
  ['other', 'Other'],
] as const satisfies readonly (readonly [CommenterRole, string])[]

/** The word that a select gave back, of those that there are. */
export const among = <T extends string>(options: readonly (readonly [T, string])[], word: string): T | undefined =>
  options.map(([value]) => value).find(value => value === word)
export const textOf = <T extends string>(options: readonly (readonly [T, string])[], word: T): string =>
  options.find(([value]) => value === word)?.[1] ?? word

/** A list in the form of threads; a comment by itself is a thread without replies. */
export const asThread = (item: Listed): Thread => ('replies' in item ? item : { ...item, replies: [], replyCount: 0 })

/** "on operation 3: retitle HST …", "on HST Health Science". */
export function aboutText(about: Comment['about']): string {
  if (about.on === 'proposal') return 'on the proposal'
  if (about.on === 'item') return `on ${about.item.key} ${about.item.title}`
  const { words, now } = about.operation
  const where =
    now.state === 'stands'
      ? `operation ${(now.index ?? 0) + 1}`
      : `an operation that has ${now.state === 'gone' ? 'gone' : 'changed'}`
  return `on ${where}: ${words}`
}

/** What is typed to record a comment, and what is missing to it. */
export interface Typed {
  text: string
  on: string
  item: string
  kind: SessionKind
  name: string
  day: string
  place: string
  region: string
  role: CommenterRole
  count: string
}
export const NEW_COMMENT: Typed = {
  text: '',
  on: 'proposal',
  item: '',
  kind: 'town-hall',
  name: '',
  day: '',
  place: '',
  region: '',
  role: 'teacher',
  count: '1',
}

/** `on` is "proposal", "item", or the index of an operation. */
export function commentFrom(typed: Typed, replyTo: string | null): { comment: NewComment } | { missing: string } {
  const text = typed.text.trim()
  const count = Number(typed.count)
  if (!text) return { missing: 'Write what was said' }
  if (!Number.isInteger(count) || count < 1) return { missing: 'How many people said it is a whole number from 1' }
  if (typed.on === 'item' && !typed.item.trim()) return { missing: 'Name the item by its code, as in HST.B7.0' }
  const about =
    typed.on === 'proposal'
      ? { on: 'proposal' as const }
      : typed.on === 'item'
        ? { on: 'item' as const, item: typed.item.trim() }
        : { on: 'operation' as const, operation: Number(typed.on) }
  const orNull = (word: string) => word.trim() || null
  return {
    comment: {
      text,
      ...(replyTo === null && { about }),
      replyTo,
      session: { kind: typed.kind, name: orNull(typed.name), day: orNull(typed.day), place: orNull(typed.place) },
      region: orNull(typed.region),
      commenterRole: typed.role,
      count,
    },
  }
}
