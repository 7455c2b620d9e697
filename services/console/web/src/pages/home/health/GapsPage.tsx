import { Link } from 'react-router'
import { useFilters } from '../../../data/use-filters.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { Page } from '../../../parts/Page.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import '../home.scss'
import { GAP_SERVICES, type GapService, gapsByCode, gapWords, pageOfGap } from './gaps.ts'
import { type GapRow, useGapRows } from './use-gap-rows.ts'

const isService = (word: string): word is GapService => word in GAP_SERVICES

/** Every gap one by one, with the record that has it. */
export function GapsPage() {
  const { filters, set, active, clear } = useFilters({ service: 'credentials', code: '', q: '' })
  const service = isService(filters.service) ? filters.service : 'credentials'
  const rows = useGapRows(service)
  const kinds = gapsByCode(rows.data ?? [])
  const fits = ({ code, key, message }: GapRow) =>
    (filters.code === '' || code === filters.code) &&
    `${key} ${message}`.toLowerCase().includes(filters.q.trim().toLowerCase())
  const shown = rows.data?.filter(fits)
  return (
    <Page
      title="Gaps in the data"
      lead="What no source says, or nobody has verified. A gap stays a gap until somebody finds the source: open the record, mend it there."
      crumbs={[{ text: 'Home', to: paths.home() }]}
    >
      <search className="filters" aria-label="Filter the gaps">
        <SelectField
          label="Records of"
          value={service}
          onChange={next => set({ service: next, code: '' })}
          options={Object.entries(GAP_SERVICES)}
        />
        <SelectField
          label="Kind of gap"
          value={filters.code}
          onChange={code => set({ code })}
          options={[
            ['', 'All'],
            ...kinds.map(({ code, count }) => [code, `${gapWords(code)} (${count})`] as const),
            ...(filters.code === '' || kinds.some(({ code }) => code === filters.code)
              ? []
              : [[filters.code, `${gapWords(filters.code)} (0)`] as const]),
          ]}
        />
        <TextField label="Code or words" type="search" value={filters.q} onChange={q => set({ q })} />
        <button type="button" className="usa-button usa-button--unstyled" onClick={clear} hidden={active === 0}>
          Clear filters
        </button>
      </search>
      <Shown
        of={{ ...rows, data: shown }}
        what="the gaps"
        lines={12}
        empty={active > 0 ? 'No gap fits. Take a filter away.' : 'No gap is known.'}
      >
        {found => (
          <>
            <p role="status" className="small soft">
              {found.length.toLocaleString('en-US')} of {rows.data?.length.toLocaleString('en-US')}
            </p>
            <DataTable
              caption={`Gaps in the records of ${GAP_SERVICES[service]}`}
              quietCaption
              rows={found}
              rowKey={({ code, key, message }) => `${code} ${key} ${message}`}
              columns={columnsOf(service)}
            />
          </>
        )}
      </Shown>
    </Page>
  )
}

const columnsOf = (service: GapService): Column<GapRow>[] => [
  {
    key: 'record',
    head: 'Record',
    rowHead: true,
    sortBy: ({ key }) => key,
    cell: ({ key }) => {
      const to = pageOfGap(service, key)
      return to ? (
        <Link to={to}>
          <Code>{key}</Code>
        </Link>
      ) : (
        <Code>{key}</Code>
      )
    },
  },
  { key: 'says', head: 'What is missing', cell: ({ message }) => message },
  { key: 'kind', head: 'Kind', sortBy: ({ code }) => code, cell: ({ code }) => gapWords(code) },
]
