import { SelectField, TextField } from '../../../../parts/Field.tsx'
import type { NewDraft } from '../draft.ts'
import { KIND_OPTIONS, kindFrom } from './form.ts'

interface NewItemsProps {
  items: NewDraft[]
  onChange: (items: NewDraft[]) => void
  error?: string | undefined
}

/** The items that a split or a merge makes: a row for each. */
export function NewItems({ items, onChange, error }: NewItemsProps) {
  const change = (index: number, changes: Partial<NewDraft>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...changes } : item)))
  return (
    <>
      {error && <p className="usa-error-message">{error}</p>}
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name until somebody gives it a code
        <fieldset className="new-item" key={index}>
          <legend>New item {index + 1}</legend>
          <SelectField
            label="Kind"
            value={item.kind}
            options={KIND_OPTIONS}
            onChange={kind => change(index, { kind: kindFrom(kind) })}
          />
          <TextField label="Code" value={item.code} onChange={code => change(index, { code })} />
          <TextField label="Title" value={item.title} onChange={title => change(index, { title })} />
          {items.length > 2 && (
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => onChange(items.toSpliced(index, 1))}
            >
              Leave out<span className="hidden-visually"> new item {index + 1}</span>
            </button>
          )}
        </fieldset>
      ))}
    </>
  )
}
