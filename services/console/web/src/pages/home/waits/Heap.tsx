import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'

interface HeapProps {
  title: string
  /** How many; undefined while that is not known. */
  count: number | undefined
  /** Where they all are. */
  to: string
  /** What is counted, after the number: "flags open". */
  what: string
  children: ReactNode
}

/** One kind of work that waits: how much, and what to begin with. */
export function Heap({ title, count, to, what, children }: HeapProps) {
  const id = useId()
  return (
    <section className="card heap" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="heap-count">
        <Link to={to}>
          <strong>{count === undefined ? '…' : count.toLocaleString('en-US')}</strong> {what}
        </Link>
      </p>
      {children}
    </section>
  )
}

interface Entry {
  key: string
  to: string
  text: ReactNode
  /** Said after it, quieter. */
  beside?: ReactNode
}

export const Entries = ({ entries, label }: { entries: Entry[]; label: string }) => (
  <ol className="plain-list heap-entries" aria-label={label}>
    {entries.map(({ key, to, text, beside }) => (
      <li key={key}>
        <Link to={to}>{text}</Link> {beside && <span className="small soft">{beside}</span>}
      </li>
    ))}
  </ol>
)

/** Nothing waits here: said, so that nobody looks for it. */
export const Nothing = ({ children }: { children: ReactNode }) => <p className="small soft">{children}</p>

/** So many entries are shown of a heap. */
export const FIRST = 3
