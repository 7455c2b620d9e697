import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, Tag } from '../../../parts/Tags.tsx'
import type { Plan } from './PlanPage.tsx'
import { planKey } from './plan-data.ts'

const SEVERITIES = {
  error: { kind: 'breaking', shape: '✕', says: 'error' },
  warning: { kind: 'review', shape: '◆', says: 'warning' },
  unknown: { kind: 'unsure', shape: '?', says: 'unknown' },
} as const

/** What speaks against the plan; each finding leads to its entry. */
export function PlanChecks({ plan: { id, version } }: { plan: Plan }) {
  const answer = useAnswer(
    [...planKey(id), 'check', version],
    signal => courseCodes.GET('/code-plans/{id}/check', { params: { path: { id } }, signal }),
    { keep: true },
  )
  const toEntry = (entry: string) => {
    const card = document.getElementById(`entry-${entry}`)
    card?.scrollIntoView({ block: 'start' })
    document.getElementById(`edit-${entry}`)?.focus({ preventScroll: true })
  }
  return (
    <>
      <h3>Checks</h3>
      <Shown of={answer} what="the checks" lines={4}>
        {({ publishable, findings }) => (
          <div className="stack">
            <p role="status">
              <strong>{publishable ? 'Nothing forbids publishing it.' : 'It cannot be published as it is.'}</strong>
            </p>
            <ul className="plain-list stack small">
              {findings.map(({ severity, code, entry, message, courseCodes: codes }) => (
                <li key={`${code} ${entry} ${codes.join()} ${message}`}>
                  <Tag kind={SEVERITIES[severity].kind}>
                    <span aria-hidden="true">{SEVERITIES[severity].shape}</span> {SEVERITIES[severity].says}
                  </Tag>{' '}
                  {message} <Code>{code}</Code>{' '}
                  {entry !== null && (
                    <button type="button" className="usa-button usa-button--unstyled" onClick={() => toEntry(entry)}>
                      Go to the entry<span className="hidden-visually"> on {codes.join(', ')}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Shown>
    </>
  )
}
