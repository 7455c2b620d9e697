import { Link, useNavigate } from 'react-router'
import { standards } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { useSession } from '../../data/use-session.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code, StateTag } from '../../parts/Tags.tsx'
import { dayText, momentText } from '../../parts/times.ts'
import { useLate } from '../../parts/use-late.ts'
import { paths } from '../../paths.ts'
import { frameworkOptions, useFrameworks } from './use-frameworks.ts'
import { type Listed, STATE_OPTIONS, stateFrom, waitsFor } from './words.ts'

/** Whatever is neither published nor withdrawn. */
const UNDER_WAY = 'under-way'
const [ANY, ...KNOWN] = STATE_OPTIONS
const STATES = [ANY, [UNDER_WAY, 'Under way'], ...KNOWN] as const

const DEFAULTS = { framework: '', state: '', q: '', held: '' }

const COLUMNS: Column<Listed>[] = [
  {
    key: 'title',
    head: 'Proposal',
    rowHead: true,
    cell: ({ id, title }) => <Link to={paths.proposal(id, 'changes')}>{title}</Link>,
  },
  { key: 'state', head: 'State', cell: ({ state }) => <StateTag state={state} /> },
  { key: 'waits', head: 'Waits for', cell: waitsFor },
  {
    key: 'framework',
    head: 'Framework',
    cell: ({ framework, base }) => (
      <Code>
        {framework}@{base}
      </Code>
    ),
  },
  { key: 'operations', head: 'Operations', number: true, cell: ({ operations }) => operations },
  { key: 'effective', head: 'Effective', cell: ({ dates }) => dayText(dates.effective) },
  {
    key: 'edited',
    head: 'Last step',
    cell: ({ updatedAt, editedBy }) => (
      <>
        {momentText(updatedAt)} <span className="soft">({editedBy.id})</span>
      </>
    ),
  },
]

/** All proposals, newest first, and what each waits for. */
export function ListPage() {
  const navigate = useNavigate()
  const { may } = useSession()
  const { filters, set, active, clear } = useFilters(DEFAULTS)
  const frameworks = useFrameworks()
  const q = useLate(filters.q.trim())
  const state = stateFrom(filters.state)
  const query = {
    ...(filters.framework && { framework: filters.framework }),
    ...(state && { state }),
    ...(filters.state === UNDER_WAY && { underWay: 'true' as const }),
    ...(q && { q }),
    ...(filters.held === 'true' && { held: 'true' as const }),
  }
  const proposals = usePages(
    ['standards', 'proposals', query],
    (cursor, signal) =>
      standards.GET('/proposals', { params: { query: { ...query, limit: 50, ...(cursor && { cursor }) } }, signal }),
    { keep: true },
  )
  const nothing = active ? (
    <>
      No proposal fits these filters.{' '}
      <button type="button" className="usa-button usa-button--unstyled" onClick={clear}>
        Clear the filters
      </button>
    </>
  ) : (
    'Nobody has opened a proposal yet. CDE editors may open one.'
  )
  return (
    <Page
      title="Proposals"
      lead="Drafts of changes to the standards: see whom each would hit, sign, and publish."
      actions={
        may('edit proposals') ? (
          <Link className="usa-button" to={paths.newProposal()}>
            New proposal
          </Link>
        ) : (
          <span className="soft small">CDE editors may open a proposal.</span>
        )
      }
    >
      <form className="filters proposal-filters" onSubmit={event => event.preventDefault()}>
        <TextField label="Words in the title" type="search" value={filters.q} onChange={q => set({ q })} />
        <SelectField
          label="State"
          value={filters.state}
          onChange={state => set({ state }, { push: true })}
          options={STATES}
        />
        <SelectField
          label="Framework"
          value={filters.framework}
          onChange={framework => set({ framework }, { push: true })}
          options={[['', 'Any framework'], ...frameworkOptions(frameworks.data?.items)]}
        />
        <SelectField
          label="Held"
          value={filters.held}
          onChange={held => set({ held }, { push: true })}
          options={[
            ['', 'Held or not'],
            ['true', 'Held: publishing waits for somebody'],
          ]}
        />
      </form>
      <Shown of={proposals} what="the proposals" empty={nothing} lines={8}>
        {rows => (
          <div className="stack">
            <DataTable
              caption="Proposals, newest first"
              quietCaption
              columns={COLUMNS}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={({ id }) => navigate(paths.proposal(id, 'changes'))}
            />
            <More
              shown={rows.length}
              more={proposals.more}
              loadingMore={proposals.loadingMore}
              loadMore={proposals.loadMore}
              what="proposals"
            />
          </div>
        )}
      </Shown>
    </Page>
  )
}
