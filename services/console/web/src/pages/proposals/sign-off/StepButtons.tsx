import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '../../../data/use-session.ts'
import { ReasonDialog } from '../../../parts/ReasonDialog.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { objects, publishable } from '../next-step.ts'
import { useHere } from '../use-proposal.ts'
import { listed } from '../words.ts'
import { StepDialog } from './StepDialog.tsx'
import { useSteps } from './use-steps.ts'

/** Of the sentence that says what comes next. */
export const NEXT_STEP = 'next-step'

type Asking = 'submit' | 'return' | 'withdraw' | 'unschedule' | 'approve' | 'acknowledge' | 'object' | 'publish'

/** The steps that this person may take now, the one that leads on first. */
export function StepButtons() {
  const { proposal, can, approvals } = useHere()
  const steps = useSteps()
  const [asking, setAsking] = useState<Asking>()
  const close = () => {
    setAsking(undefined)
    // The button that asked may be gone with the step: then what comes next has the focus.
    setTimeout(() => document.activeElement === document.body && document.getElementById(NEXT_STEP)?.focus())
  }
  const stands = approvals.data?.signOffs
  const cde = stands?.[0]
  const approved = cde?.standing === 'holds'
  const needed = (agency: string) => stands?.find(stand => stand.agency === agency)?.standing !== 'not-needed'
  const signing = stands !== undefined
  const draft = (what: Asking) => `proposal:${proposal.id}:${what}`
  const button = (what: Asking, text: string, look: '' | ' usa-button--outline' | ' usa-button--secondary' = '') => (
    <button type="button" className={`usa-button${look}`} onClick={() => setAsking(what)}>
      {text}
    </button>
  )
  const plain = (what: 'submit' | 'return' | 'withdraw' | 'unschedule', title: string, verb: string) => (
    <ReasonDialog
      title={title}
      verb={verb}
      draft={draft(what)}
      act={steps[what]}
      onClose={close}
      danger={what === 'withdraw'}
    >
      <p>{SAYS[what]}</p>
    </ReasonDialog>
  )
  const against = (stands ?? []).filter(
    stand =>
      stand.agency !== 'CDE' && stand.standing !== 'not-needed' && !(stand.standing === 'holds' && !objects(stand)),
  )
  const open = stands === undefined ? false : !publishable(stands)
  return (
    <>
      {can('submit') && proposal.operations > 0 && proposal.equity === null && (
        <Link className="usa-button" to={paths.proposal(proposal.id, 'about')}>
          Say who gains and who loses
        </Link>
      )}
      {can('submit') && proposal.operations > 0 && proposal.equity !== null && button('submit', 'Submit')}
      {signing && can('approve') && !approved && button('approve', 'Approve')}
      {signing && approved && can('publish') && button('publish', 'Publish', open ? ' usa-button--secondary' : '')}
      {signing && can('acknowledge') && <Signing needed={needed} button={button} />}
      {can('unschedule') && button('unschedule', 'Take off the schedule', ' usa-button--outline')}
      {can('return') && button('return', 'Return', ' usa-button--outline')}
      {can('withdraw') && button('withdraw', 'Withdraw', ' usa-button--outline')}
      {asking === 'submit' && plain('submit', 'Submit for review', 'Submit')}
      {asking === 'return' && plain('return', 'Return to its editors', 'Return')}
      {asking === 'withdraw' && plain('withdraw', 'Withdraw the proposal', 'Withdraw')}
      {asking === 'unschedule' && plain('unschedule', 'Take it off the schedule', 'Take off')}
      {asking === 'approve' && (
        <StepDialog
          title="Approve for CDE"
          verb="Approve"
          draft={draft('approve')}
          act={steps.approve}
          onClose={close}
          second={{
            label: 'Why, though comments are unanswered',
            hint: 'Only where comments are still open: it is kept',
            needed: steps.approve.problem?.code === 'CTE_COMMENTS_UNANSWERED',
          }}
        >
          <Binding revision={proposal.revision} digest={approvals.data?.digest} />
        </StepDialog>
      )}
      {(asking === 'acknowledge' || asking === 'object') && (
        <StepDialog
          title={asking === 'object' ? 'Object' : 'Acknowledge'}
          verb={asking === 'object' ? 'Object' : 'Acknowledge'}
          draft={draft(asking)}
          act={steps[asking]}
          onClose={close}
        >
          <Binding revision={proposal.revision} digest={approvals.data?.digest} />
        </StepDialog>
      )}
      {asking === 'publish' && (
        <StepDialog
          title="Publish"
          verb={against.length > 0 ? 'Publish all the same' : 'Publish'}
          danger={against.length > 0}
          draft={draft('publish')}
          act={steps.publish}
          onClose={close}
          second={
            against.length > 0
              ? {
                  label: `Why CDE goes over ${listed(against.map(({ agency }) => agency))}`,
                  hint: 'Kept with the release, for everybody to read',
                  needed: true,
                }
              : undefined
          }
        >
          <p>
            It becomes the next release of <strong>{proposal.framework}</strong>, and the agencies flag what it hits.
            This cannot be taken back; a later release can correct it.
          </p>
          {against.map(stand => (
            <p key={stand.agency}>
              {objects(stand)
                ? `${stand.agency} objects: ${stand.signOff?.reason}.`
                : `${stand.agency} has not acknowledged it${stand.why ? ` (${stand.why})` : ''}.`}
            </p>
          ))}
        </StepDialog>
      )}
    </>
  )
}

const SAYS = {
  submit: 'CDE approvers see it next; CTC and CALPADS sign for what is theirs. It can still be edited.',
  return: 'It becomes a draft again, with your reason. What was signed stays in the record.',
  withdraw: 'Nothing more can be done with it afterwards. It stays in the record with your reason.',
  unschedule: 'It stays approved; somebody has to publish or schedule it anew.',
}

interface SigningProps {
  needed: (agency: string) => boolean
  button: (what: Asking, text: string, look?: '' | ' usa-button--outline') => ReactNode
}

/** For CTC and CALPADS. */
function Signing({ needed, button }: SigningProps) {
  const { actor } = useSession()
  if (!actor || !needed(actor.agency)) return null
  return (
    <>
      {button('acknowledge', 'Acknowledge')}
      {button('object', 'Object', ' usa-button--outline')}
    </>
  )
}

const Binding = ({ revision, digest }: { revision: number; digest: string | undefined }) => (
  <p>
    Your word is bound to revision {revision} and to the impacts as they are now (
    <Code>{digest?.slice(0, 8) ?? '…'}</Code>). It lapses when either changes.
  </p>
)
