import { californiaDay } from '@cte-align/contracts'
import type { Standing } from './bound-operations.ts'
import type { About, BoundOperation, CommentDoc, Disposition } from './comment.ts'
import { hasLapsed } from './comments.ts'

type StandingOf = (bound: BoundOperation) => Standing

/** A comment of the docket, in words. */
export type DocketRow = {
  number: number
  unanswered: boolean
  /** Number of the comment that began the thread, and of the one replied to. */
  thread: number
  replyTo: number | null
  status: string
  about: string
  text: string
  session: string
  region: string
  role: string
  people: number
  recorded: string
  disposition: string
  reason: string
  operations: string
  answered: string
}

export const STATUS = { none: 'UNANSWERED', lapsed: 'UNANSWERED: the operation it led to is gone or changed' } as const

/** Puts comments into words as they come. Threads must come whole, each comment after the one it replies to. */
export async function* docketRows(
  comments: AsyncIterable<CommentDoc>,
  standing: StandingOf,
): AsyncGenerator<DocketRow> {
  let numbers = new Map<string, number>()
  for await (const comment of comments) {
    if (comment.parent === null) numbers = new Map()
    numbers.set(comment._id, comment.number)
    const status = statusOf(comment, standing)
    yield {
      unanswered: status.startsWith('UNANSWERED'),
      number: comment.number,
      thread: numbers.get(comment.root) ?? comment.number,
      replyTo: comment.parent === null ? null : (numbers.get(comment.parent) ?? null),
      status,
      about: aboutInWords(comment.about, standing),
      text: comment.text,
      session: sessionInWords(comment),
      region: comment.region ?? '',
      role: comment.role.replaceAll('-', ' '),
      people: comment.count,
      recorded: `${californiaDay(comment.recordedAt)} by ${comment.recordedBy.agency} ${comment.recordedBy.role}`,
      ...answerInWords(comment.disposition, standing),
    }
  }
}

function statusOf({ parent, withdrawn, redactions, disposition }: CommentDoc, standing: StandingOf): string {
  const redacted = redactions.length === 0 ? '' : ', redacted'
  if (withdrawn !== null) return `withdrawn: ${withdrawn.reason}${redacted}`
  if (parent !== null) return `reply${redacted}`
  if (disposition === null) return `${STATUS.none}${redacted}`
  return `${hasLapsed(disposition, standing) ? STATUS.lapsed : 'answered'}${redacted}`
}

function aboutInWords(about: About, standing: StandingOf): string {
  switch (about.on) {
    case 'proposal':
      return 'the whole proposal'
    case 'item':
      return `${about.item.kind} ${about.item.key} "${about.item.title}"`
    case 'operation':
      return boundInWords(about.operation, standing)
    default:
      return about satisfies never
  }
}

/** People count operations from 1, as refusals do. */
function boundInWords(bound: BoundOperation, standing: StandingOf): string {
  const { state, index } = standing(bound)
  if (state === 'stands') return `operation ${index! + 1}: ${bound.words}`
  const since = state === 'gone' ? 'it is gone since' : `it was changed since, see operation ${index! + 1}`
  return `what was operation ${bound.index + 1}: ${bound.words} (${since})`
}

function sessionInWords({ session: { kind, name, day, place } }: CommentDoc): string {
  return [kind.replaceAll('-', ' '), name, place, day].filter(part => part !== null).join(', ')
}

function answerInWords(given: Disposition | null, standing: StandingOf) {
  if (given === null) return { disposition: '', reason: '', operations: '', answered: '' }
  const { disposition, reason, operations, noOperation, at, by } = given
  return {
    disposition: disposition.replaceAll('-', ' '),
    reason,
    operations:
      noOperation === null ? operations.map(bound => boundInWords(bound, standing)).join('; ') : `none: ${noOperation}`,
    answered: `${californiaDay(at)} by ${by.agency} ${by.role}`,
  }
}
