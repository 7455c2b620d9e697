import { Page } from '../../parts/Page.tsx'

export const CrosswalkArea = () => (
  <Page title="Crosswalk">
    <p>Being built.</p>
  </Page>
)
