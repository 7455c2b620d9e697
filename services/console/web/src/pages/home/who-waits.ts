// What of all the work there is waits for somebody, by what they may do. The services judge again; this only orders the desk.
import { may, type Session } from '../../data/session.ts'

export type HeapName =
  | 'ctc-flags'
  | 'calpads-flags'
  | 'sign-off'
  | 'approve'
  | 'publish'
  | 'drafts'
  | 'comments'
  | 'review-relations'
  | 'decide-relations'
  | 'plans'
  | 'workflows'
  | 'open-for-comment'

/** The most pressing first. Somebody who may do nothing sees what one may say something on. */
export function heapsFor(session: Session | undefined): HeapName[] {
  const agency = session?.actor?.agency
  const heaps: [HeapName, boolean][] = [
    ['ctc-flags', may(session, 'review CTC flags')],
    ['calpads-flags', agency === 'CALPADS' && may(session, 'review CALPADS flags')],
    ['publish', may(session, 'publish proposals')],
    ['approve', agency === 'CDE' && may(session, 'sign proposals')],
    ['sign-off', agency !== 'CDE' && may(session, 'sign proposals')],
    ['drafts', may(session, 'edit proposals')],
    ['comments', may(session, 'edit proposals')],
    ['plans', agency === 'CALPADS' && may(session, 'plan course codes')],
    ['workflows', may(session, 'draft rule editions')],
    ['decide-relations', may(session, 'decide crosswalk')],
    ['review-relations', agency === 'CDE' && may(session, 'review crosswalk')],
    ['calpads-flags', agency === 'CDE' && may(session, 'review CALPADS flags')],
  ]
  const mine = heaps.filter(([, waits]) => waits).map(([name]) => name)
  return mine.length > 0 ? mine : ['open-for-comment']
}

type Proposal = {
  state: string
  held: unknown
  signOffs: Record<'CTC' | 'CALPADS', { decision: string } | null>
}
const SIGNABLE = ['in-review', 'approved', 'scheduled']

/** Whether a proposal lies on this heap. An agency is asked while it has said nothing; whether it is concerned, the proposal's page says. */
export function liesOn(
  heap: 'publish' | 'approve' | 'sign-off' | 'drafts' | 'open-for-comment',
  { state, held, signOffs }: Proposal,
  agency?: string,
): boolean {
  switch (heap) {
    case 'publish':
      return state === 'approved' || held !== null
    case 'approve':
      return state === 'in-review'
    case 'sign-off':
      return SIGNABLE.includes(state) && (agency === 'CTC' || agency === 'CALPADS') && signOffs[agency] === null
    case 'drafts':
      return state === 'draft'
    case 'open-for-comment':
      return state === 'draft' || SIGNABLE.includes(state)
    default:
      return heap satisfies never
  }
}
