import type { ReactNode } from 'react'

interface AlertProps {
  kind: 'info' | 'success' | 'warning' | 'error'
  heading?: ReactNode
  /** `alert` interrupts who is listening; `status` waits. */
  role?: 'alert' | 'status'
  children: ReactNode
}

/** The design system's alert. */
export const Alert = ({ kind, heading, role, children }: AlertProps) => (
  <div className={`usa-alert usa-alert--${kind}${heading ? '' : ' usa-alert--slim'}`} role={role}>
    <div className="usa-alert__body">
      {heading && <h2 className="usa-alert__heading">{heading}</h2>}
      <div className="usa-alert__text">{children}</div>
    </div>
  </div>
)
