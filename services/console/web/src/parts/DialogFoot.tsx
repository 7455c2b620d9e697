interface DialogFootProps {
  /** The button: "Publish", "Return". */
  verb: string
  busy: boolean
  onCancel: () => void
  danger?: boolean
}

/** Under a form: does it, or leaves it. */
export const DialogFoot = ({ verb, busy, onCancel, danger = false }: DialogFootProps) => (
  <div className="dialog-foot">
    <button type="submit" className={danger ? 'usa-button usa-button--secondary' : 'usa-button'} disabled={busy}>
      {busy ? 'One moment …' : verb}
    </button>
    <button type="button" className="usa-button usa-button--outline" onClick={onCancel}>
      Cancel
    </button>
  </div>
)
