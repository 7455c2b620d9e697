import type { Actor, Agency } from '@cte-align/contracts'
import { draftRelease, type Heads } from './draft-release.ts'
import { problem } from './errors.ts'
import { stateAfter } from './lifecycle.ts'
import type { Preview } from './preview-proposal.ts'
import type { ProposalDoc, SigningAgency, SignOff } from './proposal.ts'
import { type Doing, type Proposals, told } from './proposals.ts'
import { concerned } from './sign-offs.ts'
import type { Trees } from './trees.ts'

type Done = Doing & { by: Actor; reason: string }
export interface Signing extends Done {
  decision: SignOff['decision']
  /** Of the preview that the signer has seen. */
  digest: string
  /** Why CDE approves though comments are unanswered; kept. */
  waiver?: string | null
}

interface Parts {
  proposals: Proposals
  trees: Trees
  heads: Heads
  /** How many comments still wait for an answer. */
  unanswered: (proposal: ProposalDoc) => Promise<{ open: number }>
  /** The preview as it is now. */
  previewNow: (proposal: ProposalDoc, correlationId: string) => Promise<Preview>
}

const TAKEN = { approve: 'approved', acknowledge: 'acknowledged', object: 'objected' } as const

/** From draft to approved: each step takes an actor and a reason, and is kept. */
export function createReviewing({ proposals, trees, heads, unanswered, previewNow }: Parts) {
  return {
    /** Asks the others to look. The equity field must say who gains and who loses; an empty proposal has nothing to look at. */
    async submit(proposal: ProposalDoc, done: Done): Promise<ProposalDoc> {
      stateAfter(proposal, 'submitted')
      if (proposal.equity === null) throw problem('CTE_EQUITY_MISSING', { proposal: proposal._id })
      await refuseEmpty(proposal)
      return proposals.take(proposal, 'submitted', done, {
        events: [{ type: 'cte.cde.proposal.submitted', ...told(proposal, done) }],
      })
    },

    async return(proposal: ProposalDoc, done: Done): Promise<ProposalDoc> {
      return proposals.take(proposal, 'returned', done, {
        set: { schedule: null },
        events: [{ type: 'cte.cde.proposal.returned', ...told(proposal, done) }],
      })
    },

    /** CDE approves; CTC and CALPADS acknowledge or object. What is signed is this revision with the impacts that were seen. */
    async sign(proposal: ProposalDoc, signing: Signing): Promise<ProposalDoc> {
      const { decision, by, reason, at, digest, correlationId, waiver = null } = signing
      const step = TAKEN[decision]
      stateAfter(proposal, step)
      if ((decision === 'approve') !== (by.agency === 'CDE'))
        throw problem('CTE_WRONG_DECISION', { agency: by.agency, decision, wanted: wantedOf(by.agency) })
      if (decision === 'approve') await refuseMoved(proposal)
      const open = decision === 'approve' ? (await unanswered(proposal)).open : 0
      if (open > 0 && waiver === null) throw problem('CTE_COMMENTS_UNANSWERED', { proposal: proposal._id, open })
      const now = await previewNow(proposal, correlationId)
      if (now.digest !== digest) throw problem('CTE_IMPACT_MOVED', { given: digest, current: now.digest })
      if (by.agency !== 'CDE' && !concerned(now).includes(by.agency))
        throw problem('CTE_NOT_CONCERNED', { agency: by.agency, proposal: proposal._id })
      const signOff: SignOff = { decision, by, reason, at, revision: proposal.revision, digest }
      const said = told(proposal, signing)
      if (decision === 'approve')
        return proposals.take(proposal, step, signing, {
          set: { approval: signOff, held: null, schedule: null },
          digest,
          ...(open > 0 && { details: { waiver, unanswered: open } }),
          events: [{ type: 'cte.cde.proposal.approved', ...said, data: { ...said.data, digest } }],
        })
      const agency = by.agency as SigningAgency
      return proposals.take(proposal, step, signing, {
        set: { signOffs: { ...proposal.signOffs, [agency]: signOff } },
        digest,
        events: [{ type: 'cte.cde.proposal.signed-off', ...said, data: { ...said.data, agency, decision, digest } }],
      })
    },

    async withdraw(proposal: ProposalDoc, done: Done): Promise<ProposalDoc> {
      const { by, reason, at } = done
      return proposals.take(proposal, 'withdrawn', done, {
        set: { withdrawn: { by, reason, at }, schedule: null },
        events: [{ type: 'cte.cde.proposal.withdrawn', ...told(proposal, done) }],
      })
    },
  }

  async function refuseEmpty(proposal: ProposalDoc): Promise<void> {
    const { changes, mapped, unmapped } = await draftRelease(proposal, trees, heads)
    if (changes.length + mapped.length + unmapped.length === 0)
      throw problem('CTE_PROPOSAL_EMPTY', { proposal: proposal._id })
  }

  async function refuseMoved({ framework, base }: ProposalDoc): Promise<void> {
    const head = (await heads(framework)) ?? 0
    if (head !== base) throw problem('CTE_BASE_MOVED', { framework, head, base })
  }
}
export type Reviewing = ReturnType<typeof createReviewing>

const wantedOf = (agency: Agency): string => (agency === 'CDE' ? 'approve' : 'acknowledge or object')
