import { Code, Tag, Unverified } from '../../../parts/Tags.tsx'
import { kindWord, many } from '../words.ts'
import type { Line } from './rows.ts'

interface TreeLineProps {
  line: Line
  id: string
  index: number
  start: number
  active: boolean
  chosen: boolean
  measure: (element: HTMLElement | null) => void
  onChoose: () => void
  onToggle: (id: string, open: boolean) => void
}

/** One line of the tree. The mouse opens and closes at the arrow and chooses elsewhere; the keys are the tree's own. */
export function TreeLine({ line, id, index, start, active, chosen, measure, onChoose, onToggle }: TreeLineProps) {
  const opens = line.is === 'item' && line.row.children > 0
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active line
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys
    <div
      ref={measure}
      id={id}
      data-index={index}
      className="tree-line"
      data-active={active}
      role="treeitem"
      aria-level={line.depth}
      aria-posinset={line.at}
      aria-setsize={line.of}
      aria-selected={chosen}
      aria-expanded={opens ? line.open : undefined}
      style={{ transform: `translateY(${start}px)`, paddingInlineStart: `${(line.depth - 1) * 1.1 + 0.2}rem` }}
      onClick={onChoose}
    >
      <span
        className="tree-arrow"
        aria-hidden="true"
        onClick={event => {
          if (line.is !== 'item' || !opens) return
          event.stopPropagation()
          onToggle(line.id, !line.open)
        }}
      >
        {opens ? (line.open ? '▾' : '▸') : ''}
      </span>
      <span className="tree-text">
        <Content line={line} />
      </span>
    </div>
  )
}

function Content({ line }: { line: Line }) {
  if (line.is === 'item') {
    const { code, title, kind, children, status, verified } = line.row
    return (
      <>
        <Code>{code}</Code> {title}{' '}
        <span className="small soft">
          {kindWord(kind)}
          {children > 0 && !line.open && ` · ${many(children, 'item')} below`}
        </span>{' '}
        {status === 'retired' && <Tag>retired</Tag>} {!verified && <Unverified />}
      </>
    )
  }
  if (line.is === 'failed') return <>The rest could not be read: choose this line to try again</>
  return <span className="soft">Reading …</span>
}
