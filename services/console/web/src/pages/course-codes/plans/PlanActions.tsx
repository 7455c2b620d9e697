import { useState } from 'react'
import { Link } from 'react-router'
import { courseCodes } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useSession } from '../../../data/use-session.ts'
import { ReasonDialog } from '../../../parts/ReasonDialog.tsx'
import { paths } from '../../../paths.ts'
import type { Plan } from './PlanPage.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { planKey } from './plan-data.ts'

type Asking = 'publish' | 'withdraw' | 'suggest'

/** What one does with the whole plan. Who may not is told who may. */
export function PlanActions({ plan, etag }: { plan: Plan; etag: string | null }) {
  const { may } = useSession()
  const [asking, setAsking] = useState<Asking>()
  const { id } = plan
  const params = { path: { id }, header: { 'if-match': etag ?? '' } }
  const touches = [planKey(id), ['course-codes', 'plans'] as const]
  const withdraw = useAct(
    (reason: string) => courseCodes.POST('/code-plans/{id}/withdraw', { params, body: { reason } }),
    {
      touches,
      done: 'The plan is withdrawn; it stays readable.',
    },
  )
  const suggest = useAct(
    (reason: string) => courseCodes.POST('/code-plans/{id}/suggestions', { params, body: { reason } }),
    {
      touches,
      done: ({ data }) => `Asked again: ${data.entries.suggested} suggestions to decide.`,
    },
  )
  const close = () => setAsking(undefined)
  if (plan.state !== 'draft')
    return (
      <Link className="usa-button usa-button--outline" to={paths.compareCodePlans({ a: id })}>
        Compare
      </Link>
    )
  return (
    <>
      {may('publish course codes') ? (
        <button type="button" className="usa-button" onClick={() => setAsking('publish')}>
          Publish …
        </button>
      ) : (
        <span className="small soft">CALPADS and CDE approvers and publishers may publish it.</span>
      )}
      {may('plan course codes') && (
        <>
          {plan.about !== null && (
            <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking('suggest')}>
              Ask again …
            </button>
          )}
          <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking('withdraw')}>
            Withdraw …
          </button>
        </>
      )}
      <Link className="usa-button usa-button--outline" to={paths.compareCodePlans({ a: id })}>
        Compare
      </Link>
      {asking === 'publish' && <PublishDialog plan={plan} etag={etag} onClose={close} />}
      {asking === 'withdraw' && (
        <ReasonDialog
          title="Withdraw the plan"
          verb="Withdraw"
          draft={`code-plan:${id}:withdraw`}
          act={withdraw}
          onClose={close}
          danger
        >
          <p>Nobody can go on with it then. It stays readable, with its record; no course code changes.</p>
        </ReasonDialog>
      )}
      {asking === 'suggest' && (
        <ReasonDialog
          title="Ask again what is suggested"
          verb="Ask again"
          draft={`code-plan:${id}:suggest`}
          act={suggest}
          onClose={close}
        >
          <p>What is new is added as a suggestion. What is there stays as it is, decided or not.</p>
        </ReasonDialog>
      )}
    </>
  )
}
