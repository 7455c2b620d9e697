import type { Answer } from '@cte-align/client'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { type CodeSetFilterValues, facetOptions } from './code-set-filters.ts'
import { YearField } from './YearField.tsx'

interface CodeSetFiltersProps {
  filters: CodeSetFilterValues
  set: (changes: Partial<CodeSetFilterValues>) => void
  active: number
  clear: () => void
  facets: Answer<'course-codes', '/code-sets/{schoolYear}', 'get'>['facets'] | undefined
}

/** Year, words and facets; each facet says how many codes it would leave. */
export function CodeSetFilters({ filters, set, active, clear, facets }: CodeSetFiltersProps) {
  return (
    <search className="filters codes-filters">
      <YearField value={filters.schoolYear} onChange={schoolYear => set({ schoolYear })} />
      <TextField label="Code or words of its title" type="search" value={filters.q} onChange={q => set({ q })} />
      <SelectField
        label="Sector"
        value={filters.sector}
        onChange={sector => set({ sector, pathway: '' })}
        options={facetOptions('Any sector', facets?.sector, filters.sector)}
      />
      <SelectField
        label="Pathway"
        value={filters.pathway}
        onChange={pathway => set({ pathway })}
        options={facetOptions('Any pathway', facets?.pathway, filters.pathway)}
      />
      <SelectField
        label="Level"
        value={filters.level}
        onChange={level => set({ level })}
        options={facetOptions('Any level', facets?.level, filters.level)}
      />
      <SelectField
        label="Status"
        value={filters.status}
        onChange={status => set({ status })}
        options={facetOptions('Any status', facets?.status, filters.status)}
      />
      {active > 0 && (
        <button type="button" className="usa-button usa-button--outline" onClick={clear}>
          Clear
        </button>
      )}
    </search>
  )
}
