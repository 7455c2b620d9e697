import { useState } from 'react'
import { ReasonDialog } from '../../../parts/ReasonDialog.tsx'
import type { useSelection } from '../../../parts/use-selection.ts'
import { keepFocus } from '../keep-focus.ts'
import type { Plan } from './PlanPage.tsx'
import { useDecide } from './use-decide.ts'

interface DecideBarProps {
  plan: Plan
  etag: string | null
  selection: ReturnType<typeof useSelection>
  undecided: string[]
}

/** Decides several suggestions with one reason. */
export function DecideBar({ plan, etag, selection, undecided }: DecideBarProps) {
  const [decision, setDecision] = useState<'accept' | 'decline'>()
  const chosen = undecided.filter(id => selection.chosen.has(id))
  if (undecided.length === 0) return null
  return (
    <fieldset className="row codes-bar">
      <legend className="hidden-visually">Decide several</legend>
      <label className="row">
        <input
          type="checkbox"
          checked={chosen.length === undecided.length}
          onChange={() => selection.toggleAll(undecided, chosen.length < undecided.length)}
        />
        Select all {undecided.length} to decide
      </label>
      <span role="status" className="soft">
        {chosen.length} selected
      </span>
      {chosen.length > 0 && (
        <>
          <button type="button" className="usa-button" onClick={() => setDecision('accept')}>
            Accept {chosen.length}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={() => setDecision('decline')}>
            Decline {chosen.length}
          </button>
        </>
      )}
      {decision && (
        <Decision
          plan={plan}
          etag={etag}
          ids={chosen}
          decision={decision}
          onClose={() => {
            setDecision(undefined)
            keepFocus('plan-entries')
          }}
        />
      )}
    </fieldset>
  )
}

interface DecisionProps {
  plan: Plan
  etag: string | null
  ids: readonly string[]
  decision: 'accept' | 'decline'
  onClose: () => void
}

/** Asks why, then decides. */
export function Decision({ plan, etag, ids, decision, onClose }: DecisionProps) {
  const act = useDecide(plan, etag, { ids, decision })
  const many = ids.length === 1 ? 'the entry' : `${ids.length} entries`
  const verb = decision === 'accept' ? 'Accept' : 'Decline'
  return (
    <ReasonDialog
      title={`${verb} ${many}`}
      verb={verb}
      draft={`code-plan:${plan.id}:${decision}`}
      act={act}
      onClose={onClose}
    >
      <p>
        {decision === 'accept'
          ? 'The plan then does what each of them says.'
          : 'The plan then does nothing about their codes. What was suggested stays on record, and can be taken up again.'}
      </p>
    </ReasonDialog>
  )
}
