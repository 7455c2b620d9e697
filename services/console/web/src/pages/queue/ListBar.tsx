import type { Queue } from './use-queue.ts'

interface ListBarProps {
  queue: Queue
  total: number | undefined
  shown: number
  selected: number
  onMany: () => void
  onKeys: () => void
  onClear: () => void
}

/** Over the list: what can be done with many, and how with the keyboard. */
export function ListBar({ queue, total, selected, onMany, onKeys, onClear }: ListBarProps) {
  const all = total ?? 0
  return (
    <div className="row list-bar no-print">
      {queue.reviewer ? (
        <>
          <button type="button" className="usa-button" onClick={onMany} disabled={all === 0 && selected === 0}>
            {selected > 0 ? `Act on the ${selected} selected …` : `Act on all ${all} …`}
          </button>
          {selected > 0 && (
            <button type="button" className="usa-button usa-button--unstyled" onClick={onClear}>
              Select none
            </button>
          )}
          <p className="small soft">
            On a flag: <kbd>n</kbd> no impact, <kbd>d</kbd> resolve, <kbd>t</kbd> take, <kbd>.</kbd> the same again,{' '}
            <kbd>x</kbd> select
          </p>
        </>
      ) : (
        <p className="small soft">
          {queue.me ? '' : 'You are not signed in. '}To decide here is for {queue.who}.
        </p>
      )}
      <button type="button" className="usa-button usa-button--unstyled" onClick={onKeys}>
        All keys
      </button>
    </div>
  )
}
