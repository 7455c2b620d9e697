import { Field } from '../../parts/Field.tsx'
import { TABLE_FILES } from './read-file.ts'

interface FileFieldProps {
  label: string
  hint: string
  error?: string | undefined
  onChange: (file: File | undefined) => void
}

export const FileField = ({ onChange, ...field }: FileFieldProps) => (
  <Field {...field}>
    {bound => (
      <input
        {...bound}
        className="file-field"
        type="file"
        accept={TABLE_FILES}
        onChange={event => onChange(event.target.files?.[0])}
      />
    )}
  </Field>
)
