import { useSearchParams } from 'react-router'
import { type Crumb, Page, type PageProps } from '../../parts/Page.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { paths } from '../../paths.ts'

/** The school year that one looks at goes along. */
const tabsFor = (schoolYear: string | undefined) => {
  const query = schoolYear === undefined ? {} : { schoolYear }
  return [
    { to: paths.courseCodes(query), text: 'Code set', end: true },
    { to: paths.sequences(query), text: 'Sequences' },
    { to: paths.codePlans(), text: 'Plans' },
    { to: paths.codeSetEditions(), text: 'Editions' },
    { to: paths.districtList(query), text: 'District list' },
    { to: paths.codeCounts(), text: 'Counts' },
    { to: paths.perkins(query), text: 'Perkins' },
    { to: paths.codeFiles(query), text: 'Files' },
  ]
}
const HOME: Crumb = { text: 'Course codes', to: paths.courseCodes() }

/** A page of this area: the way to all others stands on each. */
export function CodesPage({ children, crumbs = [], ...page }: PageProps) {
  const [params] = useSearchParams()
  return (
    <Page {...page} crumbs={page.title === HOME.text ? [] : [HOME, ...crumbs]}>
      <Tabs label="Course codes" tabs={tabsFor(params.get('schoolYear') ?? undefined)} />
      {children}
    </Page>
  )
}
