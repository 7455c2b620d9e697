import { createContext, useContext } from 'react'
import { standards } from '../../data/api.ts'
import { type Answer, type AnswerKey, useAnswer } from '../../data/use-answer.ts'
import { useSession } from '../../data/use-session.ts'
import { type Deed, deedsOf } from './next-step.ts'
import { type Approvals, isSignable, type Proposal } from './words.ts'

/** Everything that is read of one proposal begins with this, so that one act makes all of it stale. */
export const proposalKey = (id: string, ...rest: unknown[]): AnswerKey => ['standards', 'proposal', id, ...rest]
/** What an act on the proposal makes stale: it, its lists, and the list of proposals. */
export const touchesOf = (id: string): AnswerKey[] => [proposalKey(id), ['standards', 'proposals']]

export const useProposal = (id: string) =>
  useAnswer(proposalKey(id), signal => standards.GET('/proposals/{id}', { params: { path: { id } }, signal }))

/** Who has signed, and what of it holds. Computes a preview, so only while somebody may sign. */
export const useApprovals = ({ id, state }: Pick<Proposal, 'id' | 'state'>) =>
  useAnswer(
    proposalKey(id, 'approvals'),
    signal => standards.GET('/proposals/{id}/approvals', { params: { path: { id } }, signal }),
    { enabled: isSignable(state), keep: true },
  )

/** What the tabs of a proposal share. */
export interface Here {
  proposal: Proposal
  etag: string | null
  approvals: Answer<Approvals>
  /** Newest release of the framework; the proposal is behind when it is above its base. */
  head: number | undefined
}
const Context = createContext<Here | undefined>(undefined)
export const HereProvider = Context.Provider

export function useHere(): Here & { can: (deed: Deed) => boolean; params: { path: { id: string } }; write: Writing } {
  const here = useContext(Context)
  if (!here) throw new Error('useHere outside a proposal')
  const { actor } = useSession()
  const deeds = deedsOf(here.proposal.state, actor)
  const params = { path: { id: here.proposal.id } }
  return { ...here, can: deed => deeds.has(deed), params, write: { ...params, ...match(here.etag) } }
}
type Writing = { path: { id: string }; header: { 'if-match': string } }

/** What was read is what is changed, or nothing is. */
export const match = (etag: string | null) => ({ header: { 'if-match': etag ?? '' } })
