import { Link } from 'react-router'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { More, Shown } from '../../../parts/Shown.tsx'
import { Code, Tag, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { type DependentKind, type Link as LinkRow, useLinks } from './use-links.ts'
import type { Way } from './ways.ts'

const COLUMNS: Column<LinkRow>[] = [
  {
    key: 'dependent',
    head: 'Who',
    rowHead: true,
    cell: ({ dependent }) => (
      <>
        <Dependent kind={dependent.kind} code={dependent.key} /> {dependent.title}
      </>
    ),
  },
  {
    key: 'item',
    head: 'Hangs on',
    cell: ({ item }) =>
      item ? (
        <Link to={paths.item(item.framework, item.id)}>
          <Code>{item.key}</Code> {item.title}
        </Link>
      ) : (
        'the list of them'
      ),
  },
  { key: 'basis', head: 'Because', cell: ({ basis }) => basis },
  {
    key: 'verified',
    head: 'Link',
    cell: ({ verified }) => (verified ? <Tag kind="good">verified</Tag> : <Unverified />),
  },
]

/** One by one who hangs there, on what exactly, and why that is thought. */
export function DependentList({ kind, way, head }: { kind: DependentKind; way: Way; head: string }) {
  const links = useLinks({ kind, item: way.item, scope: way.scope })
  return (
    <div className="dependent-list">
      <Shown of={links} what="the list" lines={6} empty="Nobody hangs there any more.">
        {rows => <DataTable caption={head} columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />}
      </Shown>
      {links.data && (
        <More
          shown={links.data.length}
          total={links.first?.total}
          more={links.more}
          loadingMore={links.loadingMore}
          loadMore={links.loadMore}
          what="of them"
        />
      )}
    </div>
  )
}

function Dependent({ kind, code }: { kind: DependentKind; code: string }) {
  if (kind === 'legal-reference') return <Code>{code}</Code>
  return (
    <Link to={kind === 'course-code' ? paths.courseCode(code) : paths.authorization(code)}>
      <Code>{code}</Code>
    </Link>
  )
}
