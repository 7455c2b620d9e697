import type { ReactNode } from 'react'

/** A severity: shape, word and colour say the same thing. */
const SEVERITIES = {
  breaking: { shape: '▲', says: 'Someone must act before the effective date' },
  review: { shape: '◆', says: 'Someone must look' },
  notice: { shape: '●', says: 'Someone should know' },
} as const
export type Severity = keyof typeof SEVERITIES
export const SEVERITY_ORDER = Object.keys(SEVERITIES) as Severity[]

export const SeverityTag = ({ severity, count }: { severity: Severity; count?: number }) => (
  <span className={`tag tag--${severity}`} title={SEVERITIES[severity].says}>
    <span aria-hidden="true">{SEVERITIES[severity].shape}</span>
    {count !== undefined && `${count} `}
    {severity}
  </span>
)

export const Tag = ({
  kind,
  children,
}: {
  kind?: 'good' | 'unsure' | 'breaking' | 'review' | 'notice'
  children: ReactNode
}) => <span className={kind ? `tag tag--${kind}` : 'tag'}>{children}</span>

/** What nobody has verified is marked wherever it shows. */
export const Unverified = ({ why }: { why?: string }) => (
  <span className="tag tag--unsure" title={why ?? 'Nobody has verified this against its source'}>
    <span aria-hidden="true">?</span> unverified
  </span>
)

/** `in-review` as "in review". */
export const plainWord = (word: string): string => word.replaceAll('-', ' ')

export const StateTag = ({ state }: { state: string }) => (
  <span className={`tag${state === 'resolved' || state === 'published' || state === 'accepted' ? ' tag--good' : ''}`}>
    {plainWord(state)}
  </span>
)

/** A code of the field, in letters that tell 0 from O. */
export const Code = ({ children }: { children: ReactNode }) => <code className="code">{children}</code>
