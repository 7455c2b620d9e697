import { credentials } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { Empty, More, Shown } from '../../parts/Shown.tsx'
import { useLate } from '../../parts/use-late.ts'
import { CompareSummary } from './CompareSummary.tsx'
import { DecoderPage } from './DecoderPage.tsx'
import { Differences } from './Differences.tsx'
import { OUTCOME_NAMES, OUTCOMES, WHAT_NAMES, WHATS } from './differences.ts'
import { downloadPath } from './downloads.ts'
import { SideLinks } from './SideLinks.tsx'
import { SidePicker } from './SidePicker.tsx'

const FILTERS = { from: 'current', to: '', what: 'pair', outcome: '', sector: '', courseCode: '' }

/** Two decoders side by side: who gains and who loses a course code, by which row, in sentences. */
export function ComparePage() {
  const { filters, set } = useFilters(FILTERS)
  return (
    <DecoderPage
      title="Decoder: compare"
      lead="Who would gain or lose a course code: between two editions of CTC's table, or if a proposal or release were followed. Nothing is written."
    >
      <div className="filters sides">
        <SidePicker label="From" value={filters.from} onChange={from => set({ from })} />
        <SidePicker label="To" value={filters.to} onChange={to => set({ to })} none="Choose what to compare with" />
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={!filters.to}
          onClick={() => set({ from: filters.to, to: filters.from })}
        >
          Swap
        </button>
      </div>
      {filters.to ? (
        <Compared filters={filters} set={set} />
      ) : (
        <Empty>
          <p>Choose the other side. The decoder in force stands on the left.</p>
          <SideLinks />
        </Empty>
      )}
    </DecoderPage>
  )
}

type Filters = typeof FILTERS

function Compared({ filters, set }: { filters: Filters; set: (changes: Partial<Filters>) => void }) {
  const courseCode = useLate(filters.courseCode.trim())
  const what = WHAT_NAMES.find(each => each === filters.what)
  const outcome = OUTCOME_NAMES.find(each => each === filters.outcome)
  const { from, to, sector } = filters
  const narrowed = {
    ...(what && { what }),
    ...(outcome && { outcome }),
    ...(sector && { sector }),
    ...(courseCode && { courseCode }),
  }
  const comparison = usePages(
    ['credentials', 'decoder', 'compare', { from, to, ...narrowed }],
    (cursor, signal) =>
      credentials.GET('/decoder/compare', {
        params: { query: { from, to, limit: 200, ...narrowed, ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  const { first } = comparison
  const sectors = first?.summary.bySector ?? []
  return (
    <>
      {first && <CompareSummary comparison={first} onChoose={set} />}
      <div className="filters">
        <SelectField
          label="Show"
          value={filters.what}
          onChange={next => set({ what: next, outcome: '' })}
          options={[...WHAT_NAMES.map(each => [each, WHATS[each]] as const), ['all', 'Everything']]}
        />
        <SelectField
          label="Outcome"
          value={filters.outcome}
          onChange={next => set({ outcome: next })}
          options={[['', 'Any'], ...OUTCOME_NAMES.map(each => [each, OUTCOMES[each]] as const)]}
        />
        <SelectField
          label="Sector"
          value={sector}
          onChange={next => set({ sector: next })}
          options={[
            ['', 'Any'],
            ...sectors.flatMap(each => (each.sector ? [[each.sector.key, each.sector.title] as const] : [])),
            ['none', 'In no one sector'],
          ]}
        />
        <TextField label="Course code" value={filters.courseCode} onChange={next => set({ courseCode: next })} />
        <p className="row small">
          Export:
          {(['xlsx', 'csv'] as const).map(format => (
            <a key={format} href={downloadPath('/decoder/compare/export', { from, to, ...narrowed, format })} download>
              {format.toUpperCase()}
              <span className="hidden-visually"> of all that match</span>
            </a>
          ))}
        </p>
      </div>
      <Shown
        of={comparison}
        what="the comparison"
        lines={10}
        empty={
          Object.keys(narrowed).length > 1 || !what
            ? 'No difference matches these filters.'
            : what === 'pair'
              ? 'Nobody gains or loses a course code between the two.'
              : 'No difference of this kind.'
        }
      >
        {rows => (
          <div className="stack">
            <Differences rows={rows} />
            <More {...comparison} shown={rows.length} what="differences" />
          </div>
        )}
      </Shown>
    </>
  )
}
