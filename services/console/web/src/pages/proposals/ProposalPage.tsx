import { Navigate, Route, Routes, useParams } from 'react-router'
import { useSession } from '../../data/use-session.ts'
import { Alert } from '../../parts/Alert.tsx'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { Code, StateTag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { AboutTab } from './about/AboutTab.tsx'
import { RecordTab } from './about/RecordTab.tsx'
import { ChangesTab } from './changes/ChangesTab.tsx'
import { CommentsTab } from './comments/CommentsTab.tsx'
import { ConflictsTab } from './conflicts/ConflictsTab.tsx'
import { DatesTab } from './dates/DatesTab.tsx'
import { ImpactTab } from './impact/ImpactTab.tsx'
import { standingText, turnText } from './next-step.ts'
import { PapersTab } from './papers/PapersTab.tsx'
import { SignOffTab } from './sign-off/SignOffTab.tsx'
import { NEXT_STEP, StepButtons } from './sign-off/StepButtons.tsx'
import { headOf, useFrameworks } from './use-frameworks.ts'
import { HereProvider, useApprovals, useProposal } from './use-proposal.ts'
import { isOpen, many, type Proposal } from './words.ts'

const CRUMBS = [{ text: 'Proposals', to: paths.proposals() }]

/** One proposal: where it stands, what the person can do next, and its parts. */
export function ProposalPage() {
  const { id = '' } = useParams()
  const proposal = useProposal(id)
  if (proposal.data) return <Loaded proposal={proposal.data} etag={proposal.etag} error={proposal.error} />
  return (
    <Page title="Proposal" crumbs={CRUMBS}>
      <Shown of={proposal} what="the proposal" lines={12}>
        {() => null}
      </Shown>
    </Page>
  )
}

function Loaded({ proposal, etag, error }: { proposal: Proposal; etag: string | null; error: Error | null }) {
  const { id, title, state, framework, base, revision } = proposal
  const { actor } = useSession()
  const approvals = useApprovals(proposal)
  const frameworks = useFrameworks()
  const known = frameworks.data?.items.find(({ key }) => key === framework)
  const head = known && headOf(known)
  const behind = isOpen(state) && head !== undefined ? head - base : 0
  const stands = approvals.data?.signOffs
  return (
    <HereProvider value={{ proposal, etag, approvals, head }}>
      <Page
        title={title}
        crumbs={CRUMBS}
        lead={
          <>
            <StateTag state={state} /> Revision {revision} on <Code>{`${framework}@${base}`}</Code>
            {proposal.corrects && (
              <>
                , an erratum of <Code>{proposal.corrects}</Code>
              </>
            )}
          </>
        }
        actions={<StepButtons />}
      >
        <p className="next-step" id={NEXT_STEP} tabIndex={-1} role="status">
          <strong>{standingText(proposal, stands)}</strong> {turnText(proposal, stands, actor)}
        </p>
        {error && <Alert kind="warning">This may be old: reading the proposal again failed ({error.message}).</Alert>}
        <Tabs
          label="Parts of the proposal"
          tabs={[
            { to: paths.proposal(id, 'changes'), text: 'Changes', count: proposal.operations },
            { to: paths.proposal(id, 'impact'), text: 'Impact' },
            ...(isOpen(state)
              ? [
                  {
                    to: paths.proposal(id, 'conflicts'),
                    text: behind > 0 ? `Conflicts (behind by ${behind})` : 'Conflicts',
                  },
                ]
              : []),
            { to: paths.proposal(id, 'comments'), text: 'Comments' },
            { to: paths.proposal(id, 'sign-off'), text: 'Sign-off' },
            { to: paths.proposal(id, 'dates'), text: 'Dates' },
            { to: paths.proposal(id, 'papers'), text: 'Papers' },
            { to: paths.proposal(id, 'about'), text: 'About' },
            { to: paths.proposal(id, 'record'), text: 'Record' },
          ]}
        />
        {behind > 0 && (
          <Alert kind="warning">
            {many(behind, 'release was', 'releases were')} published since this draft was begun. It must move to the
            newest one before it can be approved: see Conflicts.
          </Alert>
        )}
        <Routes>
          <Route index element={<Navigate to={paths.proposal(id, 'changes')} replace />} />
          <Route path="changes" element={<ChangesTab />} />
          <Route path="impact" element={<ImpactTab />} />
          <Route path="conflicts" element={<ConflictsTab />} />
          <Route path="comments" element={<CommentsTab />} />
          <Route path="sign-off" element={<SignOffTab />} />
          <Route path="dates" element={<DatesTab />} />
          <Route path="papers" element={<PapersTab />} />
          <Route path="about" element={<AboutTab />} />
          <Route path="record" element={<RecordTab />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Page>
    </HereProvider>
  )
}
