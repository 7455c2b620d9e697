import { Page } from '../../parts/Page.tsx'

export const StandardsArea = () => (
  <Page title="Standards">
    <p>Being built.</p>
  </Page>
)
