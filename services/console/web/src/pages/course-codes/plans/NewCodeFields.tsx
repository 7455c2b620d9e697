import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { useLate } from '../../../parts/use-late.ts'
import { LEVELS } from '../code-set-filters.ts'
import type { NewCodeForm } from './entry-form.ts'

interface NewCodeFieldsProps {
  number: number
  value: NewCodeForm
  schoolYear: string
  faultOf: (field: string) => string | undefined
  onChange: (changes: Partial<NewCodeForm>) => void
  onRemove: () => void
}

/** A code that the plan makes. Its number is a person's to give; whether it is taken is said while one types. */
export function NewCodeFields({ number, value, schoolYear, faultOf, onChange, onRemove }: NewCodeFieldsProps) {
  const wanted = useLate(value.code.trim())
  const taken = useAnswer(
    ['course-codes', 'code-set-row', schoolYear, wanted],
    signal =>
      courseCodes.GET('/code-sets/{schoolYear}', {
        params: { path: { schoolYear }, query: { q: wanted, limit: 1 } },
        signal,
      }),
    { enabled: wanted.length >= 4 },
  )
  const holder = taken.data?.items.find(({ code }) => code === wanted)
  const error = faultOf('code') ?? (holder ? `${wanted} is taken: ${holder.title}` : undefined)
  return (
    <fieldset className="new-code" data-number={number}>
      <legend>
        New code {number}
        {value.item && `, ${value.item}`}
      </legend>
      <TextField
        label="Code"
        hint="Four digits, 7000 to 8999, never used before"
        value={value.code}
        onChange={code => onChange({ code })}
        error={error}
      />
      <TextField label="Title" value={value.title} onChange={title => onChange({ title })} error={faultOf('title')} />
      <SelectField
        label="Level"
        value={value.level}
        onChange={level => onChange({ level })}
        error={faultOf('level')}
        options={[['', 'Choose …'], ...LEVELS.map(level => [level, level] as const)]}
      />
      <TextField
        label="Item it belongs to"
        hint="Key of a pathway, as in BCT.A; empty: unknown, and no change will reach it"
        value={value.item}
        onChange={item => onChange({ item })}
      />
      <TextField label="Pathway name" value={value.pathwayName} onChange={pathwayName => onChange({ pathwayName })} />
      <TextField
        label="CALPADS pathway number"
        hint="Three digits; empty: unknown"
        value={value.pathwayCode}
        onChange={pathwayCode => onChange({ pathwayCode })}
      />
      <button type="button" className="usa-button usa-button--unstyled codes-go" onClick={onRemove}>
        Remove<span className="hidden-visually"> new code {number}</span>
      </button>
    </fieldset>
  )
}
