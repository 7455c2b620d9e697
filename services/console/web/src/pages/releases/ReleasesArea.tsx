import { Page } from '../../parts/Page.tsx'

export const ReleasesArea = () => (
  <Page title="Releases">
    <p>Being built.</p>
  </Page>
)
