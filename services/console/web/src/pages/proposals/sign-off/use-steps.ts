import { useNavigate } from 'react-router'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { paths } from '../../../paths.ts'
import { touchesOf, useHere } from '../use-proposal.ts'
import type { Said } from './StepDialog.tsx'

/** Every step from draft to published, as acts. Each names the version it was decided on. */
export function useSteps() {
  const { proposal, write, approvals } = useHere()
  const touches = touchesOf(proposal.id)
  const navigate = useNavigate()
  const digest = approvals.data?.digest ?? ''
  const sign = (decision: 'approve' | 'acknowledge' | 'object') => (said: Said) =>
    standards.POST('/proposals/{id}/approvals', {
      params: write,
      body: { decision, reason: said.reason, digest, ...(said.second && { waiver: said.second }) },
    })
  return {
    submit: useAct((reason: string) => standards.POST('/proposals/{id}/submit', { params: write, body: { reason } }), {
      touches,
      done: 'Submitted: it is in review.',
    }),
    return: useAct((reason: string) => standards.POST('/proposals/{id}/return', { params: write, body: { reason } }), {
      touches,
      done: 'Returned: it is a draft again.',
    }),
    withdraw: useAct(
      (reason: string) => standards.POST('/proposals/{id}/withdraw', { params: write, body: { reason } }),
      { touches, done: 'Withdrawn. It stays in the record.' },
    ),
    unschedule: useAct(
      (reason: string) => standards.POST('/proposals/{id}/unschedule', { params: write, body: { reason } }),
      { touches, done: 'Taken off the schedule.' },
    ),
    approve: useAct(sign('approve'), { touches, done: 'Approved for CDE.' }),
    acknowledge: useAct(sign('acknowledge'), { touches, done: 'Acknowledged.' }),
    object: useAct(sign('object'), { touches, done: 'Your objection is on record.' }),
    publish: useAct(
      ({ reason, second }: Said) =>
        standards.POST('/proposals/{id}/publish', {
          params: write,
          body: { reason, ...(second && { over: second }) },
        }),
      {
        touches: [...touches, ['standards'], ['credentials'], ['course-codes']],
        done: ({ data }) => `Published as ${data.release.id}. The agencies are flagging it now.`,
        onDone: ({ data }) => navigate(paths.release(data.release.id)),
      },
    ),
  }
}
export type Steps = ReturnType<typeof useSteps>
