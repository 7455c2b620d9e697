import { useFilters } from '../../../data/use-filters.ts'
import { FacetField } from '../../../parts/FacetField.tsx'
import { Page } from '../../../parts/Page.tsx'
import { paths } from '../../../paths.ts'
import { facetOptions, kindOptions, upperFirst } from '../words.ts'
import { FoundItems } from './FoundItems.tsx'
import { Named } from './Named.tsx'
import { OtherFinds } from './OtherFinds.tsx'
import { SearchField } from './SearchField.tsx'
import { useFound } from './use-found.ts'
import { useOthers } from './use-others.ts'

const FILTERS = { q: '', framework: '', kind: '', status: '', verified: '' }

/** What a code or words name, across both frameworks, the course codes and the authorizations. */
export function SearchPage() {
  const { filters, set } = useFilters(FILTERS)
  const found = useFound(filters)
  const others = useOthers(filters.q)
  const facets = found.first?.facets
  const facet = (name: 'framework' | 'status' | 'verified', label: string, text: (value: string) => string) => (
    <FacetField
      label={label}
      name={name}
      value={filters[name]}
      onChange={value => set({ [name]: value })}
      options={facetOptions(facets?.[name] ?? {}, text, filters[name])}
    />
  )
  return (
    <Page
      title={filters.q ? `Search: ${filters.q}` : 'Search'}
      lead="Each word has to be there: in the code, title, text or scope note."
      crumbs={[{ text: 'Standards', to: paths.standards() }]}
    >
      <SearchField />
      <Named typed={filters.q} items={found.data} others={others} />
      <div className="beside beside--facets">
        <div className="facets">
          {facet('framework', 'Framework', key => key)}
          <FacetField
            label="Kind"
            name="kind"
            value={filters.kind}
            onChange={kind => set({ kind })}
            options={kindOptions(facets?.kind ?? {}, filters.kind)}
          />
          {facet('status', 'State', upperFirst)}
          {facet('verified', 'Source', value => (value === 'true' ? 'Verified' : 'Not verified'))}
        </div>
        <div>
          <h2 className="first">Items of the standards</h2>
          <FoundItems found={found} what={filters.q} showFramework />
          <OtherFinds others={others} q={filters.q} />
        </div>
      </div>
    </Page>
  )
}
