import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { Code } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'

/** The release or proposal that a plan answers. */
export function AboutPlan({ about }: { about: Item<'course-codes', '/code-plans', 'get'>['about'] }) {
  if (about === null) return <span className="soft">nothing in particular</span>
  return 'release' in about ? (
    <Link to={paths.release(about.release)}>
      release <Code>{about.release}</Code>
    </Link>
  ) : (
    <Link to={paths.proposal(about.proposal)}>a proposal, as of revision {about.revision}</Link>
  )
}
