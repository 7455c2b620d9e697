import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type Ref, useDeferredValue, useRef, useState } from 'react'
import { usePrinting } from './use-printing.ts'
import { useWalk, type Walk } from './use-walk.ts'

export interface Column<Row> {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Names the row; read out with every cell of it. At most one column. */
  rowHead?: boolean
  number?: boolean
  /** Makes the column sortable in the browser: give it only where all rows are here. */
  sortBy?: (row: Row) => string | number
  width?: string
}

export interface Selection {
  chosen: ReadonlySet<string>
  toggle: (key: string) => void
  toggleAll: (keys: string[], on: boolean) => void
}

interface DataTableProps<Row> {
  /** Says what the rows are; shown above them, or only read out with `quietCaption`. */
  caption: string
  quietCaption?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** How the row is called where it is selected. */
  rowName?: (row: Row) => string
  selection?: Selection | undefined
  /** Enter or double click on a row. */
  onOpen?: (row: Row) => void
  /** Other keys on a focused row; return true for "dealt with". */
  onKey?: (event: KeyboardEvent, row: Row) => boolean
  /** Of all rows there are, where not all are here. */
  total?: number | undefined
  /** Told which row has the focus, and how many come after it. */
  onCurrent?: (row: Row, after: number) => void
  /** Lets the page put the focus on the current row, or so many further. */
  walk?: Ref<Walk>
}

/** How far a key goes from a row. */
const MOVES: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
}

/** Above this many, only the rows in view are in the page (all of them when it is printed). */
const MANY = 120
/** As many as a window shows. A table that appears begins with them; the others follow in pieces, between which the page answers. */
const FIRST = 30

/**
 * A table of the field's records. Rows can be walked with the arrow keys, j and k, Home and End; x or the space bar
 * selects where there is a selection, Enter opens. Stays quick with 100,000 rows.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, quietCaption, columns, rowKey, selection, onOpen, onKey, rowName } = props
  const [sort, setSort] = useState<{ key: string; down: boolean }>()
  const rows = sorted(props.rows, columns, sort)
  const frame = useRef<HTMLElement>(null)
  const printing = usePrinting()
  const many = rows.length > MANY && !printing
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 44,
    overscan: 12,
    enabled: many,
    getItemKey: index => rowKey(rows[index]!),
  })
  const items = many ? virtual.getVirtualItems() : undefined
  const upTo = useDeferredValue(rows.length, FIRST)
  const shown = items ? items.map(item => item.index) : [...rows.slice(0, upTo).keys()]
  const before = items?.[0]?.start ?? 0
  const after = items ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const walkable = Boolean(selection || onOpen || onKey)

  const { goTo, rowProps } = useWalk({
    rows,
    rowKey,
    frame,
    reveal: index => {
      if (many) virtual.scrollToIndex(index, { align: 'auto' })
    },
    onCurrent: props.onCurrent,
    handle: props.walk,
  })
  const onRowKey = (event: KeyboardEvent<HTMLTableRowElement>, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[index]!
    const move = MOVES[event.key]
    if (move !== undefined) goTo(index + move)
    else if (selection && (event.key === 'x' || event.key === ' ')) selection.toggle(rowKey(row))
    else if (onOpen && event.key === 'Enter') onOpen(row)
    else if (!onKey?.(event, row)) return
    event.preventDefault()
  }

  const keys = selection ? rows.map(rowKey) : []
  const allChosen = keys.length > 0 && keys.every(key => selection?.chosen.has(key))
  return (
    <section
      ref={frame}
      className={`table-frame${many ? ' table-frame--tall' : ''}`}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className="data-table" aria-rowcount={many ? (props.total ?? rows.length) + 1 : undefined}>
        <caption className={quietCaption ? 'hidden-visually' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={`Select all ${rows.length} shown`}
                  checked={allChosen}
                  onChange={() => selection.toggleAll(keys, !allChosen)}
                />
              </th>
            )}
            {columns.map(column => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} span={columns.length + 1} />}
          {shown.map(index => {
            const row = rows[index]!
            const key = rowKey(row)
            return (
              <tr
                key={key}
                data-index={index}
                ref={many ? virtual.measureElement : undefined}
                aria-rowindex={many ? index + 2 : undefined}
                aria-selected={selection ? selection.chosen.has(key) : undefined}
                {...(walkable && rowProps(row, index))}
                onKeyDown={walkable ? event => onRowKey(event, index) : undefined}
                onDoubleClick={onOpen && (() => onOpen(row))}
              >
                {selection && (
                  <td>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={`Select ${rowName?.(row) ?? key}`}
                      checked={selection.chosen.has(key)}
                      onChange={() => selection.toggle(key)}
                    />
                  </td>
                )}
                {columns.map(column => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            )
          })}
          {after > 0 && <Spacer height={after} span={columns.length + 1} />}
        </tbody>
      </table>
    </section>
  )
}

function HeadCell<Row>(props: {
  column: Column<Row>
  sort: { key: string; down: boolean } | undefined
  onSort: (sort: { key: string; down: boolean }) => void
}) {
  const { column, sort, onSort } = props
  const mine = sort?.key === column.key ? sort : undefined
  return (
    <th
      scope="col"
      className={column.number ? 'number' : undefined}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={mine ? (mine.down ? 'descending' : 'ascending') : undefined}
    >
      {column.sortBy ? (
        <button
          type="button"
          className="sort-button"
          onClick={() => onSort({ key: column.key, down: mine ? !mine.down : false })}
        >
          {column.head} <span aria-hidden="true">{mine ? (mine.down ? '▼' : '▲') : '↕'}</span>
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}

const BodyCell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) =>
  column.rowHead ? (
    <th scope="row">{column.cell(row)}</th>
  ) : (
    <td className={column.number ? 'number' : undefined}>{column.cell(row)}</td>
  )

const Spacer = ({ height, span }: { height: number; span: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without content cannot take the focus
  <tr className="spacer" aria-hidden="true">
    <td colSpan={span} style={{ height }} />
  </tr>
)

function sorted<Row>(rows: readonly Row[], columns: Column<Row>[], sort: { key: string; down: boolean } | undefined) {
  const by = columns.find(column => column.key === sort?.key)?.sortBy
  if (!by || !sort) return rows
  const order = sort.down ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)]
    return (
      order *
      (typeof x === 'number' && typeof y === 'number'
        ? x - y
        : String(x).localeCompare(String(y), 'en', { numeric: true }))
    )
  })
}
