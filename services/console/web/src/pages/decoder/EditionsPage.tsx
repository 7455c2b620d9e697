import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { credentials } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { useSession } from '../../data/use-session.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code, StateTag, Unverified } from '../../parts/Tags.tsx'
import { dayText } from '../../parts/times.ts'
import { useLate } from '../../parts/use-late.ts'
import { paths } from '../../paths.ts'
import { DecoderPage } from './DecoderPage.tsx'
import { EDITION_STATES, type Edition } from './editions.ts'
import { OpenEditionDialog } from './OpenEditionDialog.tsx'

const FILTERS = { state: '', q: '' }
const COLUMNS: Column<Edition>[] = [
  {
    key: 'title',
    head: 'Edition',
    rowHead: true,
    cell: ({ id, title }) => (
      <>
        <Link to={paths.ruleEdition(id)}>{title}</Link> <Code>{id}</Code>
      </>
    ),
  },
  {
    key: 'state',
    head: 'State',
    cell: edition => (
      <span className="row">
        <StateTag state={edition.state} />
        {edition.state === 'kept' && !edition.verified && <Unverified />}
      </span>
    ),
  },
  {
    key: 'says',
    head: 'What it holds',
    cell: edition =>
      edition.state === 'kept'
        ? `${edition.counts.rows} rows for ${edition.counts.courseCodes} course codes, ${edition.counts.gaps} with a gap`
        : `${edition.operationCount} operations on ${edition.base}, answering ${edition.flags.length} flags`,
  },
  {
    key: 'day',
    head: 'Day',
    cell: edition =>
      edition.state === 'kept'
        ? `published ${dayText(edition.publishedOn)}`
        : `planned for ${dayText(edition.effective)}`,
  },
]

/** Editions of CTC's course table: kept as published, and drafts that are to be. */
export function EditionsPage() {
  const navigate = useNavigate()
  const { may } = useSession()
  const { filters, set, active } = useFilters(FILTERS)
  const [opening, setOpening] = useState(false)
  const q = useLate(filters.q.trim())
  const state = EDITION_STATES.find(each => each === filters.state)
  const editions = usePages(
    ['credentials', 'rule-editions', { state, q }],
    (cursor, signal) =>
      credentials.GET('/rule-editions', {
        params: { query: { limit: 50, ...(state && { state }), ...(q && { q }), ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  return (
    <DecoderPage
      title="Decoder: rule editions"
      lead="CTC's table of course codes and credentials: editions kept as they were published, and drafts, which are in force once an approver publishes them."
      actions={
        may('draft rule editions') && (
          <button type="button" className="usa-button" onClick={() => setOpening(true)}>
            Open a draft
          </button>
        )
      }
    >
      <div className="filters">
        <SelectField
          label="State"
          value={filters.state}
          onChange={next => set({ state: next })}
          options={[['', 'Any'], ...EDITION_STATES.map(each => [each, each] as const)]}
        />
        <TextField label="Words in the title" type="search" value={filters.q} onChange={next => set({ q: next })} />
      </div>
      <Shown
        of={editions}
        what="the editions"
        lines={6}
        empty={
          active > 0
            ? 'No edition matches these filters.'
            : 'No edition is kept and no draft is open. Send CTC’s table under Course table, or open a draft (CTC editors and above).'
        }
      >
        {rows => (
          <div className="stack">
            <DataTable
              caption="Editions, the newest first"
              columns={COLUMNS}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={({ id }) => navigate(paths.ruleEdition(id))}
            />
            <More {...editions} shown={rows.length} what="editions" />
          </div>
        )}
      </Shown>
      {opening && <OpenEditionDialog onClose={() => setOpening(false)} />}
    </DecoderPage>
  )
}
