import { useState } from 'react'
import { usePages } from '../../data/use-answer.ts'
import { SelectField } from '../../parts/Field.tsx'
import { fromView, type Layout } from './filters.ts'
import type { SavedView } from './flag-types.ts'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import type { Queue } from './use-queue.ts'

interface ViewsProps {
  queue: Queue
  layout: Layout
  onChoose: (view: Partial<Layout>) => void
}

/** Ways of looking at the queue that somebody keeps: one's own, and those that are shared. */
export function Views({ queue, layout, onChoose }: ViewsProps) {
  const [saving, setSaving] = useState(false)
  const views = usePages(queue.key('views', queue.me), (cursor, signal) =>
    queue.client.GET('/views', { params: { query: { limit: 200, ...(cursor !== undefined && { cursor }) } }, signal }),
  )
  const current = views.data?.find(({ id }) => id === layout.view)
  const choose = (id: string) => {
    const view = views.data?.find(each => each.id === id)
    onChoose(view ? fromView(view) : {})
  }
  return (
    <div className="filters views no-print">
      <SelectField
        label="Saved view"
        value={current?.id ?? ''}
        onChange={choose}
        options={[
          ['', 'None: all that waits'],
          ...(views.data ?? []).map(view => [view.id, nameOf(view, queue.me)] as const),
        ]}
      />
      {queue.mayKeepViews ? (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setSaving(true)}>
          {current && current.owner === queue.me ? 'Change or remove …' : 'Save this view …'}
        </button>
      ) : (
        <p className="small soft">Views are kept by those who work in this queue.</p>
      )}
      {views.error && <p className="small">The views could not be read: {views.error.message}</p>}
      {saving && (
        <SaveViewDialog
          queue={queue}
          layout={layout}
          own={current?.owner === queue.me ? current : undefined}
          onClose={view => {
            setSaving(false)
            if (view !== undefined) onChoose(view === 'removed' ? {} : fromView(view))
          }}
        />
      )}
    </div>
  )
}

const nameOf = ({ name, owner, shared }: SavedView, me: string | undefined): string =>
  owner === me ? `${name}${shared ? ' (shared)' : ''}` : `${name} (${owner})`
