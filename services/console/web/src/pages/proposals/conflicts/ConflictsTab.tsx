import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Empty, Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { proposalKey, useHere } from '../use-proposal.ts'
import { RebaseForm } from './RebaseForm.tsx'

/** Where newer releases collide with the draft, and the move to the newest one. */
export function ConflictsTab() {
  const { proposal, params } = useHere()
  const conflicts = useAnswer(proposalKey(proposal.id, 'conflicts', proposal.version), signal =>
    standards.GET('/proposals/{id}/conflicts', { params, signal }),
  )
  return (
    <Shown of={conflicts} what="the conflicts" lines={5}>
      {data =>
        data.head <= data.base ? (
          <Empty>
            No conflict: the draft starts from <Code>{`${proposal.framework}@${data.base}`}</Code>, the newest release.
          </Empty>
        ) : (
          <RebaseForm conflicts={data} />
        )
      }
    </Shown>
  )
}
