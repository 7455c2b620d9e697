// What comes next with a proposal, in one sentence for whoever looks, and what that person can do about it.
import type { Session } from '../../data/session.ts'
import { momentText } from '../../parts/times.ts'
import { isOpen, isSignable, listed, type Proposal, type Stand } from './words.ts'

type Actor = NonNullable<Session['actor']>
export type Deed =
  | 'edit'
  | 'submit'
  | 'return'
  | 'withdraw'
  | 'approve'
  | 'acknowledge'
  | 'schedule'
  | 'unschedule'
  | 'publish'

const EDITS = new Set(['editor', 'approver', 'publisher', 'administrator'])
const APPROVES = new Set(['approver', 'publisher', 'administrator'])
const PUBLISHES = new Set(['publisher', 'administrator'])

/** What this person may do with a proposal in this state; the service has the last word. */
export function deedsOf(state: Proposal['state'], actor: Actor | null): Set<Deed> {
  const deeds = new Set<Deed>()
  if (!actor) return deeds
  const { agency, role } = actor
  if (agency !== 'CDE') {
    if (isSignable(state) && APPROVES.has(role)) deeds.add('acknowledge')
    return deeds
  }
  if (isOpen(state) && EDITS.has(role)) deeds.add('edit').add('withdraw')
  if (state === 'draft' && EDITS.has(role)) deeds.add('submit')
  if (isSignable(state) && APPROVES.has(role)) deeds.add('return').add('approve')
  if (PUBLISHES.has(role)) {
    if (state === 'approved' || state === 'scheduled') deeds.add('publish').add('schedule')
    if (state === 'scheduled') deeds.add('unschedule')
  }
  return deeds
}

type About = Pick<
  Proposal,
  'state' | 'operations' | 'equity' | 'schedule' | 'release' | 'withdrawn' | 'revision' | 'held'
>

/** Where the proposal stands. `stands` are undefined while they are worked out. */
export function standingText(proposal: About, stands: Stand[] | undefined): string {
  const { state, operations, equity, schedule, release, withdrawn, held } = proposal
  switch (state) {
    case 'draft':
      if (operations === 0) return 'This draft changes nothing yet.'
      return equity === null
        ? 'This draft cannot be submitted before it says who gains and who loses.'
        : 'This draft is ready to be submitted for review.'
    case 'in-review':
    case 'approved':
      return held
        ? `Its publishing was held: ${held.reasons.join('; ')}.`
        : stands === undefined
          ? 'Working out who has signed …'
          : signedText(stands)
    case 'scheduled':
      return `It will be published on ${schedule ? momentText(schedule.at) : 'its date'}${over(stands)}.`
    case 'publishing':
      return 'It is being published at this moment.'
    case 'published':
      return `It was published as ${release}.`
    case 'withdrawn':
      return `It was withdrawn: ${withdrawn?.reason ?? 'no reason is recorded'}.`
    default:
      return state satisfies never
  }
}

const over = (stands: Stand[] | undefined): string => {
  const against = stands?.filter(objects).map(({ agency }) => agency) ?? []
  return against.length > 0 ? `, over the objection of ${listed(against)}` : ''
}
export const objects = ({ standing, signOff }: Stand): boolean => standing === 'holds' && signOff?.decision === 'object'

function signedText(stands: Stand[]): string {
  const of = (which: (stand: Stand) => boolean) => stands.filter(which).map(({ agency }) => agency)
  const holds = of(stand => stand.standing === 'holds' && !objects(stand))
  const sentences = [
    holds.length > 0 && `${listed(holds)} ${holds.length === 1 ? 'has' : 'have'} signed.`,
    ...stands.filter(objects).map(({ agency, signOff }) => `${agency} objects: ${signOff?.reason}.`),
    ...of(({ standing }) => standing === 'lapsed').map(agency => `What ${agency} signed no longer holds.`),
    ...[of(({ standing }) => standing === 'missing')]
      .filter(missing => missing.length > 0)
      .map(missing => `${listed(missing)} ${missing.length === 1 ? 'has' : 'have'} not signed.`),
  ]
  return sentences.filter(each => each !== false).join(' ')
}

/** What the person who looks can do, or who can. */
export function turnText(proposal: About, stands: Stand[] | undefined, actor: Actor | null): string {
  const { state } = proposal
  if (!isOpen(state) && state !== 'publishing') return ''
  const deeds = deedsOf(state, actor)
  const you = actor ? `As ${actor.agency} ${actor.role} you can` : ''
  const stand = actor && stands?.find(({ agency }) => agency === actor.agency)
  if (state === 'draft') return deeds.has('edit') ? `${you} ${draftDeeds(proposal)}.` : 'CDE editors may change it.'
  if (deeds.has('acknowledge')) {
    if (stand?.standing === 'not-needed') return `Nothing of ${stand.agency} is hit: you need not sign.`
    if (stand?.standing === 'holds') return 'You have signed; you can change your word while it is open.'
    return `${you} acknowledge or object.`
  }
  if (deeds.has('publish') && stands?.[0]?.standing === 'holds')
    return publishable(stands)
      ? `${you} publish or schedule it.`
      : `${you} publish or schedule it over that, with a reason that is kept.`
  if (deeds.has('approve'))
    return stands?.[0]?.standing === 'holds'
      ? 'CDE publishers may publish it; you can return it.'
      : `${you} approve or return it.`
  if (deeds.has('edit')) return `${you} still edit it: what was signed lapses then. CDE approvers may approve it.`
  return actor?.agency === 'CTC' || actor?.agency === 'CALPADS'
    ? `${actor.agency} approvers may acknowledge or object.`
    : 'CDE approvers may approve it; CTC and CALPADS approvers may acknowledge or object.'
}

const draftDeeds = ({ operations, equity }: About): string =>
  operations === 0 ? 'add operations' : equity === null ? 'say so under About, and edit it' : 'submit or edit it'

/** Whoever is hit has acknowledged. */
export const publishable = (stands: Stand[]): boolean =>
  stands.every(
    ({ agency, standing, signOff }) =>
      standing === 'not-needed' || (standing === 'holds' && (agency === 'CDE' || signOff?.decision === 'acknowledge')),
  )
