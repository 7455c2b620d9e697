import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { plainWord } from '../../parts/Tags.tsx'
import { dayText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { ImpactPage } from './ImpactPage.tsx'

const CRUMBS = [{ text: 'Impact', to: paths.impact() }]

export function ProposalImpactPage({ id }: { id: string }) {
  const proposal = useAnswer(['standards', 'proposals', id], signal =>
    standards.GET('/proposals/{id}', { params: { path: { id } }, signal }),
  )
  const title = proposal.data ? `Impact of “${proposal.data.title}”` : 'Impact of a proposal'
  return (
    <Page
      title={title}
      crumbs={CRUMBS}
      lead="Whom it would hit if it were published now, and by which way. Nothing is written by looking."
      actions={<Link to={paths.proposal(id)}>The proposal</Link>}
    >
      <Shown of={proposal} what="the proposal" lines={12}>
        {({ title, state, framework, revision }) => (
          <ImpactPage
            of={{ proposal: id }}
            told={{ proposal: { id, title } }}
            standing={`${framework}, ${plainWord(state)}, revision ${revision}`}
          />
        )}
      </Shown>
    </Page>
  )
}

export function ReleaseImpactPage({ id }: { id: string }) {
  const release = useAnswer(['standards', 'releases', id], signal =>
    standards.GET('/releases/{id}', { params: { path: { id } }, signal }),
  )
  return (
    <Page
      title={`Impact of release ${id}`}
      crumbs={CRUMBS}
      lead="Whom it has hit, and by which way: the flags of both agencies, whatever has become of them."
      actions={<Link to={paths.release(id)}>The release</Link>}
    >
      <Shown of={release} what="the release" lines={12}>
        {({ title, dates }) => (
          <ImpactPage
            of={{ release: id }}
            told={{ release: id }}
            standing={`${title}; in force ${dayText(dates.effective)}`}
          />
        )}
      </Shown>
    </Page>
  )
}
