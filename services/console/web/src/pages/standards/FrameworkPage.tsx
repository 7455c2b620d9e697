import { Link, useParams } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { Code, Unverified } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { numberOf } from './item/stops.ts'
import { ReleaseChoice } from './ReleaseChoice.tsx'
import { FrameworkBrowser } from './tree/FrameworkBrowser.tsx'
import { useAsOf } from './use-as-of.ts'

/** One framework as a tree, as one release has it. */
export function FrameworkPage() {
  const { framework: key = '' } = useParams()
  const asOf = useAsOf()
  const framework = useAnswer(['standards', 'frameworks', key], signal =>
    standards.GET('/frameworks/{key}', { params: { path: { key } }, signal }),
  )
  // One line of the outline tells which release answers for the day or number asked.
  const answered = useAnswer(
    ['standards', 'outline', key, 'answered', asOf.query],
    signal =>
      standards.GET('/frameworks/{key}/outline', {
        params: { path: { key }, query: { limit: 1, ...asOf.query } },
        signal,
      }),
    { keep: true },
  )
  return (
    <Page
      title={framework.data?.title ?? key}
      lead={
        framework.data ? (
          <>
            <Code>{key}</Code> · kept by {framework.data.owner} {!framework.data.provenance.verified && <Unverified />}{' '}
            · <Link to={paths.releases(key)}>its releases</Link>
          </>
        ) : (
          <Code>{key}</Code>
        )
      }
      crumbs={[{ text: 'Standards', to: paths.standards() }]}
      reading={framework.loading}
    >
      <ReleaseChoice framework={key} asOf={asOf} answered={answered.data?.release ?? null} />
      <Shown of={answered} what="the framework" lines={12}>
        {({ release }) =>
          release === null ? (
            <Empty>Nothing of this framework has been released yet. A proposal is where it begins.</Empty>
          ) : (
            <FrameworkBrowser framework={key} release={numberOf(release)} asOf={asOf} />
          )
        }
      </Shown>
    </Page>
  )
}
