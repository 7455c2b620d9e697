import { Link } from 'react-router'
import { Alert } from '../../parts/Alert.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import type { Movable, Moves } from './use-moves.ts'
import type { Queue } from './use-queue.ts'

/** A step that was refused after the work had gone on to the next flag: said by name, and put back as it was. */
export function Refused({ queue, flag, moves }: { queue: Queue; flag: Movable; moves: Moves }) {
  const { problem, conflict, clear } = moves
  return (
    <Alert kind="warning" role="alert">
      <p>
        Nothing was done with{' '}
        <Link to={paths.flag(queue.agency, flag.id)}>
          <Code>{flag.dependent.key}</Code>
        </Link>
        :{' '}
        {conflict
          ? 'somebody else changed it while you were working. The list shows how it stands now; look again, then repeat the step if it still holds.'
          : problem?.detail}{' '}
        <Code>{problem?.code}</Code>
      </p>
      <button type="button" className="usa-button usa-button--unstyled" onClick={clear}>
        Close this message
      </button>
    </Alert>
  )
}
