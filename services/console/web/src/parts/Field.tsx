import { type ReactNode, useId } from 'react'

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Gets what ties the control to its label, hint and error. */
  children: (bound: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

/** A control with its label, hint and error tied to it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field usa-form-group--error' : 'field'}>
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="usa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="usa-error-message" id={`${id}-error`}>
          {error}
        </div>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
    </div>
  )
}

interface TextFieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  /** More than one: a text area. */
  rows?: number
  type?: 'text' | 'search' | 'date' | 'number'
  required?: boolean
  autoComplete?: string
}

export function TextField({
  value,
  onChange,
  rows = 1,
  type = 'text',
  required,
  autoComplete,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {bound =>
        rows > 1 ? (
          <textarea
            {...bound}
            className="usa-textarea"
            rows={rows}
            style={{ height: 'auto' }}
            value={value}
            required={required}
            onChange={event => onChange(event.target.value)}
          />
        ) : (
          <input
            {...bound}
            className="usa-input"
            type={type}
            value={value}
            required={required}
            autoComplete={autoComplete ?? 'off'}
            onChange={event => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

interface SelectFieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  /** Value and text; the first may be `['', 'Any']`. */
  options: readonly (readonly [value: string, text: string])[]
}

export function SelectField({ value, onChange, options, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {bound => (
        <select {...bound} className="usa-select" value={value} onChange={event => onChange(event.target.value)}>
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
