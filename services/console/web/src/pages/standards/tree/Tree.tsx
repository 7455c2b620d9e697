import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { moveFor, typedTo } from './keys.ts'
import { indexOf } from './rows.ts'
import { TreeLine } from './TreeLine.tsx'
import type { Outline } from './use-outline.ts'

interface TreeProps {
  outline: Outline
  label: string
  /** Id of the chosen item. */
  chosen: string | undefined
  onChoose: (id: string) => void
  /** Enter on an item that is chosen already. */
  onOpen: (id: string) => void
}

const TYPING_MS = 700

/**
 * A tree of which only the lines in view are in the page. The focus stays on the tree itself and names its active line, so it is
 * never lost when lines come and go. Choosing follows the keys: what stands beside shows what one is on.
 */
export function Tree({ outline, label, chosen, onChoose, onOpen }: TreeProps) {
  const { lines, setOpen, loadMore } = outline
  const base = useId()
  const frame = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const active = indexOf(lines, chosen)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 34,
    overscan: 10,
    getItemKey: index => lines[index]!.id,
    // The active line is always there: the focus points at it.
    rangeExtractor: range => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  })
  const shown = virtual.getVirtualItems().filter(({ index }) => index < lines.length)

  // A line that only says there is more asks for it when it comes into view.
  const last = shown.map(({ index }) => lines[index]!).find(line => line.is === 'more')
  const wanted = last?.is === 'more' ? last.parent : undefined
  useEffect(() => {
    if (wanted !== undefined) loadMore(wanted)
  })

  // A choice that came from elsewhere (a link, a search) is scrolled to.
  const there = lines[active]?.id === chosen
  useEffect(() => {
    if (there) virtual.scrollToIndex(active, { align: 'auto' })
  }, [there, active, virtual])

  const go = (to: number) => {
    const line = lines[to]!
    virtual.scrollToIndex(to, { align: 'auto' })
    if (line.is === 'item') onChoose(line.id)
    else if (line.is === 'failed') loadMore(line.parent)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isChosen = lines[active]?.id === chosen
    const move = moveFor(event.key, lines, active)
    if (move === undefined) {
      if (event.key.length !== 1) return
      const text = event.timeStamp - typed.current.at > TYPING_MS ? event.key : typed.current.text + event.key
      typed.current = { text, at: event.timeStamp }
      const to = typedTo(text, lines, active)
      if (to >= 0) go(to)
    } else if (move.does === 'go') go(move.to)
    else if (move.does === 'choose') {
      if (isChosen) onOpen(lines[active]!.id)
      else go(move.to)
    } else if (move.does === 'open-all') setOpen(move.ids, true)
    else {
      if (!isChosen) onChoose(move.id)
      setOpen([move.id], move.does === 'open')
    }
    event.preventDefault()
  }

  return (
    <div
      ref={frame}
      className="tree"
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={shown.some(({ index }) => index === active) ? `${base}${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start, key }) => (
          <TreeLine
            key={key}
            line={lines[index]!}
            id={`${base}${index}`}
            index={index}
            start={start}
            active={index === active}
            chosen={lines[index]!.id === chosen}
            measure={virtual.measureElement}
            onChoose={() => go(index)}
            onToggle={(id, isOpen) => setOpen([id], isOpen)}
          />
        ))}
      </div>
    </div>
  )
}
