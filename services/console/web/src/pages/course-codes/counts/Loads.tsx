import type { Item } from '@cte-align/client'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { Unverified } from '../../../parts/Tags.tsx'
import { dayText, momentText } from '../../../parts/times.ts'

type Load = Item<'course-codes', '/aggregates/loads', 'get'>
const COLUMNS: Column<Load>[] = [
  {
    key: 'source',
    head: 'Source',
    rowHead: true,
    cell: ({ source, verified }) => (
      <>
        {source} {!verified && <Unverified />}
      </>
    ),
  },
  { key: 'asOf', head: 'As of', cell: ({ asOf }) => dayText(asOf) },
  { key: 'rows', head: 'Rows', number: true, cell: ({ rows }) => rows },
  { key: 'by', head: 'Loaded by', cell: ({ by, at }) => `${by.id}, ${momentText(at)}` },
]

/** Where the counts come from, side by side. */
export function Loads() {
  const answer = useAnswer(['course-codes', 'aggregate-loads'], signal =>
    courseCodes.GET('/aggregates/loads', { signal }),
  )
  return (
    <section aria-labelledby="loads">
      <h2 id="loads">Loads</h2>
      <Shown
        of={answer}
        what="the loads"
        lines={3}
        isEmpty={({ items }) => items.length === 0}
        empty="No file of counts has been loaded."
      >
        {({ items }) => (
          <DataTable
            caption="Files of counts, newest day first"
            columns={COLUMNS}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </Shown>
    </section>
  )
}
