import { Page } from '../../parts/Page.tsx'

export const HomePage = () => (
  <Page title="Home">
    <p>Being built.</p>
  </Page>
)
