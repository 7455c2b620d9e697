import { type ReactNode, useId } from 'react'
import { Field } from './Field.tsx'

interface ListFieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  /** What is proposed while one types: code and what it is called. Others may be typed all the same. */
  options: readonly (readonly [value: string, text: string])[]
}

/** A code that is typed, or taken from those proposed. What is typed and known says its name below. */
export function ListField({ value, onChange, options, ...field }: ListFieldProps) {
  const list = useId()
  const known = options.find(([each]) => each === value)?.[1]
  return (
    <Field {...field}>
      {bound => (
        <>
          <input
            {...bound}
            className="usa-input"
            list={list}
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={event => onChange(event.target.value)}
          />
          <datalist id={list}>
            {options.map(([each, text]) => (
              <option key={each} value={each}>
                {text}
              </option>
            ))}
          </datalist>
          <div className="small soft list-field-name">{known}</div>
        </>
      )}
    </Field>
  )
}
