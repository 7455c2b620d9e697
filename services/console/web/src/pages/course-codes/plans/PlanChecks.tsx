import type { Answer } from '@cte-align/client'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, Tag } from '../../../parts/Tags.tsx'
import type { Plan } from './PlanPage.tsx'
import { effectKey } from './plan-data.ts'

const SEVERITIES = {
  error: { kind: 'breaking', shape: '✕', says: 'error' },
  warning: { kind: 'review', shape: '◆', says: 'warning' },
  unknown: { kind: 'unsure', shape: '?', says: 'unknown' },
} as const

type Finding = Answer<'course-codes', '/code-plans/{id}/check', 'get'>['findings'][number]

/** What is said alike of several entries is said once. */
const together = (findings: readonly Finding[]) =>
  [...Map.groupBy(findings, ({ severity, code, message }) => `${severity} ${code} ${message}`).values()].map(alike => ({
    ...alike[0]!,
    about: alike,
  }))

/** What speaks against the plan; each finding leads to its entry. */
export function PlanChecks({ plan: { id, version } }: { plan: Plan }) {
  const answer = useAnswer(
    effectKey({ id, version }, 'check'),
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
            <ul className="plain-list entries small">
              {together(findings).map(({ severity, code, message, about }) => (
                <li key={`${code} ${message}`}>
                  <Tag kind={SEVERITIES[severity].kind}>
                    <span aria-hidden="true">{SEVERITIES[severity].shape}</span>
                    {about.length > 1 && `${about.length} × `}
                    {SEVERITIES[severity].says}
                  </Tag>{' '}
                  {message} <Code>{code}</Code>
                  <span className="row">
                    {about.flatMap(({ entry, courseCodes: codes }) =>
                      entry === null ? (
                        []
                      ) : (
                        <button
                          key={`${entry} ${codes.join()}`}
                          type="button"
                          className="usa-button usa-button--unstyled codes-go"
                          onClick={() => toEntry(entry)}
                        >
                          Go to {codes.length > 0 ? codes.join(', ') : 'the entry'}
                        </button>
                      ),
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Shown>
    </>
  )
}
