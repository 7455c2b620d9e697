import { useState } from 'react'
import { useFilters } from '../../../data/use-filters.ts'
import { SelectField } from '../../../parts/Field.tsx'
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

const SHOWS: Record<string, (state: string) => boolean> = {
  'to-decide': state => state === 'suggested',
  decided: state => state === 'accepted' || state === 'edited',
  declined: state => state === 'declined',
}
const DEFAULTS = { show: '' }

/** The entries, each edited where it stands; they keep their order whatever becomes of them. */
export function PlanEntries({ plan, etag, mayEdit }: PlanEntriesProps) {
  const entries = useEntries(plan.id)
  const titles = useTitles(plan.schoolYear)
  const selection = useSelection()
  const { filters, set } = useFilters(DEFAULTS)
  const [editing, setEditing] = useState<string>()
  return (
    <section aria-labelledby="plan-entries">
      <h2 id="plan-entries" className="entries-head" tabIndex={-1}>
        Entries
      </h2>
      <Shown of={entries} what="the entries" lines={10} isEmpty={() => false}>
        {rows => {
          const shown = rows.filter(
            ({ id, state }) => filters.show === '' || id === editing || SHOWS[filters.show]?.(state),
          )
          const undecided = rows.filter(({ state }) => state === 'suggested').map(({ id }) => id)
          return (
            <div className="entries">
              {rows.length > 1 && (
                <div className="filters codes-filters">
                  <SelectField
                    label="Show"
                    value={filters.show}
                    onChange={show => set({ show })}
                    options={[
                      ['', `All ${rows.length} entries`],
                      ['to-decide', 'To decide'],
                      ['decided', 'Decided'],
                      ['declined', 'Declined'],
                    ]}
                  />
                </div>
              )}
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
              {rows.length > 0 && shown.length === 0 && <p className="empty">No entry of the plan is so.</p>}
              {rows.length === 0 && (
                <p className="empty">The plan has no entry yet. Add what becomes of a code, or a new code.</p>
              )}
              <ol className="plain-list entries">
                {shown.map(entry => (
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
