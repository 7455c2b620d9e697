import { Link } from 'react-router'
import { courseCodes, credentials } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { heard } from '../../releases/Assessments.tsx'
import { progressText } from '../../releases/progress.ts'
import { useNewReleases } from '../use-home.ts'
import { GAP_SERVICES, type GapService } from './gaps.ts'

/** Whether both agencies have worked through the newest release, so that the flags are all there. */
export function Delivery() {
  const releases = useNewReleases()
  return (
    <section aria-labelledby="health-delivery">
      <h3 id="health-delivery">Newest release, worked through</h3>
      <Shown of={releases} what="the newest release" lines={2} empty="Nothing has been released yet.">
        {([newest]) =>
          newest && (
            <ul className="plain-list counts">
              <Heard service="credentials" release={newest.id} />
              <Heard service="course-codes" release={newest.id} />
            </ul>
          )
        }
      </Shown>
    </section>
  )
}

function Heard({ service, release: id }: { service: GapService; release: string }) {
  const params = { path: { id } }
  const answer = useAnswer([service, 'assessment', id], signal =>
    service === 'credentials'
      ? credentials.GET('/releases/{id}/assessment', { params, signal })
      : courseCodes.GET('/releases/{id}/assessment', { params, signal }),
  )
  const name = GAP_SERVICES[service]
  return (
    <li>
      <Shown of={heard(answer)} what={`how far ${name} is`} lines={1}>
        {progress => (
          <>
            {name}: <Link to={paths.release(id)}>{progressText(progress)}</Link>
          </>
        )}
      </Shown>
    </li>
  )
}
