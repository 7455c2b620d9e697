import { SelectField, TextField } from '../../../parts/Field.tsx'
import { YearField } from '../YearField.tsx'
import { useSectors } from './use-sectors.ts'

interface Values {
  schoolYear: string
  q: string
  sector: string
  state: string
  view: string
}
interface SequenceFiltersProps {
  filters: Values
  set: (changes: Partial<Values>) => void
  active: number
  clear: () => void
}

export function SequenceFilters({ filters, set, active, clear }: SequenceFiltersProps) {
  const sectors = useSectors()
  return (
    <search className="filters codes-filters">
      <YearField value={filters.schoolYear} onChange={schoolYear => set({ schoolYear })} />
      <TextField label="Pathway, by name or code" type="search" value={filters.q} onChange={q => set({ q })} />
      <SelectField label="Sector" value={filters.sector} onChange={sector => set({ sector })} options={sectors} />
      <SelectField
        label="Holds"
        value={filters.state}
        onChange={state => set({ state })}
        options={[
          ['', 'Any'],
          ['breaks', 'Breaks'],
          ['unknown', 'Unknown'],
          ['holds', 'Holds'],
          ['empty', 'No code'],
        ]}
      />
      <SelectField
        label="Shown as"
        value={filters.view}
        onChange={view => set({ view })}
        options={[
          ['lanes', 'Lanes'],
          ['table', 'Table'],
        ]}
      />
      {active > 0 && (
        <button type="button" className="usa-button usa-button--outline" onClick={clear}>
          Clear
        </button>
      )}
    </search>
  )
}
