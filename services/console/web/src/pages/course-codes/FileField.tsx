import { Field } from '../../parts/Field.tsx'

interface FileFieldProps {
  label: string
  hint: string
  error?: string | undefined
  onChange: (file: File | null) => void
}

/** A CSV or xlsx file from this machine. It goes nowhere but to the service. */
export const FileField = ({ label, hint, error, onChange }: FileFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {bound => (
      <input
        {...bound}
        className="codes-file"
        type="file"
        accept=".csv,.xlsx"
        onChange={event => onChange(event.target.files?.[0] ?? null)}
      />
    )}
  </Field>
)
