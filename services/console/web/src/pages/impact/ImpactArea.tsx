import { Page } from '../../parts/Page.tsx'

export const ImpactArea = () => (
  <Page title="Impact">
    <p>Being built.</p>
  </Page>
)
