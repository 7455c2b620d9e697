import { Link } from 'react-router'
import { useSession } from '../../../data/use-session.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { Loading } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { type HeapName, heapsFor } from '../who-waits.ts'
import { FlagHeap } from './FlagHeap.tsx'
import { CommentHeap, PlanHeap, RelationHeap, WorkflowHeap } from './OtherHeaps.tsx'
import { ProposalHeap } from './ProposalHeap.tsx'

/** What waits for whoever looks, by what they may do. */
export function Waits() {
  const { session, actor, error, again } = useSession()
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{actor ? 'What waits for you' : 'What you may say something on'}</h2>
      {!session && (error ? <Problem error={error} again={again} /> : <Loading what="who you are" lines={8} />)}
      {session && !actor && session.signIn.kind === 'personas' && (
        <p className="small soft">
          <Link to={paths.signIn()} state={{ back: paths.home() }}>
            Sign in
          </Link>{' '}
          to see what waits for your agency and role.
        </p>
      )}
      {session && (
        <div className="heaps">
          {heapsFor(session).map(name => (
            <HeapOf key={name} name={name} agency={actor?.agency} />
          ))}
        </div>
      )}
    </section>
  )
}

function HeapOf({ name, agency }: { name: HeapName; agency: string | undefined }) {
  switch (name) {
    case 'ctc-flags':
      return <FlagHeap agency="ctc" />
    case 'calpads-flags':
      return <FlagHeap agency="calpads" />
    case 'comments':
      return <CommentHeap />
    case 'review-relations':
      return <RelationHeap kind="review" />
    case 'decide-relations':
      return <RelationHeap kind="decide" />
    case 'plans':
      return <PlanHeap />
    case 'workflows':
      return <WorkflowHeap />
    default:
      return <ProposalHeap kind={name} agency={agency} />
  }
}
