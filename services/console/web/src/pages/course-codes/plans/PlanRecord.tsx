import type { Item } from '@cte-align/client'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { plainWord, Tag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { planKey } from './plan-data.ts'

type Step = Item<'course-codes', '/code-plans/{id}/record', 'get'>

const COLUMNS: Column<Step>[] = [
  { key: 'number', head: 'Step', number: true, cell: ({ number }) => number },
  { key: 'step', head: 'What', rowHead: true, cell: ({ step }) => plainWord(step) },
  {
    key: 'by',
    head: 'Who',
    cell: ({ by }) => (
      <>
        {by.id} <Tag>{`${by.agency} ${by.role}`}</Tag>
      </>
    ),
  },
  { key: 'at', head: 'When', cell: ({ at }) => momentText(at) },
  { key: 'reason', head: 'Why', cell: ({ reason }) => reason },
]

/** Who did what to the plan; it only grows. */
export function PlanRecord({ id }: { id: string }) {
  const answer = useAnswer([...planKey(id), 'record'], signal =>
    courseCodes.GET('/code-plans/{id}/record', { params: { path: { id } }, signal }),
  )
  return (
    <Shown of={answer} what="the record" lines={5}>
      {({ items }) => (
        <DataTable
          caption="Every step taken with the plan"
          columns={COLUMNS}
          rows={items}
          rowKey={({ number }) => String(number)}
        />
      )}
    </Shown>
  )
}
