import { useFilters } from '../../data/use-filters.ts'
import { useSession } from '../../data/use-session.ts'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { useLate } from '../../parts/use-late.ts'
import { RelationsTable } from './RelationsTable.tsx'
import { useCoverage, useRelations } from './use-crosswalk.ts'
import { RELATION_STATES, RELATION_WORDS, STATES } from './words.ts'

const FILTERS = { state: '', relation: '', item: '' }

/** All relations of a crosswalk, narrowed by what the address says. */
export function RelationsView({ crosswalk }: { crosswalk: string }) {
  const { filters, set, active, clear } = useFilters(FILTERS)
  const { may } = useSession()
  const item = useLate(filters.item.trim())
  const relations = useRelations(crosswalk, {
    state: RELATION_STATES.find(state => state === filters.state),
    relation: RELATION_WORDS.find(word => word === filters.relation),
    item: item || undefined,
  })
  const total = useCoverage(crosswalk).data?.relations.total
  return (
    <>
      <div className="filters">
        <SelectField
          label="State"
          value={filters.state}
          onChange={state => set({ state })}
          options={[['', 'Any'], ...RELATION_STATES.map(state => [state, `${state}: ${STATES[state].says}`] as const)]}
        />
        <SelectField
          label="Relation"
          value={filters.relation}
          onChange={relation => set({ relation })}
          options={[['', 'Any'], ...RELATION_WORDS.map(word => [word, word] as const)]}
        />
        <TextField label="Item at either end" value={filters.item} onChange={next => set({ item: next })} />
        {active > 0 && (
          <button type="button" className="usa-button usa-button--outline" onClick={clear}>
            Clear filters
          </button>
        )}
      </div>
      <p className="small soft no-print">
        On a row: <kbd>↓</kbd> <kbd>↑</kbd> go, <kbd>Enter</kbd> opens
        {may('review crosswalk') && (
          <>
            , <kbd>r</kbd> reviews
          </>
        )}
        {may('decide crosswalk') && (
          <>
            , <kbd>a</kbd> accepts, <kbd>d</kbd> rejects
          </>
        )}
        {may('draft crosswalk') && (
          <>
            , <kbd>e</kbd> revises
          </>
        )}
        .
      </p>
      <Shown
        of={relations}
        what="the relations"
        lines={10}
        empty={
          active > 0
            ? 'No relation matches these filters. An item is named by its whole code: AGR, or its id.'
            : 'Nobody has said anything yet of how these two frameworks relate. Suggestions says where to begin.'
        }
      >
        {rows => (
          <div className="stack">
            <RelationsTable
              caption={`Relations${active > 0 ? ' that match the filters' : ''}`}
              relations={rows}
              total={active > 0 ? undefined : total}
            />
            <More {...relations} shown={rows.length} total={active > 0 ? undefined : total} what="relations" />
          </div>
        )}
      </Shown>
    </>
  )
}
