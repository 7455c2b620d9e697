import { Page } from '../../parts/Page.tsx'

export const EventsArea = () => (
  <Page title="Events">
    <p>Being built.</p>
  </Page>
)
