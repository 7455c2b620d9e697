import { Page } from '../../parts/Page.tsx'

export const QueueArea = () => (
  <Page title="Queue">
    <p>Being built.</p>
  </Page>
)
