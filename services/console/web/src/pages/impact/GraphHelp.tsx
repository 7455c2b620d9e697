import { SEVERITY_ORDER, SeverityTag, Unverified } from '../../parts/Tags.tsx'

/** What the signs and the keys mean. */
export const GraphHelp = ({ id }: { id: string }) => (
  <div className="impact-help small">
    <p className="row">
      <span className="soft">How grave:</span>
      {SEVERITY_ORDER.map(severity => (
        <SeverityTag key={severity} severity={severity} />
      ))}
      <Unverified />
      <span className="soft">and a dashed line: nobody has verified every way there. A thick border: the change.</span>
    </p>
    <p id={id} className="soft">
      Tab leads into the graph once. <kbd>→</kbd> <kbd>←</kbd> follow the ways, <kbd>↑</kbd> <kbd>↓</kbd> go within a
      column, <kbd>Home</kbd> <kbd>End</kbd> to its ends; <kbd>Enter</kbd> shows the details, or opens a group;{' '}
      <kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd> <kbd>F</kbd> size the picture.
    </p>
  </div>
)
