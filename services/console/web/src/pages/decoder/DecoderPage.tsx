import type { ReactNode } from 'react'
import { Page, type PageProps } from '../../parts/Page.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { paths } from '../../paths.ts'

/** A page of the decoder, under the ways to the others. */
export const DecoderPage = ({ children, ...page }: PageProps & { children: ReactNode }) => (
  <Page {...page}>
    <Tabs
      label="The decoder"
      tabs={[
        { to: paths.decoder(), text: 'Compare', end: true },
        { to: paths.holderCheck(), text: 'Holder check' },
        { to: paths.ruleEditions(), text: 'Rule editions' },
        { to: paths.courseTable(), text: 'Course table' },
        { to: paths.workflows(), text: 'Changes of sectors' },
      ]}
    />
    {children}
  </Page>
)
