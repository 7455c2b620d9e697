import { Page } from '../../parts/Page.tsx'

export const DecoderArea = () => (
  <Page title="Decoder">
    <p>Being built.</p>
  </Page>
)
