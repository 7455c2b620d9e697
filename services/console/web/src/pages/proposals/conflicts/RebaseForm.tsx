import type { Answer } from '@cte-align/client'
import { type FormEvent, useState } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { Alert } from '../../../parts/Alert.tsx'
import { TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { touchesOf, useHere } from '../use-proposal.ts'
import { many } from '../words.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { dropsOf, NO_CHOICE, resolutionsOf, stillOpen } from './choices.ts'

export type Conflicts = Answer<'standards', '/proposals/{id}/conflicts', 'get'>

/** Ours or theirs for each item that both changed; what is dropped stays in the record. */
export function RebaseForm({ conflicts }: { conflicts: Conflicts }) {
  const { proposal, write, can } = useHere()
  const draft = useDraft(`proposal:${proposal.id}:rebase`, NO_CHOICE)
  const [tried, setTried] = useState(false)
  const choices = draft.value
  const act = useAct(
    () =>
      standards.POST('/proposals/{id}/rebase', {
        params: write,
        body: {
          reason: choices.reason.trim(),
          resolutions: resolutionsOf(conflicts, choices),
          drop: dropsOf(conflicts, choices),
        },
      }),
    { touches: touchesOf(proposal.id), done: `Moved to ${proposal.framework}@${conflicts.head}.` },
  )
  const open = stillOpen(conflicts, choices)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (open.length === 0 && (await act.run(undefined))) draft.discard(NO_CHOICE)
  }
  const edits = can('edit')
  return (
    <form onSubmit={submit} noValidate>
      <p>
        The draft starts from <Code>{`${proposal.framework}@${conflicts.base}`}</Code>; the newest release is{' '}
        <Code>{`${proposal.framework}@${conflicts.head}`}</Code>.{' '}
        {conflicts.conflicts.length === 0
          ? 'Nothing that both changed.'
          : `${many(conflicts.conflicts.length, 'item')} that both changed.`}
      </p>
      {conflicts.conflicts.map(conflict => (
        <ConflictCard
          key={conflict.item.id}
          conflict={conflict}
          keep={choices.keep[conflict.item.id]}
          onKeep={
            edits ? keep => draft.set(old => ({ ...old, keep: { ...old.keep, [conflict.item.id]: keep } })) : undefined
          }
        />
      ))}
      {conflicts.misfits.length > 0 && (
        <fieldset className="card">
          <legend>Operations that cannot be done on the newer release</legend>
          <ul className="plain-list">
            {conflicts.misfits.map(({ operation, code, message }) => (
              <li key={operation}>
                <label className="check">
                  <input
                    type="checkbox"
                    disabled={!edits}
                    checked={choices.drop.includes(operation)}
                    onChange={event =>
                      draft.set(old => ({
                        ...old,
                        drop: event.target.checked
                          ? [...old.drop, operation]
                          : old.drop.filter(each => each !== operation),
                      }))
                    }
                  />
                  <span>
                    Drop operation {operation + 1}: {message} <Code>{code}</Code>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {conflicts.truncated && <p>There are more of them; the rest are told once these are dropped.</p>}
        </fieldset>
      )}
      {edits ? (
        <>
          <TextField
            label="Reason"
            hint="Goes into the record, with your name and the time"
            rows={2}
            value={choices.reason}
            onChange={reason => draft.set(old => ({ ...old, reason }))}
          />
          {tried && open.length > 0 && (
            <Alert kind="error" role="alert">
              <ul>
                {open.map(each => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </Alert>
          )}
          {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="Not moved" />}
          <div className="dialog-foot">
            <button type="submit" className="usa-button" disabled={act.busy}>
              {act.busy ? 'One moment …' : `Move to ${proposal.framework}@${conflicts.head}`}
            </button>
          </div>
        </>
      ) : (
        <p className="soft">CDE editors may choose, and move the draft.</p>
      )}
    </form>
  )
}
