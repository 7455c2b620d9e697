import { type ReactNode, useDeferredValue } from 'react'
import type { Answer } from '../data/use-answer.ts'
import { Alert } from './Alert.tsx'
import { Problem } from './Problem.tsx'
import { timeText } from './times.ts'

interface ShownProps<T> {
  of: Answer<T>
  /** What is being read, for people: "the proposals". */
  what: string
  /** Said where there is nothing, with what one can do about it. Left out: `children` shows emptiness itself. */
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
  /** Lines of the placeholder; as tall as what will come, so that nothing jumps. */
  lines?: number
  children: (data: T) => ReactNode
}

const nothing = (data: unknown) => Array.isArray(data) && data.length === 0

/** An answer in each of its states: on its way, failed, empty, old (could not be read again), there. */
export function Shown<T>({ of: answer, what, empty, isEmpty = nothing, lines = 4, children }: ShownProps<T>) {
  const { data, error, again, readAt } = answer
  // What has just come is drawn in pieces, between which the page answers; what was there when the page appeared, at once.
  const drawn = useDeferredValue(data !== undefined)
  if (data === undefined || !drawn) {
    if (error && data === undefined) return <Problem error={error} title={`Could not read ${what}`} again={again} />
    return <Loading what={what} lines={lines} />
  }
  return (
    <>
      {error && (
        <Alert kind="warning" role="status">
          Shown as read at {timeText(new Date(readAt))}; reading {what} again failed ({error.message}).{' '}
          <button type="button" className="usa-button usa-button--unstyled" onClick={again}>
            Try again
          </button>
        </Alert>
      )}
      {empty !== undefined && isEmpty(data) ? <Empty>{empty}</Empty> : children(data)}
    </>
  )
}

export function Loading({ what, lines = 4 }: { what: string; lines?: number }) {
  return (
    <div role="status">
      <span className="hidden-visually">Reading {what} …</span>
      <div className="answer-loading" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines that are all alike
          <span key={index} style={{ width: `${92 - ((index * 17) % 40)}%` }} />
        ))}
      </div>
    </div>
  )
}

export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>

interface MoreProps {
  shown: number
  total?: number | undefined
  more: boolean
  loadingMore: boolean
  loadMore: () => void
  what: string
}

/** Under a list that is shown in part: how much of it, and the next piece. */
export function More({ shown, total, more, loadingMore, loadMore, what }: MoreProps) {
  if (!more && total === undefined) return null
  return (
    <div className="row small soft" role="status">
      {more ? `${shown} ${total === undefined ? '' : `of ${total} `}${what} shown.` : `All ${shown} ${what} shown.`}
      {more && (
        <button
          type="button"
          className="usa-button usa-button--outline no-print"
          disabled={loadingMore}
          onClick={loadMore}
        >
          {loadingMore ? 'Reading …' : 'Show more'}
        </button>
      )}
    </div>
  )
}
