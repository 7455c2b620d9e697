import type { Answer } from '@cte-align/client'
import { useParams } from 'react-router'
import { useSession } from '../../../data/use-session.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Tabs } from '../../../parts/Tabs.tsx'
import { paths } from '../../../paths.ts'
import { NotFound } from '../../../shell/NotFound.tsx'
import { CodesPage } from '../CodesPage.tsx'
import { PlanActions } from './PlanActions.tsx'
import { PlanEffect } from './PlanEffect.tsx'
import { PlanEntries } from './PlanEntries.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import { PlanOutcome } from './PlanOutcome.tsx'
import { PlanRecord } from './PlanRecord.tsx'
import { PublishedPlan } from './PublishedPlan.tsx'
import { usePlan } from './plan-data.ts'

export type Plan = Answer<'course-codes', '/code-plans/{id}', 'get'>

/** One plan: its entries beside what they would do, the whole outcome, the record. */
export function PlanPage() {
  const { id = '', tab } = useParams()
  const { may } = useSession()
  const answer = usePlan(id)
  if (tab !== undefined && tab !== 'outcome' && tab !== 'record') return <NotFound />
  const plan = answer.data
  return (
    <CodesPage
      title={plan?.title ?? 'Plan'}
      crumbs={[{ text: 'Plans', to: paths.codePlans() }]}
      actions={plan && <PlanActions plan={plan} etag={answer.etag} />}
    >
      <Shown of={answer} what="the plan" lines={12}>
        {plan => (
          <>
            <PlanFacts plan={plan} />
            <Tabs
              label="The plan"
              tabs={[
                {
                  to: paths.codePlan(id),
                  text: 'Entries',
                  end: true,
                  count: Object.values(plan.entries).reduce((a, b) => a + b, 0),
                },
                { to: paths.codePlan(id, 'outcome'), text: 'What it does' },
                { to: paths.codePlan(id, 'record'), text: 'Record' },
              ]}
            />
            {tab === 'record' && <PlanRecord id={id} />}
            {tab === 'outcome' &&
              (plan.state === 'draft' ? <PlanOutcome plan={plan} /> : <PublishedPlan plan={plan} />)}
            {tab === undefined && (
              <div className="beside plan-beside">
                <PlanEntries
                  plan={plan}
                  etag={answer.etag}
                  mayEdit={plan.state === 'draft' && may('plan course codes')}
                />
                {plan.state === 'draft' ? <PlanEffect plan={plan} /> : <PublishedPlan plan={plan} />}
              </div>
            )}
          </>
        )}
      </Shown>
    </CodesPage>
  )
}
