import { momentText } from '../../../parts/times.ts'
import { useHere } from '../use-proposal.ts'
import { DatesForm } from './DatesForm.tsx'
import { Phases } from './Phases.tsx'
import { PlannedDates } from './PlannedDates.tsx'
import { ScheduleForm } from './ScheduleForm.tsx'

/** When it is in force for whom, and when it is to be published. */
export function DatesTab() {
  const { proposal, can } = useHere()
  const { schedule, state } = proposal
  return (
    <div className="columns">
      <section aria-labelledby="planned">
        <h2 id="planned" className="first">
          Planned dates
        </h2>
        {can('edit') ? <DatesForm /> : <PlannedDates dates={proposal.dates} />}
      </section>
      <div>
        <section aria-labelledby="schedule">
          <h2 id="schedule" className="first">
            Publishing
          </h2>
          {schedule ? (
            <p>
              <strong>{momentText(schedule.at)}</strong>, scheduled by {schedule.by.id}: {schedule.reason}
              {schedule.over && (
                <>
                  . Over {schedule.over.agencies.map(({ agency }) => agency).join(' and ')}: {schedule.over.reason}
                </>
              )}
            </p>
          ) : (
            <p>{state === 'published' ? `Published as ${proposal.release}.` : 'Not scheduled.'}</p>
          )}
          {can('schedule') ? (
            <ScheduleForm />
          ) : (
            !['published', 'withdrawn', 'publishing'].includes(state) && (
              <p className="soft">CDE publishers may schedule it once CDE has approved it.</p>
            )
          )}
        </section>
        <Phases />
      </div>
    </div>
  )
}
