import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'

export interface Walk {
  /** Puts the focus on the current row, or so many further. */
  go: (by: number) => void
}

interface WalkOptions<Row> {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  frame: RefObject<HTMLElement | null>
  /** Brings a row that is not in the page into it. */
  reveal: (index: number) => void
  onCurrent?: ((row: Row, after: number) => void) | undefined
  handle?: Ref<Walk> | undefined
}

/** The focus on the rows of a table: on one at a time, and never lost. */
export function useWalk<Row>({ rows, rowKey, frame, reveal, onCurrent, handle }: WalkOptions<Row>) {
  const [at, setAt] = useState({ key: '', index: 0 })
  const found = rows.findIndex(row => rowKey(row) === at.key)
  // Where the row is gone, the one that took its place is the current one.
  const current = Math.max(0, found < 0 ? Math.min(at.index, rows.length - 1) : found)
  const wanted = useRef<number>(undefined)
  const inside = useRef(false)

  useEffect(() => {
    // A row that was taken away while it had the focus leaves it to the row in its place.
    if (inside.current && document.activeElement === document.body && found < 0) wanted.current ??= current
    if (wanted.current === undefined) return
    const row = frame.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`)
    if (!row) return
    wanted.current = undefined
    row.focus()
  })

  const goTo = (index: number) => {
    if (rows.length === 0) return
    const next = Math.max(0, Math.min(rows.length - 1, index))
    wanted.current = next
    setAt({ key: rowKey(rows[next]!), index: next })
    reveal(next)
  }
  useImperativeHandle(handle, () => ({ go: by => goTo(current + by) }))

  return {
    goTo,
    rowProps: (row: Row, index: number) => ({
      tabIndex: index === current ? 0 : -1,
      onFocus: () => {
        inside.current = true
        setAt({ key: rowKey(row), index })
        onCurrent?.(row, rows.length - 1 - index)
      },
      // React tells no blur of a row that is taken away, so this is the focus going elsewhere.
      onBlur: () => {
        inside.current = false
      },
    }),
  }
}
