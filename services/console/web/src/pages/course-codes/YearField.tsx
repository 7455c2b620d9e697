import { SelectField } from '../../parts/Field.tsx'
import { thisSchoolYear, yearsToChoose } from './school-years.ts'

interface YearFieldProps {
  value: string
  onChange: (year: string) => void
  label?: string
  hint?: string
}

/** A school year, as CALPADS writes it. */
export function YearField({ value, onChange, label = 'School year', hint }: YearFieldProps) {
  const now = thisSchoolYear()
  const options = yearsToChoose(value, now).map(year => [year, year === now ? `${year} (now)` : year] as const)
  return <SelectField label={label} value={value} onChange={onChange} options={options} {...(hint && { hint })} />
}
