import { StateTag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { AboutPlan } from './AboutPlan.tsx'
import type { Plan } from './PlanPage.tsx'

/** What the plan answers, from when it holds, how far it is decided. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const { state, about, schoolYear, entries, withoutChange, openedAt, openedBy } = plan
  return (
    <p className="row plan-facts">
      <StateTag state={state} />
      <span>
        Answers <AboutPlan about={about} />
      </span>
      <span>
        from school year <strong>{schoolYear}</strong>
      </span>
      <span role="status">
        <strong>{entries.suggested}</strong> to decide, {entries.accepted + entries.edited} decided, {entries.declined}{' '}
        declined
      </span>
      {withoutChange > 0 && <span className="soft">{withoutChange} more codes are reached and need not change</span>}
      <span className="small soft">
        opened {momentText(openedAt)} by {openedBy.id}
      </span>
    </p>
  )
}
