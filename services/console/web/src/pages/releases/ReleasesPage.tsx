import type { Item } from '@cte-align/client'
import { Link, useNavigate } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer, usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { SelectField } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { Tag } from '../../parts/Tags.tsx'
import { dayText, momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'

type Release = Item<'standards', '/releases', 'get'>

const COLUMNS: Column<Release>[] = [
  {
    key: 'title',
    head: 'Release',
    rowHead: true,
    cell: ({ id, title, corrects }) => (
      <>
        <Link to={paths.release(id)}>{title}</Link> {corrects && <Tag>corrects {corrects}</Tag>}
        <div className="small soft">{id}</div>
      </>
    ),
  },
  { key: 'changes', head: 'Changes', number: true, cell: ({ changes }) => changes.toLocaleString('en-US') },
  { key: 'adopted', head: 'Adopted', cell: ({ dates }) => dayText(dates.adoption) },
  { key: 'force', head: 'In force from', cell: ({ inForceFrom }) => dayText(inForceFrom) },
  { key: 'year', head: 'CALPADS from', cell: ({ dates }) => dates.calpadsSchoolYear ?? 'unknown' },
  { key: 'published', head: 'Published', cell: ({ publishedAt }) => momentText(publishedAt) },
]

/** What has been published, newest first. */
export function ReleasesPage() {
  const { filters, set } = useFilters({ framework: '' })
  const { framework } = filters
  const navigate = useNavigate()
  const frameworks = useAnswer(['standards', 'frameworks'], signal => standards.GET('/frameworks', { signal }))
  const releases = usePages(
    ['standards', 'releases', 'list', framework],
    (cursor, signal) =>
      standards.GET('/releases', {
        params: { query: { limit: 50, ...(framework && { framework }), ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  return (
    <Page
      title="Releases"
      lead="Each release is an immutable version of a framework. Open one to see what it changed, word by word, and whom it flagged."
      crumbs={[{ text: 'Standards', to: paths.standards() }]}
    >
      <div className="filters">
        <SelectField
          label="Framework"
          value={framework}
          onChange={next => set({ framework: next })}
          options={[['', 'All'], ...(frameworks.data?.items ?? []).map(({ key, title }) => [key, title] as const)]}
        />
      </div>
      <Shown of={releases} what="the releases" lines={8} empty="Nothing has been released yet.">
        {rows => (
          <DataTable
            caption="Published releases, newest first"
            columns={COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={({ id }) => navigate(paths.release(id))}
          />
        )}
      </Shown>
      {releases.data && releases.data.length > 0 && (
        <More
          shown={releases.data.length}
          more={releases.more}
          loadingMore={releases.loadingMore}
          loadMore={releases.loadMore}
          what="releases"
        />
      )}
    </Page>
  )
}
