import { type FormEvent, useEffect, useRef, useState } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { proposalKey, touchesOf, useHere } from '../use-proposal.ts'
import { among, commentFrom, NEW_COMMENT, type NewComment, ROLES, SESSIONS, type Typed } from './comment.ts'

interface RecordCommentProps {
  /** The comment that is replied to. */
  replyTo?: string
  onClose: () => void
}

/** Records what was said. Nobody is named: the service refuses names, addresses and numbers of persons. */
export function RecordComment({ replyTo, onClose }: RecordCommentProps) {
  const { proposal, params } = useHere()
  const draft = useDraft<Typed>(`proposal:${proposal.id}:comment:${replyTo ?? 'new'}`, NEW_COMMENT)
  const [missing, setMissing] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const typed = draft.value
  const set = (changes: Partial<Typed>) => draft.set(old => ({ ...old, ...changes }))
  const operations = useAnswer(
    proposalKey(proposal.id, 'operations'),
    signal => standards.GET('/proposals/{id}/operations', { params, signal }),
    { enabled: replyTo === undefined },
  )
  const act = useAct((body: NewComment) => standards.POST('/proposals/{id}/comments', { params, body }), {
    touches: touchesOf(proposal.id),
    done: 'Recorded.',
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = commentFrom(typed, replyTo ?? null)
    setMissing('missing' in made ? made.missing : undefined)
    if (!('comment' in made) || !(await act.run(made.comment))) return
    draft.discard(NEW_COMMENT)
    onClose()
  }
  const abouts = [
    ['proposal', 'The proposal'] as const,
    ['item', 'An item'] as const,
    ...(operations.data?.words ?? [])
      .slice(0, 200)
      .map((words, index) => [String(index), `${index + 1}. ${words}`] as const),
  ]
  return (
    <form className="card" onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {replyTo ? 'Reply' : 'Record a comment'}
      </h2>
      <TextField
        label="What was said"
        hint="No names, addresses or numbers of persons"
        rows={4}
        value={typed.text}
        error={missing}
        onChange={text => set({ text })}
      />
      {!replyTo && <SelectField label="About" value={typed.on} options={abouts} onChange={on => set({ on })} />}
      {!replyTo && typed.on === 'item' && (
        <TextField label="Item" hint="Its code, as in HST.B7.0" value={typed.item} onChange={item => set({ item })} />
      )}
      <div className="fields">
        <SelectField
          label="Session"
          value={typed.kind}
          options={SESSIONS}
          onChange={word => set({ kind: among(SESSIONS, word) ?? 'staff' })}
        />
        <TextField label="Its name" value={typed.name} onChange={name => set({ name })} />
        <TextField label="Day" type="date" value={typed.day} onChange={day => set({ day })} />
        <TextField label="Place" value={typed.place} onChange={place => set({ place })} />
        <TextField label="Region" value={typed.region} onChange={region => set({ region })} />
        <SelectField
          label="Said by"
          value={typed.role}
          options={ROLES}
          onChange={word => set({ role: among(ROLES, word) ?? 'other' })}
        />
        <TextField label="How many people" type="number" value={typed.count} onChange={count => set({ count })} />
      </div>
      {act.problem && <Problem error={act.problem} title="Not recorded" />}
      <div className="dialog-foot">
        <button type="submit" className="usa-button" disabled={act.busy}>
          {act.busy ? 'One moment …' : 'Record'}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
          Close
        </button>
      </div>
    </form>
  )
}
