import type { Agency, Role } from '@cte-align/contracts'
import { problem } from './errors.ts'
import type { ProposalDoc, ProposalState } from './proposal.ts'

/** Who may do a thing: one of these agencies, in one of these roles. */
export interface May {
  readonly agencies: readonly Agency[]
  readonly roles: readonly Role[]
}
export const EDITORS = { agencies: ['CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] } as const
export const APPROVERS = { agencies: ['CDE'], roles: ['approver', 'publisher', 'administrator'] } as const
export const PUBLISHERS = { agencies: ['CDE'], roles: ['publisher', 'administrator'] } as const
/** The agencies whose records hang on the standards sign for themselves. */
export const SIGNERS = { agencies: ['CTC', 'CALPADS'], roles: ['approver', 'publisher', 'administrator'] } as const

/** States in which a proposal's content may be edited. What was signed for another revision no longer holds then. */
export const OPEN = ['draft', 'in-review', 'approved', 'scheduled'] as const satisfies ProposalState[]
const IN_REVIEW = ['in-review', 'approved', 'scheduled'] as const satisfies ProposalState[]

interface Rule {
  from: readonly ProposalState[]
  /** Null: it stays where it is. */
  to: ProposalState | null
  may: May | null
}

/** The life of a proposal: from which states each step leads where, and who may take it. `held` and `published` happen by themselves. */
export const STEPS = {
  edited: { from: OPEN, to: null, may: EDITORS },
  rebased: { from: OPEN, to: null, may: EDITORS },
  submitted: { from: ['draft'], to: 'in-review', may: EDITORS },
  returned: { from: IN_REVIEW, to: 'draft', may: APPROVERS },
  approved: { from: IN_REVIEW, to: 'approved', may: APPROVERS },
  acknowledged: { from: IN_REVIEW, to: null, may: SIGNERS },
  objected: { from: IN_REVIEW, to: null, may: SIGNERS },
  scheduled: { from: ['approved', 'scheduled'], to: 'scheduled', may: PUBLISHERS },
  unscheduled: { from: ['scheduled'], to: 'approved', may: PUBLISHERS },
  held: { from: ['scheduled'], to: 'in-review', may: null },
  'publishing-begun': { from: ['approved', 'scheduled'], to: 'publishing', may: PUBLISHERS },
  published: { from: ['publishing'], to: 'published', may: null },
  withdrawn: { from: OPEN, to: 'withdrawn', may: EDITORS },
} as const satisfies Record<string, Rule>
export type Step = 'opened' | keyof typeof STEPS
export const STEP_NAMES = ['opened', ...(Object.keys(STEPS) as (keyof typeof STEPS)[])] as const

/** The state a step leads to. Throws CTE_PROPOSAL_CLOSED for what is over, CTE_WRONG_STATE where the step does not begin there. */
export function stateAfter(proposal: Pick<ProposalDoc, '_id' | 'state'>, step: keyof typeof STEPS): ProposalState {
  const { from, to }: Rule = STEPS[step]
  const { _id, state } = proposal
  if (from.includes(state)) return to ?? state
  if (!(OPEN as readonly ProposalState[]).includes(state))
    throw problem('CTE_PROPOSAL_CLOSED', { proposal: _id, state })
  throw problem('CTE_WRONG_STATE', { proposal: _id, state, step: STEP_IN_WORDS[step], wanted: from.join(' or ') })
}

const STEP_IN_WORDS: Record<keyof typeof STEPS, string> = {
  edited: 'be edited',
  rebased: 'be rebased',
  submitted: 'be submitted',
  returned: 'be returned',
  approved: 'be approved',
  acknowledged: 'be acknowledged',
  objected: 'be objected to',
  scheduled: 'be scheduled',
  unscheduled: 'be taken off the schedule',
  held: 'be held',
  'publishing-begun': 'be published',
  published: 'be published',
  withdrawn: 'be withdrawn',
}
