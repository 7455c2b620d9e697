import { Field } from '../../parts/Field.tsx'
import { sideGroups } from './sides.ts'
import { useSides } from './use-sides.ts'

interface SidePickerProps {
  label: string
  value: string
  onChange: (side: string) => void
  /** Said where nothing is chosen yet. */
  none?: string
}

/** One decoder of those that may be compared. */
export function SidePicker({ label, value, onChange, none }: SidePickerProps) {
  const { found, hint } = useSides()
  return (
    <Field label={label} {...(hint && { hint })}>
      {bound => (
        <select {...bound} className="usa-select" value={value} onChange={event => onChange(event.target.value)}>
          {none && <option value="">{none}</option>}
          {sideGroups(found, value).map(group => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(option => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
