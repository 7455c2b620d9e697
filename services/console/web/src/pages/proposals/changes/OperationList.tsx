import type { KeyboardEvent } from 'react'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'

export interface OperationRow {
  index: number
  words: string
  /** Its form is open. */
  open: boolean
}

interface OperationListProps {
  rows: OperationRow[]
  /** Undefined where the person may not edit. */
  on:
    | { edit: (index: number) => void; move: (index: number, by: -1 | 1) => void; remove: (index: number) => void }
    | undefined
}

/** Operations in the order in which they are done, each in words. Enter edits, u and d move, Delete removes. */
export function OperationList({ rows, on }: OperationListProps) {
  const onKey = (event: KeyboardEvent, { index }: OperationRow): boolean => {
    if (!on) return false
    if (event.key === 'Delete') on.remove(index)
    else if (event.key === 'u') on.move(index, -1)
    else if (event.key === 'd') on.move(index, 1)
    else return false
    return true
  }
  const columns: Column<OperationRow>[] = [
    { key: 'number', head: 'No.', number: true, width: '3rem', cell: ({ index }) => index + 1 },
    {
      key: 'words',
      head: 'What it does',
      rowHead: true,
      cell: ({ words, open }) => (
        <>
          <span className="operation-words">{words}</span>
          {open && <span className="tag">being edited</span>}
        </>
      ),
    },
    ...(on ? [{ key: 'acts', head: 'Change', cell: acts(on, rows.length) }] : []),
  ]
  return (
    <DataTable<OperationRow>
      caption="Operations, done in this order"
      quietCaption
      columns={columns}
      rows={rows}
      rowKey={({ index }) => String(index)}
      {...(on && { onOpen: ({ index }) => on.edit(index), onKey })}
    />
  )
}

const acts = (on: NonNullable<OperationListProps['on']>, count: number) => (row: OperationRow) => {
  const { index } = row
  const button = (text: string, act: () => void, disabled = false) => (
    <button type="button" className="usa-button usa-button--unstyled" disabled={disabled} onClick={act}>
      {text}
      <span className="hidden-visually"> operation {index + 1}</span>
    </button>
  )
  return (
    <span className="row-acts">
      {button('Edit', () => on.edit(index))}
      {button('Up', () => on.move(index, -1), index === 0)}
      {button('Down', () => on.move(index, 1), index === count - 1)}
      {button('Remove', () => on.remove(index))}
    </span>
  )
}
