import { Page } from '../../parts/Page.tsx'

export const ProposalsArea = () => (
  <Page title="Proposals">
    <p>Being built.</p>
  </Page>
)
