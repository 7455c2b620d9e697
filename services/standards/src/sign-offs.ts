import type { Agency } from '@cte-align/contracts'
import { problem } from './errors.ts'
import type { Preview } from './preview-proposal.ts'
import type { Over, ProposalDoc, SigningAgency, SignOff } from './proposal.ts'

/** What a sign-off is worth now. `lapsed`: the proposal or its impacts are no longer what was signed. */
export type Standing = 'holds' | 'lapsed' | 'missing' | 'not-needed'
export interface Stand {
  agency: Agency
  standing: Standing
  signOff: SignOff | null
  /** What has changed since, in words. */
  why: string | null
}
/** The part of a preview that sign-offs look at. */
export type Seen = { digest: string; agencies: Record<'ctc' | 'calpads', { impacts: readonly unknown[] }> }
type Signed = Pick<ProposalDoc, '_id' | 'revision' | 'approval' | 'signOffs'>

const SIGNING = ['CTC', 'CALPADS'] as const

/** Whom the impact concerns: the agencies that would get a flag. */
export const concerned = ({ agencies }: Seen): SigningAgency[] =>
  SIGNING.filter(agency => agencies[agency === 'CTC' ? 'ctc' : 'calpads'].impacts.length > 0)

/** How CDE's approval and both agencies' words stand against what the proposal is and does at this moment. */
export function standsOf(proposal: Signed, seen: Seen): Stand[] {
  const needed = concerned(seen)
  return [
    standOf('CDE', proposal.approval, proposal, seen),
    ...SIGNING.map(agency =>
      needed.includes(agency)
        ? standOf(agency, proposal.signOffs[agency], proposal, seen)
        : { agency, standing: 'not-needed' as const, signOff: proposal.signOffs[agency], why: null },
    ),
  ]
}

function standOf(agency: Agency, signOff: SignOff | null, { revision }: Signed, { digest }: Seen): Stand {
  if (signOff === null) return { agency, standing: 'missing', signOff, why: 'nobody has signed' }
  const why = [
    signOff.revision !== revision && `revision ${signOff.revision} was signed, the proposal is at ${revision}`,
    signOff.digest !== digest && `impacts ${short(signOff.digest)} were signed, they are now ${short(digest)}`,
  ].filter(each => each !== false)
  if (why.length === 0) return { agency, standing: 'holds', signOff, why: null }
  return { agency, standing: 'lapsed', signOff, why: why.join('; ') }
}
const short = (digest: string): string => digest.slice(0, 8)

/** Agencies that have not acknowledged what would be published: they object, have not answered, or answered something else. */
export const notAcknowledged = (stands: Stand[]): Stand[] =>
  stands.filter(
    ({ agency, standing, signOff }) =>
      agency !== 'CDE' && standing !== 'not-needed' && !(standing === 'holds' && signOff?.decision === 'acknowledge'),
  )

/**
 * Refuses what must not be published: CDE's approval must hold; an agency's objection, silence or lapsed word is gone over only
 * with a reason. Gives what is gone over, to be kept with the release. Throws CTE_APPROVAL_LAPSED or CTE_SIGN_OFF_MISSING.
 */
export function requireSigned(proposal: Signed, preview: Preview, reason: string | null): Over | null {
  const stands = standsOf(proposal, preview)
  const approval = stands[0]!
  if (approval.standing !== 'holds')
    throw problem('CTE_APPROVAL_LAPSED', { proposal: proposal._id, why: approval.why! })
  const against = notAcknowledged(stands)
  if (against.length === 0) return null
  if (reason === null) throw problem('CTE_SIGN_OFF_MISSING', { agencies: against.map(inWords).join('; ') })
  return {
    reason,
    agencies: against.map(({ agency, signOff }) => ({
      agency: agency as SigningAgency,
      decision: signOff?.decision ?? null,
      at: signOff?.at ?? null,
    })),
  }
}

/** Why something approved and scheduled may not be published now. Empty: it may. What CDE goes over is the very word it knew of, not a later one. */
export function lapses(proposal: Signed, seen: Seen, over: Over | null): string[] {
  const stands = standsOf(proposal, seen)
  const known = (stand: Stand) =>
    over?.agencies.some(
      ({ agency, decision, at }) =>
        agency === stand.agency &&
        decision === (stand.signOff?.decision ?? null) &&
        (at?.getTime() ?? null) === (stand.signOff?.at.getTime() ?? null),
    ) ?? false
  return [stands[0]!]
    .filter(({ standing }) => standing !== 'holds')
    .concat(notAcknowledged(stands).filter(stand => !known(stand)))
    .map(inWords)
}

export function inWords({ agency, standing, signOff, why }: Stand): string {
  const what = agency === 'CDE' ? 'approval' : 'sign-off'
  if (standing === 'missing') return `${agency} has not signed`
  if (standing === 'lapsed') return `the ${what} of ${agency} no longer holds (${why})`
  return `${agency} objects: ${signOff?.reason}`
}
