import { useEffect, useRef, useState } from 'react'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { useLate } from '../../parts/use-late.ts'
import { type EventFilters, SOURCES, TYPES } from './event-filters.ts'

interface EventFilterBarProps {
  filters: EventFilters
  set: (changes: Partial<EventFilters>) => void
  active: number
  clear: () => void
}

export function EventFilterBar({ filters, set, active, clear }: EventFilterBarProps) {
  return (
    <search className="filters" aria-label="Filter the events">
      <SelectField
        label="Agency"
        value={filters.agency}
        onChange={agency => set({ agency })}
        options={[['', 'All'], ...Object.keys(SOURCES).map(agency => [agency, agency] as const)]}
      />
      <SelectField
        label="What"
        value={filters.type}
        onChange={type => set({ type })}
        // A type that came by an address and is not in the list is still one.
        options={TYPES.some(([value]) => value === filters.type) ? TYPES : [...TYPES, [filters.type, filters.type]]}
      />
      <Typed label="Person" value={filters.person} onChange={person => set({ person })} />
      <Typed label="About (code or key)" value={filters.subject} onChange={subject => set({ subject })} />
      <Typed label="Words" value={filters.q} onChange={q => set({ q })} />
      <button type="button" className="usa-button usa-button--unstyled" onClick={clear} hidden={active === 0}>
        Clear filters
      </button>
    </search>
  )
}

/** Follows what is typed once it rests, and what the address says when it is changed from elsewhere. */
function Typed({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value)
  const late = useLate(text)
  // What came back is what was told from here: somebody who has typed on in the meantime keeps their letters.
  const told = useRef(value)
  useEffect(() => {
    if (value !== told.current) setText(value)
    told.current = value
  }, [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each rest
  useEffect(() => {
    if (late === value || late !== text) return
    told.current = late
    onChange(late)
  }, [late])
  return <TextField label={label} type="search" value={text} onChange={setText} />
}
