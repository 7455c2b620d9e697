import { Shown } from '../../../parts/Shown.tsx'
import { dayText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { useCrosswalks, useDraftPlans, useUnanswered } from '../use-home.ts'
import { useOpenWorkflows } from '../use-open-workflows.ts'
import { Entries, FIRST, Heap, Nothing } from './Heap.tsx'
import { stepsToDo } from './steps-to-do.ts'

export function CommentHeap() {
  const unanswered = useUnanswered()
  const items = unanswered.data?.items
  const first = items?.[0]
  return (
    <Heap
      title="Comments to answer"
      count={unanswered.data?.comments}
      to={first ? paths.proposal(first.proposal, 'comments') : paths.proposals()}
      what="without an answer"
    >
      <Shown
        of={{ ...unanswered, data: items }}
        what="the comments without an answer"
        lines={1}
        empty={<Nothing>Every comment on a proposal under way is answered.</Nothing>}
      >
        {waiting => (
          <Entries
            label="Proposals with comments to answer"
            entries={waiting.slice(0, FIRST).map(each => ({
              key: each.proposal,
              to: paths.proposal(each.proposal, 'comments'),
              text: each.title,
              beside: `${each.unanswered} unanswered`,
            }))}
          />
        )}
      </Shown>
    </Heap>
  )
}

const RELATIONS = {
  review: { title: 'Crosswalk to review', states: ['draft', 'suspect'], what: 'drafted or suspect', state: 'draft' },
  decide: { title: 'Crosswalk to decide', states: ['reviewed'], what: 'reviewed, not decided', state: 'reviewed' },
} as const

export function RelationHeap({ kind }: { kind: keyof typeof RELATIONS }) {
  const crosswalks = useCrosswalks()
  const { title, states, what, state } = RELATIONS[kind]
  const of = (byState: Record<string, number>) => states.reduce((sum, each) => sum + (byState[each] ?? 0), 0)
  const items = crosswalks.data?.items.filter(({ byState }) => of(byState) > 0)
  const first = items?.[0]
  return (
    <Heap
      title={title}
      count={items?.reduce((sum, { byState }) => sum + of(byState), 0)}
      to={first ? paths.crosswalk(first.key, 'relations', { state }) : paths.crosswalks()}
      what={`relations ${what}`}
    >
      <Shown of={{ ...crosswalks, data: items }} what="the crosswalks" lines={1} empty={<Nothing>None waits.</Nothing>}>
        {waiting => (
          <Entries
            label={title}
            entries={waiting.slice(0, FIRST).map(({ key, title: text, byState }) => ({
              key,
              to: paths.crosswalk(key, 'relations', { state }),
              text,
              beside: `${of(byState)} relations`,
            }))}
          />
        )}
      </Shown>
    </Heap>
  )
}

export function PlanHeap() {
  const plans = useDraftPlans()
  const items = plans.data?.items
  return (
    <Heap title="Code plans" count={items?.length} to={paths.codePlans({ state: 'draft' })} what="plans in draft">
      <Shown of={{ ...plans, data: items }} what="the code plans" lines={1} empty={<Nothing>No plan is open.</Nothing>}>
        {open => (
          <Entries
            label="Code plans in draft"
            entries={open.slice(0, FIRST).map(({ id, title, schoolYear, entries }) => ({
              key: id,
              to: paths.codePlan(id),
              text: title,
              beside: `${schoolYear}, ${entries.suggested} suggestions undecided`,
            }))}
          />
        )}
      </Shown>
    </Heap>
  )
}

export function WorkflowHeap() {
  const { answer, left } = useOpenWorkflows()
  const steps = answer.data && stepsToDo(answer.data)
  return (
    <Heap title="Workflow steps" count={steps?.length} to={paths.workflows()} what="steps to do now">
      {left > 0 && <Nothing>Counted in the newest checklists; there are more.</Nothing>}
      <Shown
        of={{ ...answer, data: steps }}
        what="the workflow steps"
        lines={1}
        empty={<Nothing>No step waits.</Nothing>}
      >
        {todo => (
          <Entries
            label="Workflow steps to do now"
            entries={todo.slice(0, FIRST).map(({ workflow, step }) => ({
              key: `${workflow.id} ${step.key}`,
              to: paths.workflow(workflow.id),
              text: step.title,
              beside: `${workflow.title}; ${step.actors.join(', ')}; latest finish ${dayText(step.latest.finish)}`,
            }))}
          />
        )}
      </Shown>
    </Heap>
  )
}
