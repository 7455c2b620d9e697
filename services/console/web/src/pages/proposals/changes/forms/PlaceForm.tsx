import { SelectField, TextField } from '../../../../parts/Field.tsx'
import { NOBODY } from '../draft.ts'
import { ItemPicker } from '../ItemPicker.tsx'
import { type FormProps, KIND_OPTIONS, kindFrom } from './form.ts'

/** Below which item, or at the top of the framework. */
export const ParentField = ({ draft, set, missing }: FormProps) => (
  <>
    <label className="check">
      <input
        type="checkbox"
        checked={draft.atTop}
        onChange={event => set({ atTop: event.target.checked, parent: NOBODY })}
      />{' '}
      At the top of the framework
    </label>
    {!draft.atTop && (
      <ItemPicker label="Below" value={draft.parent} error={missing.parent} onPick={parent => set({ parent })} />
    )}
  </>
)

export const AddForm = (props: FormProps) => {
  const { draft, set, missing } = props
  return (
    <>
      <ParentField {...props} />
      <div className="fields">
        <SelectField
          label="Kind"
          value={draft.kind}
          options={KIND_OPTIONS}
          onChange={kind => set({ kind: kindFrom(kind) })}
        />
        <TextField label="Code" value={draft.code} error={missing.code} onChange={code => set({ code })} />
      </div>
      <TextField
        label="Title"
        hint="Of a statement: its words"
        rows={2}
        value={draft.title ?? ''}
        error={missing.title}
        onChange={title => set({ title })}
      />
      <TextField
        label="Scope note"
        rows={2}
        value={draft.scopeNote ?? ''}
        onChange={scopeNote => set({ scopeNote: scopeNote || null })}
      />
    </>
  )
}

export const MoveForm = (props: FormProps) => {
  const { draft, set, missing } = props
  return (
    <>
      <ItemPicker label="Item" value={draft.item} error={missing.item} onPick={item => set({ item })} />
      <ParentField {...props} />
      <TextField
        label="Place among its siblings"
        hint="From 1; left empty, it goes last"
        type="number"
        value={draft.position}
        error={missing.position}
        onChange={position => set({ position })}
      />
    </>
  )
}
