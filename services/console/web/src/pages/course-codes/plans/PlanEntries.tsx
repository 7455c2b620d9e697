import { useState } from 'react'
import { Shown } from '../../../parts/Shown.tsx'
import { useSelection } from '../../../parts/use-selection.ts'
import { useTitles } from '../sequences/use-titles.ts'
import { DecideBar } from './DecideBar.tsx'
import { EntryCard } from './EntryCard.tsx'
import { EntryEditor } from './EntryEditor.tsx'
import type { Plan } from './PlanPage.tsx'
import { useEntries } from './plan-data.ts'

interface PlanEntriesProps {
  plan: Plan
  etag: string | null
  mayEdit: boolean
}

/** The entries, each edited where it stands. What nobody has decided comes first. */
export function PlanEntries({ plan, etag, mayEdit }: PlanEntriesProps) {
  const entries = useEntries(plan.id)
  const titles = useTitles(plan.schoolYear)
  const selection = useSelection()
  const [editing, setEditing] = useState<string>()
  return (
    <section id="plan-entries" aria-label="Entries" tabIndex={-1}>
      <Shown of={entries} what="the entries" lines={10} isEmpty={() => false}>
        {rows => {
          const ordered = rows.toSorted((a, b) => Number(b.state === 'suggested') - Number(a.state === 'suggested'))
          const undecided = rows.filter(({ state }) => state === 'suggested').map(({ id }) => id)
          return (
            <div className="stack">
              {mayEdit && <DecideBar plan={plan} etag={etag} selection={selection} undecided={undecided} />}
              {mayEdit && editing !== 'new' && (
                <button
                  type="button"
                  id="add-entry"
                  className="usa-button usa-button--outline"
                  onClick={() => setEditing('new')}
                >
                  Add an entry
                </button>
              )}
              {editing === 'new' && (
                <EntryEditor
                  plan={plan}
                  etag={etag}
                  entry={null}
                  entries={rows}
                  onClose={() => setEditing(undefined)}
                />
              )}
              {rows.length === 0 && (
                <p className="empty">The plan has no entry yet. Add what becomes of a code, or a new code.</p>
              )}
              <ol className="plain-list stack">
                {ordered.map(entry => (
                  <li key={entry.id}>
                    <EntryCard
                      entry={entry}
                      titles={titles}
                      selection={mayEdit ? selection : undefined}
                      plan={plan}
                      etag={etag}
                      onEdit={() => setEditing(entry.id)}
                      editor={
                        editing === entry.id && (
                          <EntryEditor
                            plan={plan}
                            etag={etag}
                            entry={entry}
                            entries={rows}
                            onClose={() => setEditing(undefined)}
                          />
                        )
                      }
                    />
                  </li>
                ))}
              </ol>
            </div>
          )
        }}
      </Shown>
    </section>
  )
}
