import { SelectField } from '../../parts/Field.tsx'
import { SEVERITY_ORDER } from '../../parts/Tags.tsx'
import { HAPPENED } from '../../why/why-in-words.ts'
import { FILTERS, KIND_WORDS, type Layout, type View } from './impact-filters.ts'
import type { Hit } from './impact-types.ts'

interface ImpactFiltersProps {
  filters: Layout
  active: number
  set: (changes: Partial<Layout>) => void
  hits: readonly Hit[]
  view: View
}

const ANY = ['', 'Any'] as const
const MARKS = [
  ANY,
  ['unverified', 'Every cause is unverified'],
  ['undecided', 'Undecided after a split'],
  ['findings', 'A sequence breaks'],
] as const
const GROUPS = [
  ['auto', 'As needed'],
  ['sector', 'By sector'],
  ['kind', 'By kind'],
  ['severity', 'By severity'],
] as const

export function ImpactFilters({ filters, active, set, hits, view }: ImpactFiltersProps) {
  // What was chosen stays among the choices, whether or not a row has it.
  const sectors = [...new Set([...hits.flatMap(hit => hit.sectors), filters.sector].filter(Boolean))].sort()
  const select = (
    name: keyof typeof FILTERS | 'group',
    label: string,
    options: readonly (readonly [string, string])[],
  ) => <SelectField label={label} value={filters[name]} onChange={value => set({ [name]: value })} options={options} />
  return (
    <section className="filters impact-filters" aria-label="Filters">
      {select('agency', 'Agency', [ANY, ['ctc', 'CTC'], ['calpads', 'CALPADS']])}
      {select('severity', 'Severity', [ANY, ...SEVERITY_ORDER.map(each => [each, each] as const)])}
      {select('class', 'What happened', [ANY, ...Object.entries(HAPPENED)])}
      {select('kind', 'Kind', [ANY, ...Object.entries(KIND_WORDS)])}
      {select('sector', 'Sector on the way', [ANY, ...sectors.map(each => [each, each] as const)])}
      {select('mark', 'Second look', MARKS)}
      {view === 'graph' && select('group', 'Grouped', GROUPS)}
      {active > 0 && (
        <button type="button" className="usa-button usa-button--unstyled" onClick={() => set(FILTERS)}>
          Clear filters
        </button>
      )}
    </section>
  )
}
