import { Link, useParams } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'
import { momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { Assessments } from './Assessments.tsx'
import { Changes } from './Changes.tsx'
import { Papers } from './Papers.tsx'
import { ReleaseFacts } from './ReleaseFacts.tsx'

/** What a release changed, when it counts, whom it flagged, and what can be printed of it. */
export function ReleasePage() {
  const { id = '' } = useParams()
  const release = useAnswer(['standards', 'releases', 'one', id], signal =>
    standards.GET('/releases/{id}', { params: { path: { id } }, signal }),
  )
  const { data } = release
  return (
    <Page
      title={data?.title ?? id}
      lead={
        data && (
          <>
            <Code>{id}</Code> of <Link to={paths.framework(data.framework)}>{data.framework}</Link>, published by{' '}
            {data.publishedBy.id} ({data.publishedBy.agency} {data.publishedBy.role}) {momentText(data.publishedAt)}
          </>
        )
      }
      crumbs={[
        { text: 'Standards', to: paths.standards() },
        { text: 'Releases', to: paths.releases() },
      ]}
      actions={<Link to={paths.impact({ release: id })}>Its impact, path by path</Link>}
      reading={release.loading}
    >
      <div className="beside">
        <Shown of={release} what="the release" lines={9}>
          {known => <ReleaseFacts release={known} />}
        </Shown>
        <div>
          <Assessments id={id} />
          <Papers id={id} />
        </div>
      </div>
      <h2 id="changes">What it changed</h2>
      <Changes id={id} />
    </Page>
  )
}
