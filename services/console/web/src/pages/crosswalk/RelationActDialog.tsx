import { Dialog } from '../../parts/Dialog.tsx'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { type RelationActName, verbOf } from './acts.ts'
import { RelationWords } from './RelationMark.tsx'
import { ReviseDialog } from './ReviseDialog.tsx'
import { useRelation } from './use-crosswalk.ts'
import { type JudgingAct, useRelationAct } from './use-relation-act.ts'
import { type Relation, relationSentence, STATES } from './words.ts'

interface RelationActDialogProps {
  crosswalk: string
  id: string
  act: RelationActName
  onClose: () => void
}

/** Something done to one relation, from wherever it is shown: read first, so that what is decided on is what stands there. */
export function RelationActDialog({ crosswalk, id, act, onClose }: RelationActDialogProps) {
  const relation = useRelation(crosswalk, id)
  if (relation.data === undefined)
    return (
      <Dialog title={verbOf(act)} onClose={onClose}>
        <Shown of={relation} what="the relation">
          {() => null}
        </Shown>
        <div className="dialog-foot">
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </Dialog>
    )
  const of = { relation: relation.data, etag: relation.etag, onClose }
  return act === 'revise' ? <ReviseDialog {...of} /> : <JudgeDialog {...of} act={act} />
}

const WHAT_FOLLOWS: Record<JudgingAct, string> = {
  review: 'Says that somebody other than the author has looked at both ends as they are now. CDE decides afterwards.',
  accept: `Counts from the next release on. ${STATES.accepted.carries}`,
  'review-and-accept': `Two entries in the record with one reason: that you have looked at both ends as they are now, and that CDE accepts. Counts from the next release on. ${STATES.accepted.carries}`,
  reject: `Counts from the next release on. ${STATES.rejected.carries} A revision makes it a draft again.`,
  remove: 'It stays readable with its history. It can be drafted anew, and does not come back by itself.',
}

interface JudgeDialogProps {
  relation: Relation
  etag: string | null
  act: JudgingAct
  onClose: () => void
}

function JudgeDialog({ relation, etag, act: name, onClose }: JudgeDialogProps) {
  const act = useRelationAct(relation, etag, name)
  return (
    <ReasonDialog
      title={`${verbOf(name)}: ${relation.from.key} – ${relation.to?.key ?? 'no counterpart'}`}
      verb={verbOf(name)}
      draft={`relation:${relation.id}:${name}`}
      act={act}
      onClose={onClose}
      danger={name === 'reject' || name === 'remove'}
    >
      <p>{relationSentence(relation)}.</p>
      <RelationWords {...relation} />
      <p>{WHAT_FOLLOWS[name]}</p>
    </ReasonDialog>
  )
}
