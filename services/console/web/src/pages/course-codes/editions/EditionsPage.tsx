import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer, usePages } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { SelectField } from '../../../parts/Field.tsx'
import { More, Shown } from '../../../parts/Shown.tsx'
import { Code, Unverified } from '../../../parts/Tags.tsx'
import { dayText, momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { CodesPage } from '../CodesPage.tsx'
import { files } from '../file-links.ts'
import { Unknown } from '../standing.tsx'
import { Comparison } from './Comparison.tsx'

type Edition = Item<'course-codes', '/code-set-editions', 'get'>
const DEFAULTS = { from: '', to: 'current' }

const COLUMNS: Column<Edition>[] = [
  {
    key: 'id',
    head: 'Edition',
    rowHead: true,
    cell: ({ id, title }) => (
      <>
        <Code>{id}</Code> {title}
      </>
    ),
  },
  { key: 'year', head: 'School year', cell: ({ schoolYear }) => schoolYear ?? <Unknown /> },
  { key: 'codes', head: 'Codes', number: true, cell: ({ codes }) => codes },
  {
    key: 'origin',
    head: 'From',
    cell: ({ origin, plan, provenance }) => (
      <>
        {plan === null ? `${origin}: ${provenance.source}` : <Link to={paths.codePlan(plan)}>a plan</Link>}{' '}
        {!provenance.verified && <Unverified />}
      </>
    ),
  },
  { key: 'published', head: 'Published on', cell: ({ publishedOn }) => dayText(publishedOn) },
  { key: 'kept', head: 'Kept since', cell: ({ at }) => momentText(at) },
  {
    key: 'files',
    head: 'Files',
    cell: ({ id }) => (
      <span className="row">
        <a href={files.edition(id, { layout: 'edition', format: 'csv' })} download>
          CSV<span className="hidden-visually"> of {id}</span>
        </a>
        <a href={files.edition(id, { layout: 'edition', format: 'xlsx' })} download>
          xlsx<span className="hidden-visually"> of {id}</span>
        </a>
      </span>
    ),
  },
]

/** Editions as they were published, and what differs between two. */
export function EditionsPage() {
  const { filters, set } = useFilters(DEFAULTS)
  const { from, to } = filters
  const editions = usePages(['course-codes', 'editions'], (cursor, signal) =>
    courseCodes.GET('/code-set-editions', { params: { query: { limit: 200, ...(cursor && { cursor }) } }, signal }),
  )
  const compared = useAnswer(
    ['course-codes', 'editions', 'compare', from, to],
    signal => courseCodes.GET('/code-set-editions/compare', { params: { query: { from, to } }, signal }),
    { enabled: from !== '', keep: true },
  )
  const options = [
    ['current', 'The codes as they are here'] as const,
    ...(editions.data ?? []).map(({ id, title }) => [id, `${id}: ${title}`] as const),
  ]
  return (
    <CodesPage
      title="Editions"
      lead="The code set as somebody published it: kept whole, never changed. Two are compared field by field."
    >
      <Shown
        of={editions}
        what="the editions"
        lines={5}
        empty="No edition is kept yet. Publishing a plan keeps one; a file of a code set can be loaded as one over the API."
      >
        {rows => (
          <div className="stack">
            <DataTable caption="Kept editions" columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />
            <More {...editions} shown={rows.length} what="editions" />
            <h2>Compare two</h2>
            <div className="filters codes-filters">
              <SelectField
                label="From"
                value={from}
                onChange={value => set({ from: value })}
                options={[['', 'Choose …'], ...options]}
              />
              <SelectField label="To" value={to} onChange={value => set({ to: value })} options={options} />
            </div>
            {from === '' ? (
              <p className="empty">Choose the edition to start from.</p>
            ) : (
              <Shown of={compared} what="the comparison" lines={6}>
                {comparison => <Comparison of={comparison} caption={`From ${from} to ${to}`} />}
              </Shown>
            )}
          </div>
        )}
      </Shown>
    </CodesPage>
  )
}
