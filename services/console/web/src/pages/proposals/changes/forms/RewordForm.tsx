import { TextField } from '../../../../parts/Field.tsx'
import { ItemPicker } from '../ItemPicker.tsx'
import { useItem } from '../use-item.ts'
import type { FormProps } from './form.ts'

/** Retitle: the title it has is put in, to be changed. */
export const RetitleForm = ({ draft, set, missing }: FormProps) => (
  <>
    <ItemPicker
      label="Item"
      value={draft.item}
      error={missing.item}
      onPick={item => set({ item, title: item.title })}
    />
    <TextField label="New title" value={draft.title ?? ''} error={missing.title} onChange={title => set({ title })} />
  </>
)

/** Revise: only what is touched is in the operation. */
export function ReviseForm({ draft, set, missing }: FormProps) {
  const now = useItem(draft.item.value)
  return (
    <>
      <ItemPicker
        label="Item"
        value={draft.item}
        error={missing.item}
        onPick={item => set({ item, title: null, text: null, scopeNote: null })}
      />
      <TextField
        label="Wording"
        hint="Of a statement. A sector, pathway, cluster or sub-cluster is retitled instead"
        rows={3}
        value={draft.title ?? now?.title ?? ''}
        error={missing.title}
        onChange={title => set({ title: title === now?.title ? null : title })}
      />
      <TextField
        label="Text beyond the wording"
        rows={2}
        value={draft.text ?? now?.text ?? ''}
        onChange={text => set({ text: text === (now?.text ?? '') ? null : text })}
      />
      <TextField
        label="Scope note"
        hint="What it covers and what it does not"
        rows={2}
        value={draft.scopeNote ?? now?.scopeNote ?? ''}
        onChange={scopeNote => set({ scopeNote: scopeNote === (now?.scopeNote ?? '') ? null : scopeNote })}
      />
    </>
  )
}

export const RecodeForm = ({ draft, set, missing }: FormProps) => (
  <>
    <ItemPicker label="Item" value={draft.item} error={missing.item} onPick={item => set({ item })} />
    <TextField
      label="New code"
      hint="Letters and digits, with single . _ / or - between them, as in B5.3"
      value={draft.code}
      error={missing.code}
      onChange={code => set({ code })}
    />
  </>
)
