import { TextField } from '../../parts/Field.tsx'
import { ListField } from '../../parts/ListField.tsx'
import { authorizationOf, type DocumentCodes, type HolderDays, onDocument } from './holder.ts'
import type { KnownCodes } from './use-codes.ts'

interface DocumentFieldsProps {
  /** Counted from 1. */
  number: number
  codes: DocumentCodes
  days: HolderDays
  known: KnownCodes
  error: string | undefined
  onCodes: (codes: DocumentCodes) => void
  onDays: (days: HolderDays) => void
  onRemove: (() => void) | undefined
}

/** One document as it is printed. What is blank is not known, and the answer says where that matters. */
export function DocumentFields({ number, codes, days, known, error, onCodes, onDays, onRemove }: DocumentFieldsProps) {
  const { authorizations, subjects } = onDocument(codes, known.authorizations)
  return (
    <fieldset className="usa-fieldset holder-document">
      <legend className="usa-legend">Document {number}</legend>
      <div className="holder-row">
        <ListField
          label="Document code"
          error={error}
          value={codes.documentCode}
          onChange={documentCode => onCodes({ ...codes, documentCode })}
          options={known.documents}
        />
        <ListField
          label="Authorization code"
          value={authorizationOf(codes, known.authorizations)}
          onChange={authorizationCode => onCodes({ ...codes, authorizationCode })}
          options={authorizations.map(code => [code, ''] as const)}
        />
        <ListField
          label="Subject code"
          value={codes.subjectCode}
          onChange={subjectCode => onCodes({ ...codes, subjectCode })}
          options={subjects}
        />
      </div>
      <div className="holder-row">
        <TextField label="Issued" type="date" value={days.issued} onChange={issued => onDays({ ...days, issued })} />
        <TextField
          label="Expires"
          type="date"
          value={days.expires}
          onChange={expires => onDays({ ...days, expires, forLife: false })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={days.forLife}
            onChange={event => onDays({ ...days, forLife: event.target.checked, expires: '' })}
          />{' '}
          For life
        </label>
        <TextField
          label="Subject added"
          type="date"
          value={days.added}
          onChange={added => onDays({ ...days, added })}
        />
        <TextField
          label="Title as printed"
          value={days.printedTitle}
          onChange={printedTitle => onDays({ ...days, printedTitle })}
        />
      </div>
      {onRemove && (
        <button type="button" className="usa-button usa-button--unstyled no-print" onClick={onRemove}>
          Remove document {number}
        </button>
      )}
    </fieldset>
  )
}
