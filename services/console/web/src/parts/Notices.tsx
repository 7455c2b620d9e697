import { type FocusEvent, useRef } from 'react'

export interface NoticeEntry {
  id: number
  text: string
  undo?: () => Promise<void>
  close: () => void
}

/** What was done, said in the corner and aloud. It stays until it is closed: nobody has to be quick. */
export function Notices({ entries }: { entries: NoticeEntry[] }) {
  const from = useRef<HTMLElement>(null)
  const remember = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) from.current = relatedTarget
  }
  /** The button goes with its notice: the focus returns to where it came from. */
  const giveBack = () => (from.current?.isConnected ? from.current : document.getElementById('main'))?.focus()
  return (
    <section className="notices" aria-label="Notices" aria-live="polite" onFocus={remember}>
      {entries.map(({ id, text, undo, close }) => (
        <div className="notice" key={id}>
          <p>{text}</p>
          {undo && (
            <button
              type="button"
              onClick={() => {
                giveBack()
                void undo()
              }}
            >
              Undo<span className="hidden-visually">: {text}</span>
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              giveBack()
              close()
            }}
          >
            Close<span className="hidden-visually"> notice: {text}</span>
          </button>
        </div>
      ))}
    </section>
  )
}
