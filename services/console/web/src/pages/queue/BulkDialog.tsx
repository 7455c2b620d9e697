import { answerOf } from '@cte-align/client'
import { useState } from 'react'
import { useAct } from '../../data/use-act.ts'
import { useDraft } from '../../data/use-draft.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { SelectField } from '../../parts/Field.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useFaultFocus } from '../../parts/use-fault-focus.ts'
import { BulkPlanView } from './BulkPlanView.tsx'
import type { BulkAction, BulkPlan, FlagFilterBody } from './flag-types.ts'
import { StepFields } from './StepFields.tsx'
import { DEED_ORDER, DEEDS, type Draft, emptyDraft, lacks, stepOf } from './step.ts'
import type { Queue } from './use-queue.ts'

export type BulkSet = { ids: string[] } | { filter: FlagFilterBody }

interface BulkDialogProps {
  queue: Queue
  /** Those that are selected, or all that the filter finds. */
  set: BulkSet
  me: string
  onClose: (applied: boolean) => void
}

const DEED_OPTIONS = DEED_ORDER.map(deed => [deed, DEEDS[deed].verb] as const)

/** One step over many flags: shown first, applied just as shown. */
export function BulkDialog({ queue, set, me, onClose }: BulkDialogProps) {
  const kept = useDraft<Draft>(`${queue.agency}:bulk`, emptyDraft('resolve'))
  const [tried, setTried] = useState(false)
  const { form, look: lookAtFaults } = useFaultFocus()
  const [plan, setPlan] = useState<BulkPlan>()
  const draft = kept.value
  const faults = lacks(draft)
  const call = (how: { dryRun: true } | { dryRun: false; digest: string }) =>
    queue.client.POST('/flags/bulk', { body: { ...set, step: stepOf(draft, me), ...how } })
  const look = useAct(() => call({ dryRun: true }), {
    touches: [],
    onDone: ({ data }) => 'digest' in data && setPlan(data),
  })
  const apply = useAct((digest: string) => call({ dryRun: false, digest }), {
    touches: [queue.key()],
    done: ({ data }) => ('digest' in data ? '' : doneInWords(data)),
    undo: ({ data }) => ('digest' in data ? undefined : () => undo(queue, data.id)),
    onDone: () => {
      kept.discard()
      onClose(true)
    },
  })
  const change = (changes: Partial<Draft>) => {
    kept.set(old => ({ ...old, ...changes }))
    setPlan(undefined)
    apply.clear()
  }
  const show = () => {
    setTried(true)
    apply.clear()
    if (Object.keys(faults).length > 0) lookAtFaults()
    else void look.run(undefined)
  }
  const problem = apply.problem ?? look.problem
  return (
    <Dialog
      title={'ids' in set ? `The ${set.ids.length} selected flags` : 'All flags that the filter finds'}
      onClose={() => onClose(false)}
    >
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (plan && !apply.problem) void apply.run(plan.digest)
          else show()
        }}
      >
        <SelectField
          label="What to do"
          value={draft.deed}
          options={DEED_OPTIONS}
          onChange={text => change({ deed: DEED_ORDER.find(deed => deed === text) ?? 'resolve' })}
          hint={DEEDS[draft.deed].does}
        />
        <StepFields queue={queue} draft={draft} onChange={change} faults={tried ? faults : {}} />
        {plan && !apply.problem && <BulkPlanView plan={plan} />}
        {problem && <Problem error={problem} />}
        <div className="dialog-foot">
          <SubmitButton
            plan={apply.problem ? undefined : plan}
            busy={look.busy || apply.busy}
            verb={DEEDS[draft.deed].verb}
          />
          <button type="button" className="usa-button usa-button--outline" onClick={() => onClose(false)}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** First shows what would happen, then does just that. */
function SubmitButton({ plan, busy, verb }: { plan: BulkPlan | undefined; busy: boolean; verb: string }) {
  const nothing = plan?.changes === 0
  return (
    <button type="submit" className="usa-button" disabled={busy || nothing}>
      {busy
        ? 'One moment …'
        : plan
          ? `${verb}: ${plan.changes} ${plan.changes === 1 ? 'flag' : 'flags'}`
          : 'Show what would happen'}
    </button>
  )
}

const doneInWords = ({ moved, skipped }: BulkAction): string =>
  `${moved} ${moved === 1 ? 'flag' : 'flags'} moved${skipped > 0 ? `, ${skipped} passed over` : ''}.`

/** Taken back from the notice. */
export const undo = (
  { client }: Queue,
  id: string,
  reason = 'Taken back at once, from the notice of the bulk action',
) => answerOf(client.POST('/bulk-actions/{id}/undo', { params: { path: { id } }, body: { reason } }))
