import { useState } from 'react'
import { useAct } from '../../data/use-act.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { TextField } from '../../parts/Field.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { Conflict } from '../../parts/ReasonDialog.tsx'
import { useFaultFocus } from '../../parts/use-fault-focus.ts'
import { groupOf, inWords, type Layout, orderOf, toBody } from './filters.ts'
import type { SavedView } from './flag-types.ts'
import { matchOf, type Queue } from './use-queue.ts'

interface SaveViewDialogProps {
  queue: Queue
  layout: Layout
  /** The view that is shown, where it is one's own: it is said anew, or removed. */
  own: SavedView | undefined
  onClose: (view?: SavedView | 'removed') => void
}

/** Keeps the filter, order and groups as they are set now. */
export function SaveViewDialog({ queue, layout, own, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState(own?.name ?? '')
  const [shared, setShared] = useState(own?.shared ?? false)
  const [tried, setTried] = useState(false)
  const { form, look } = useFaultFocus()
  const touches = [queue.key('views')]
  const of = own && { params: { path: { id: own.id }, header: { 'if-match': matchOf(own) } } }
  const save = useAct(
    () => {
      const body = {
        ...{
          name: name.trim(),
          filter: toBody(layout),
          order: orderOf(layout),
          group: groupOf(layout) ?? null,
          shared,
        },
      }
      return of ? queue.client.PUT('/views/{id}', { ...of, body }) : queue.client.POST('/views', { body })
    },
    { touches, done: 'The view is saved.', onDone: ({ data }) => onClose(data) },
  )
  const remove = useAct(() => queue.client.DELETE('/views/{id}', of!), {
    touches,
    done: 'The view is removed; no flag is touched by that.',
    onDone: () => onClose('removed'),
  })
  const chips = inWords(layout).map(({ text }) => text)
  const problem = save.problem ?? remove.problem
  return (
    <Dialog title={own ? `View: ${own.name}` : 'Save this view'} onClose={() => onClose()}>
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (name.trim()) void save.run(undefined)
          else look()
        }}
      >
        <p className="small soft">{chips.length > 0 ? `Narrowed to ${chips.join('; ')}.` : 'All that waits.'}</p>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          error={tried && !name.trim() ? 'Give it a name' : undefined}
        />
        <div className="usa-checkbox">
          <input
            className="usa-checkbox__input"
            id="share-view"
            type="checkbox"
            checked={shared}
            onChange={event => setShared(event.target.checked)}
          />
          <label className="usa-checkbox__label" htmlFor="share-view">
            Shared: everybody sees it
          </label>
        </div>
        {save.conflict || remove.conflict ? <Conflict /> : problem && <Problem error={problem} />}
        <div className="dialog-foot">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {own ? 'Save as it is now' : 'Save'}
          </button>
          {own && (
            <button
              type="button"
              className="usa-button usa-button--secondary"
              disabled={remove.busy}
              onClick={() => void remove.run(undefined)}
            >
              Remove
            </button>
          )}
          <button type="button" className="usa-button usa-button--outline" onClick={() => onClose()}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  )
}
