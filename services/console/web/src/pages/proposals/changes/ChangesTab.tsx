import { useRef, useState } from 'react'
import { useDraft } from '../../../data/use-draft.ts'
import { Alert } from '../../../parts/Alert.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { Empty, Shown } from '../../../parts/Shown.tsx'
import { useLate } from '../../../parts/use-late.ts'
import { useHere } from '../use-proposal.ts'
import { isSignable } from '../words.ts'
import { DiffList } from './DiffList.tsx'
import { draftOf, emptyDraft, type Operation } from './draft.ts'
import { OperationForm } from './OperationForm.tsx'
import { OperationList } from './OperationList.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { useOperations } from './use-operations.ts'
import { useDiff, usePreview } from './use-preview.ts'
import { moved, type Open, without, workingList } from './working-list.ts'

const CLOSED: Open | null = null
const NAMED = 25

/** Operations in words, the form of one of them, and at the side what they would do: saved or still being typed. */
export function ChangesTab() {
  const { proposal, can } = useHere()
  const { saved, save, act } = useOperations()
  const open = useDraft<Open | null>(`proposal:${proposal.id}:operation`, CLOSED)
  const [limit, setLimit] = useState(20)
  const heading = useRef<HTMLHeadingElement>(null)
  const editable = can('edit')
  const form = editable ? open.value : null
  const list = saved.data?.operations ?? []
  const working = workingList(list, form)
  const typed = form && working.index !== undefined ? working.operations : undefined
  const asked = useLate(typed, 300)
  const preview = usePreview(asked, { limit: NAMED })
  const diff = useDiff(asked, limit)

  const close = () => {
    open.discard(CLOSED)
    act.clear()
    heading.current?.focus()
  }
  const write = async (operations: Operation[], says: string) => {
    act.clear()
    return save(operations, says)
  }
  const saveForm = async () => {
    if (typed && (await save(typed, 'The operation is saved.'))) close()
  }
  const on = editable
    ? {
        edit: (index: number) => {
          const operation = list[index]
          if (operation) open.set({ draft: draftOf(operation), from: { index, operation } })
        },
        move: (index: number, by: -1 | 1) => void write(moved(list, index, by), `Operation ${index + 1} is moved.`),
        remove: async (index: number) => {
          if (await write(without(list, index), `Operation ${index + 1} is removed.`)) heading.current?.focus()
        },
      }
    : undefined
  return (
    <div className="beside changes">
      <div>
        <h2 ref={heading} tabIndex={-1} className="first">
          Operations
        </h2>
        {editable && isSignable(proposal.state) && (
          <Alert kind="info">Saving makes a new revision: what was signed for this one lapses.</Alert>
        )}
        {!form && (act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="Not saved" />)}
        <Shown of={saved} what="the operations" lines={4}>
          {({ operations, words }) => (
            <>
              {operations.length === 0 && !form && (
                <Empty>
                  {editable ? 'Nothing yet. Add the first operation.' : 'This proposal changes nothing yet.'}
                </Empty>
              )}
              {operations.length > 0 && (
                <OperationList
                  rows={words.map((text, index) => ({
                    index,
                    words: text,
                    open: form?.from !== null && index === form?.from.index && !working.lost,
                  }))}
                  on={on}
                />
              )}
            </>
          )}
        </Shown>
        {editable && saved.data && !form && (
          <p>
            <button type="button" className="usa-button" onClick={() => open.set({ draft: emptyDraft(), from: null })}>
              Add an operation
            </button>
          </p>
        )}
        {form && (
          <OperationForm
            draft={form.draft}
            onChange={change => open.set(old => old && { ...old, draft: change(old.draft) })}
            editing={form.from?.index}
            lost={working.lost}
            operations={asked}
            act={act}
            onSave={saveForm}
            onClose={close}
          />
        )}
      </div>
      <PreviewPanel
        preview={preview}
        proposal={proposal.id}
        typing={asked !== undefined}
        incomplete={form !== null && typed === undefined}
      />
      <DiffList diff={diff} limit={limit} onMore={() => setLimit(old => Math.min(1000, old + 100))} />
    </div>
  )
}
