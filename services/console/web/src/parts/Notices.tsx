export interface NoticeEntry {
  id: number
  text: string
  undo?: () => Promise<void>
  close: () => void
}

/** What was done, said in the corner and aloud. It stays until it is closed: nobody has to be quick. */
export function Notices({ entries }: { entries: NoticeEntry[] }) {
  return (
    <section className="notices" aria-label="Notices" aria-live="polite">
      {entries.map(entry => (
        <div className="notice" key={entry.id}>
          <p>{entry.text}</p>
          {entry.undo && (
            <button type="button" onClick={entry.undo}>
              Undo
            </button>
          )}
          <button type="button" onClick={entry.close}>
            Close<span className="hidden-visually"> notice: {entry.text}</span>
          </button>
        </div>
      ))}
    </section>
  )
}
