import { type FormEvent, useState } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { momentText } from '../../../parts/times.ts'
import { match, touchesOf, useHere } from '../use-proposal.ts'
import type { Proposal } from '../words.ts'

type Said = Partial<Pick<Proposal, 'title' | 'description' | 'equity'>>
const NOTHING: Said = {}

/** What is said of the proposal: title, description, who gains and who loses, what ties it to other plans. */
export function AboutTab() {
  const { proposal, can } = useHere()
  const { openedBy, openedAt, editedBy, updatedAt, references, deliveryModels, dualEnrollment, occupations } = proposal
  return (
    <div className="columns">
      {can('edit') ? (
        <AboutForm />
      ) : (
        <dl className="facts">
          <dt>Description</dt>
          <dd>{proposal.description ?? 'none'}</dd>
          <dt>Who gains and who loses</dt>
          <dd>{proposal.equity ?? 'not said'}</dd>
        </dl>
      )}
      <dl className="facts">
        <dt>Opened</dt>
        <dd>
          {momentText(openedAt)} by {openedBy.id} ({openedBy.agency})
        </dd>
        <dt>Last step</dt>
        <dd>
          {momentText(updatedAt)}; edited last by {editedBy.id}
        </dd>
        <dt>References</dt>
        <dd>
          {references.length === 0 && 'none'}
          {references.map(({ kind, name, identifier, url }) => (
            <p key={`${kind} ${name}`}>
              {url ? <a href={url}>{name}</a> : name} {identifier} <span className="soft">({kind})</span>
            </p>
          ))}
        </dd>
        <dt>Delivery models</dt>
        <dd>{deliveryModels.map(({ tag, monitored }) => `${tag} (${monitored})`).join(', ') || 'none'}</dd>
        <dt>Dual enrollment</dt>
        <dd>
          {dualEnrollment.map(({ courseCode, collegeProgram }) => `${courseCode}: ${collegeProgram}`).join(', ') ||
            'none'}
        </dd>
        <dt>Occupations</dt>
        <dd>
          {occupations.length === 0 && 'none'}
          {occupations.map(({ soc, title, onet }) => (
            <p key={soc}>
              <a href={onet}>{soc}</a> {title}
            </p>
          ))}
        </dd>
      </dl>
    </div>
  )
}

/** Only what was touched is sent, so that two people may work on two fields. */
function AboutForm() {
  const { proposal, params, write } = useHere()
  const draft = useDraft<Said>(`proposal:${proposal.id}:about`, NOTHING)
  const [tried, setTried] = useState(false)
  const said = draft.value
  const { title, description, equity } = { ...proposal, ...said }
  const before = { title: proposal.title, description: proposal.description, equity: proposal.equity }
  const act = useAct((body: Said) => standards.PATCH('/proposals/{id}', { params: write, body }), {
    touches: touchesOf(proposal.id),
    done: 'Saved.',
    undo: answer => () =>
      standards.PATCH('/proposals/{id}', { params: { ...params, ...match(answer.etag) }, body: before }),
  })
  const touched = Object.keys(said).length > 0
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!touched || !title.trim()) return
    if (await act.run({ ...said, ...('equity' in said && { equity: equity?.trim() || null }) })) draft.discard(NOTHING)
  }
  const set = (changes: Said) => draft.set(old => ({ ...old, ...changes }))
  return (
    <form onSubmit={submit} noValidate className="form">
      <TextField
        label="Title"
        value={title}
        error={tried && !title.trim() ? 'Give the proposal a title' : undefined}
        onChange={title => set({ title })}
      />
      <TextField
        label="Description"
        rows={4}
        value={description ?? ''}
        onChange={text => set({ description: text || null })}
      />
      <TextField
        label="Who gains and who loses (equity)"
        hint="Must be filled before review"
        rows={4}
        value={equity ?? ''}
        onChange={text => set({ equity: text || null })}
      />
      {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="Not saved" />}
      <div className="dialog-foot">
        <button type="submit" className="usa-button" disabled={act.busy || !touched}>
          {act.busy ? 'One moment …' : 'Save'}
        </button>
        {touched && (
          <button type="button" className="usa-button usa-button--outline" onClick={() => draft.discard(NOTHING)}>
            Discard what I typed
          </button>
        )}
      </div>
    </form>
  )
}
