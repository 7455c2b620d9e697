import { useEffect, useRef, useState } from 'react'
import { standards } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { useDraft } from '../../data/use-draft.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { Conflict } from '../../parts/ReasonDialog.tsx'
import { crosswalkKey } from './use-crosswalk.ts'
import { RELATION_WORDS, RELATIONS, type Relation, type RelationWord, relationSentence } from './words.ts'

interface ReviseDialogProps {
  relation: Relation
  etag: string | null
  onClose: () => void
}

/** Another word, note or grouping for the same two ends. Whatever it was, it is a draft again. */
export function ReviseDialog({ relation, etag, onClose }: ReviseDialogProps) {
  const draft = useDraft(`relation:${relation.id}:revise`, {
    relation: relation.relation,
    note: relation.provenance.note ?? '',
    combination: relation.combination ?? '',
    approximate: relation.approximate ?? false,
    reason: '',
  })
  const { value, set } = draft
  const [missing, setMissing] = useState(false)
  const seen = useRef(etag)
  const act = useAct(
    () =>
      standards.PATCH('/crosswalks/{key}/relations/{id}', {
        params: { path: { key: relation.crosswalk, id: relation.id }, header: { 'if-match': seen.current ?? '' } },
        body: {
          relation: value.relation,
          note: value.note.trim() || null,
          combination: value.combination.trim() || null,
          approximate: value.approximate,
          reason: value.reason.trim(),
        },
      }),
    { touches: [crosswalkKey(relation.crosswalk)], done: 'Revised: it is a draft again.' },
  )
  useEffect(() => {
    if (act.conflict) seen.current = etag
  }, [act.conflict, etag])
  const submit = async () => {
    if (!value.reason.trim()) return setMissing(true)
    if (await act.run(undefined)) {
      draft.discard()
      onClose()
    }
  }
  // With none there is no other end, so the two kinds do not turn into each other.
  const words: RelationWord[] = relation.to === null ? ['none'] : RELATION_WORDS.filter(word => word !== 'none')
  return (
    <Dialog title={`Revise: ${relation.from.key} – ${relation.to?.key ?? 'no counterpart'}`} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>
          Now: {relationSentence(relation)}, {relation.state}. Revised, it is a draft: nobody has verified it.
        </p>
        <SelectField
          label="Relation"
          value={value.relation}
          onChange={word => set(old => ({ ...old, relation: words.find(each => each === word) ?? old.relation }))}
          options={words.map(word => [
            word,
            `${word}: ${relation.from.key} ${RELATIONS[word].says} ${relation.to?.key ?? ''}`,
          ])}
        />
        <TextField label="Note" rows={2} value={value.note} onChange={note => set(old => ({ ...old, note }))} />
        <TextField
          label="Group"
          hint="Only where the item maps to several together and to none of them alone: the same word for each"
          value={value.combination}
          onChange={combination => set(old => ({ ...old, combination }))}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={value.approximate}
            onChange={event => set(old => ({ ...old, approximate: event.target.checked }))}
          />{' '}
          Approximate
        </label>
        <TextField
          label="Reason"
          hint="Goes into the record, with your name and the time"
          error={missing && !value.reason.trim() ? 'Say why: it goes into the record' : undefined}
          rows={3}
          value={value.reason}
          onChange={reason => set(old => ({ ...old, reason }))}
        />
        {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} />}
        <DialogFoot verb="Revise" busy={act.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
