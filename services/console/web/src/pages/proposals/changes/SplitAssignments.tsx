import { useState } from 'react'
import { SelectField } from '../../../parts/Field.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { many } from '../words.ts'
import type { Draft, Operation } from './draft.ts'
import { assigned, type SplitRow, splitRows } from './split-rows.ts'
import { isUnfit, Unfit } from './Unfit.tsx'
import { usePreview } from './use-preview.ts'

interface SplitAssignmentsProps {
  draft: Draft
  set: (changes: Partial<Draft>) => void
  /** All operations with the split among them; undefined while it is incomplete. */
  operations: Operation[] | undefined
}

/** Each dependent of the item that is split, and which of the new ones it follows. Undecided is an answer, and is said. */
export function SplitAssignments({ draft, set, operations }: SplitAssignmentsProps) {
  const preview = usePreview(operations, { limit: 1000, class: 'split' }, operations !== undefined)
  const [all, setAll] = useState('')
  const codes = draft.into.filter(({ code }) => code.trim())
  const options = [
    ['', 'Undecided'] as const,
    ...codes.map(({ code, title }) => [code.trim(), `${code.trim()} ${title}`] as const),
  ]
  if (!operations)
    return <p className="soft">Once the item and the new ones are named, whoever hangs on it is listed here.</p>
  if (isUnfit(preview.error)) return <Unfit error={preview.error} />
  return (
    <Shown of={preview} what="who hangs on the item" lines={4}>
      {data => {
        const rows = splitRows(data, draft.item, draft.assignments)
        const open = rows.filter(({ successor }) => successor === '')
        const send = (which: SplitRow[], to: string) =>
          set({
            assignments: assigned(
              draft.assignments,
              which.map(({ dependent }) => dependent),
              to,
            ),
          })
        if (rows.length === 0) return <p className="soft">Nobody hangs on this item: nothing has to be assigned.</p>
        return (
          <section aria-label="Who goes where">
            <p role="status">
              {open.length === 0
                ? `All ${many(rows.length, 'dependent')} have a place.`
                : `${open.length} of ${many(rows.length, 'dependent')} undecided: they stay so, and their flags say it.`}
              {data.next !== null && ' The first thousand are listed.'}
            </p>
            {open.length > 0 && (
              <div className="row end">
                <SelectField label="Send all undecided to" value={all} options={options} onChange={setAll} />
                <button
                  type="button"
                  className="usa-button usa-button--outline"
                  disabled={all === ''}
                  onClick={() => send(open, all)}
                >
                  Send
                </button>
              </div>
            )}
            <ul className="plain-list assignments">
              {rows.map(row => (
                <li key={`${row.dependent.kind} ${row.dependent.key}`}>
                  <SelectField
                    label={
                      <>
                        <Code>{row.dependent.key}</Code> {row.title}
                      </>
                    }
                    value={row.successor}
                    options={options}
                    onChange={to => send([row], to)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )
      }}
    </Shown>
  )
}
